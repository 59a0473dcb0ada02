"""What makes proposals of an article: what it can do, and what it needs to know to be loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from timeline_app.domain import UNWATCHED, USUAL, Conventions, Progress, Proposal

if TYPE_CHECKING:
    from timeline_app.domain.time import CivilDate
    from timeline_app.extraction.analysis import Analysis

BUILT_IN = "built-in"
RULES = "rules"
SPACY_FOLDER = "spacy-folder"
LOCAL_SERVER = "local-server"

Tell = Callable[[str], None]


def untold(_sentence: str) -> None:
    """Keep a sentence to oneself."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Which proposer the user has chosen, by its name, and what it needs to be loaded.

    `folder` is that of a spaCy pipeline. `address` and `model` are those of a server; only with
    `may_leave_computer` may that be another computer than this.
    """

    name: str = BUILT_IN
    folder: Path | None = None
    address: str = ""
    model: str = ""
    may_leave_computer: bool = False


class EventProposer(Protocol):
    """Finds the events of an article in English. One that was loaded serves all articles.

    `name` is that of its registration, `title` is for people.
    """

    @property
    def name(self) -> str:
        """The name that it is registered under."""

    @property
    def title(self) -> str:
        """What to call it in the window."""

    def propose(
        self,
        analysis: Analysis,
        anchor: CivilDate | None,
        *,
        title: str = "",
        conventions: Conventions = USUAL,
        progress: Progress = UNWATCHED,
        tell: Tell = untold,
    ) -> list[Proposal]:
        """The events of an article, in text order.

        `anchor` is the article's date; without it, what depends on it has no span. `title` is the
        article's. `progress` may raise Cancelled. `tell` is called with each sentence about what
        was left out. Raises UserError when nothing could be found out at all.
        """
