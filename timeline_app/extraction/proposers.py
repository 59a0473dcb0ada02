"""Proposers: what makes proposals of an article, and where other ones are found.

A proposer is registered under a name in the entry-point group `timeline_app.proposers`, by a
function `load(settings: EngineSettings) -> EventProposer` that may take a second and raises
UserError when it cannot. The program's own are in a list as well: they are there without a look at
what is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from timeline_app.domain import (
    UNWATCHED,
    USUAL,
    Cancelled,
    Conventions,
    Progress,
    Proposal,
    UserError,
)
from timeline_app.extraction.proposer import (
    BUILT_IN,
    LOCAL_SERVER,
    RULES,
    SPACY_FOLDER,
    EngineSettings,
    EventProposer,
    Tell,
    untold,
)

if TYPE_CHECKING:
    from timeline_app.domain.time import CivilDate
    from timeline_app.extraction.analysis import Analysis

GROUP = "timeline_app.proposers"
_NO_SPACY = (
    "spaCy, which the language model needs, is missing. Install Timeline App again, or go on "
    "without it: proposals are then simpler."
)


Load = Callable[[EngineSettings], EventProposer]


def propose_with(
    proposer: EventProposer,
    analysis: Analysis,
    anchor: CivilDate | None,
    *,
    title: str = "",
    conventions: Conventions = USUAL,
    progress: Progress = UNWATCHED,
    tell: Tell = untold,
) -> list[Proposal]:
    """The events of an article in any language: what is not in English needs no proposer."""
    if is_foreign(analysis):
        from timeline_app.extraction.foreign_proposals import propose_foreign

        return propose_foreign(analysis, anchor, conventions, progress)
    return proposer.propose(
        analysis, anchor, title=title, conventions=conventions, progress=progress, tell=tell
    )


def is_foreign(analysis: Analysis) -> bool:
    """Whether an article is in a language whose sentences are proposed as they stand."""
    from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES

    return analysis.language in LANGUAGES


def load_built_in(_settings: EngineSettings) -> EventProposer:
    """The proposer with the shipped models; UserError when they, or spaCy, are not there."""
    try:
        from timeline_app.extraction.events.proposer import ModelProposer
        from timeline_app.extraction.events.reading import Models

        return ModelProposer(Models.load())
    except ImportError as error:
        raise UserError(_NO_SPACY) from error


def load_spacy_folder(settings: EngineSettings) -> EventProposer:
    """The built-in proposer, but with the parser of a pipeline in a folder of the user's."""
    try:
        from timeline_app.extraction.events.folder_proposer import FolderProposer

        return FolderProposer.load(settings)
    except ImportError as error:
        raise UserError(_NO_SPACY) from error


def load_rules(_settings: EngineSettings) -> EventProposer:
    """The proposer of word lists and rules. It needs no model, so it always loads."""
    from timeline_app.extraction.shallow.proposer import RuleProposer

    return RuleProposer()


def load_local_server(settings: EngineSettings) -> EventProposer:
    """The proposer that asks a language model; the server is only asked for an article."""
    from timeline_app.extraction.server.proposer import ServerProposer

    return ServerProposer(settings)


OURS: dict[str, Load] = {
    BUILT_IN: load_built_in,
    RULES: load_rules,
    SPACY_FOLDER: load_spacy_folder,
    LOCAL_SERVER: load_local_server,
}
ADDING = frozenset({LOCAL_SERVER})  # those whose proposals stand beside the built-in ones


def names_of_proposers() -> tuple[str, ...]:
    """Every name that a proposer is registered under, the program's own first."""
    return tuple(dict.fromkeys((*OURS, *(name for name, _ in _installed()))))


def load_proposer(settings: EngineSettings) -> EventProposer:
    """Load what was chosen. Raises UserError when it is not there, or in no state to work."""
    ours = OURS.get(settings.name)
    if ours is not None:
        return ours(settings)
    for name, load in _installed():
        if name == settings.name:
            return _loaded(name, load, settings)
    raise UserError(f"No program for finding events is installed as “{settings.name}”.")


def _loaded(name: str, find: Callable[[], Load], settings: EngineSettings) -> EventProposer:
    """What another program brings, which may be broken in any way."""
    try:
        return _OfOthers(name, find()(settings))
    except UserError:
        raise
    except Exception as error:
        raise UserError(f"“{name}”, which is to find events, cannot be loaded: {error}") from error


class _OfOthers:
    """The proposer of another program, which may fail at any time."""

    def __init__(self, name: str, proposer: EventProposer) -> None:
        self.name, self.title, self._proposer = name, proposer.title, proposer

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
        """What it proposes; UserError for whatever goes wrong in it."""
        try:
            return self._proposer.propose(
                analysis, anchor, title=title, conventions=conventions, progress=progress, tell=tell
            )
        except (UserError, Cancelled):
            raise
        except Exception as error:
            raise UserError(f"“{self.title}” failed at finding events: {error}") from error


def _installed() -> Iterator[tuple[str, Callable[[], Load]]]:
    from importlib.metadata import entry_points

    for each in entry_points(group=GROUP):
        yield each.name, each.load
