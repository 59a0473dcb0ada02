"""What is imported, and what became of it: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain import Article, Proposal

if TYPE_CHECKING:
    from timeline_app.documents import FileBytes, ReadTable
    from timeline_app.services.originals import Original


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or text on its way into the project; no other of the window has its `key`.

    `place` is the path of a file; empty for a text.
    """

    key: int
    name: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """An article that is not in the project yet, and the one that it repeats, if any.

    `known_as` is the title of that one, `share` how much of the offered text is known, 0 to 1.
    `known_id` is None while that one is itself only offered. `notes` are the sentences about what
    was not read quite as it stands. `file` is the place of the file that was read in the stead of
    the entry's own, below its folder; "" where none was.
    """

    article: Article
    proposals: tuple[Proposal, ...]
    known_as: str = ""
    known_id: int | None = None
    share: float = 0.0
    notes: tuple[str, ...] = ()
    file: str = ""

    @property
    def is_copy(self) -> bool:
        """Whether it is left out unless the user wants it."""
        return self.share > 0

    @property
    def shown_proposals(self) -> int:
        """How many proposals would wait for a decision; the folded ones do not."""
        return sum(not proposal.is_folded for proposal in self.proposals)

    @property
    def is_same_text(self) -> bool:
        """Whether not a letter differs: it cannot be added a second time."""
        return self.share == 1.0

    @property
    def copy_words(self) -> str:
        """Whose copy it is, in a sentence; "" where it is none."""
        if self.is_same_text:
            return f"The same text as “{self.known_as}”."
        percent = int(self.share * 100)
        return f"{percent} % of it stands in “{self.known_as}”." if self.is_copy else ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry: articles that were added, and what waits for a choice.

    `failure` is the sentence of what went wrong, "" where nothing did. `taken` are attachments and
    tables that the user has taken, each by its name and with what came of it. `original` is the
    file itself, to be kept with what is added.
    """

    added: tuple[int, ...] = ()
    offered: tuple[Offered, ...] = ()
    attachments: tuple[FileBytes, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    warnings: tuple[str, ...] = ()
    failure: str = ""
    is_cancelled: bool = False
    taken: tuple[tuple[str, str], ...] = ()
    original: Original | None = None

    @property
    def asks(self) -> bool:
        """Whether something waits for a choice of the user."""
        return bool(self.offered or self.attachments or self.tables)
