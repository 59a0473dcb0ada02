"""A name as it was found in a sentence, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.extraction.events.names.entity import EntityKind


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name: the words from `first` up to `last` of a sentence, without titles and clitics.

    `titles` are the words before it that tell what a person is, in lower case.
    """

    sentence: int
    first: int
    last: int
    form: str
    kind: EntityKind
    titles: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return self.form.split()
