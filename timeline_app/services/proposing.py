"""The engines that find events, loaded when they are first needed and kept by who owns them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from timeline_app.domain import USUAL, Conventions, NoProgress, Progress, Proposal, UserError
from timeline_app.extraction.proposer import EngineSettings, EventProposer, Tell, untold
from timeline_app.extraction.proposers import is_foreign, load_proposer, load_rules, propose_with

if TYPE_CHECKING:
    from timeline_app.domain.time import CivilDate
    from timeline_app.extraction.analysis import Analysis

_CHOSEN_BY_NOBODY = EngineSettings()
_WATCHED_BY_NOBODY = NoProgress()


class Proposers:
    """Makes proposals with the engine that is chosen, or with simpler ones where it fails.

    Make one for a window or for a command: what it has loaded serves every later article. Nothing
    loads before the first one. Any thread may call; articles wait for each other.
    """

    def __init__(self, settings: EngineSettings = _CHOSEN_BY_NOBODY) -> None:
        self._lock = threading.Lock()
        self._settings = settings
        self._loaded: dict[EngineSettings, EventProposer | UserError] = {}

    @property
    def settings(self) -> EngineSettings:
        """What is chosen."""
        return self._settings

    def choose(self, settings: EngineSettings) -> None:
        """Take another engine from the next article on; what failed to load is tried again."""
        with self._lock:
            self._settings = settings
            self._loaded = {
                key: engine
                for key, engine in self._loaded.items()
                if key == _CHOSEN_BY_NOBODY and not isinstance(engine, UserError)
            }

    def propose(
        self,
        analysis: Analysis,
        anchor: CivilDate | None,
        *,
        title: str = "",
        conventions: Conventions = USUAL,
        progress: Progress = _WATCHED_BY_NOBODY,
        tell: Tell = untold,
    ) -> list[Proposal]:
        """The events of an article, as of an `EventProposer`; an engine that fails is told of."""
        with self._lock:
            engine = load_rules(self._settings) if is_foreign(analysis) else self._engine(tell)
            return propose_with(
                engine,
                analysis,
                anchor,
                title=title,
                conventions=conventions,
                progress=progress,
                tell=tell,
            )

    def _engine(self, tell: Tell) -> EventProposer:
        """The first that can be loaded: what is chosen, what is built in, the rules alone."""
        for settings in (self._settings, _CHOSEN_BY_NOBODY):
            engine = self._load(settings)
            if not isinstance(engine, UserError):
                return engine
            tell(str(engine))
        return load_rules(_CHOSEN_BY_NOBODY)

    def _load(self, settings: EngineSettings) -> EventProposer | UserError:
        if settings not in self._loaded:
            try:
                self._loaded[settings] = load_proposer(settings)
            except UserError as error:
                self._loaded[settings] = error
        return self._loaded[settings]
