"""The engines that find events, loaded when they are first needed and kept by who owns them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain import UNWATCHED, USUAL, Conventions, Progress, Proposal, UserError
from timeline_app.extraction.merging import merged
from timeline_app.extraction.proposer import BUILT_IN, EngineSettings, EventProposer, Tell, untold
from timeline_app.extraction.proposers import (
    ADDING,
    OURS,
    is_foreign,
    load_proposer,
    load_rules,
    propose_with,
)

if TYPE_CHECKING:
    from timeline_app.domain.time import CivilDate
    from timeline_app.extraction.analysis import Analysis

_BUILT_IN = EngineSettings(BUILT_IN)
_Ask = Callable[[EventProposer], list[Proposal]]


class Proposers:
    """Makes proposals with the engine that is chosen, or with simpler ones where it fails.

    Make one for a window or for a command: what it has loaded serves every later article. Nothing
    loads before the first one. Any thread may call; articles wait for each other.
    """

    def __init__(self, settings: EngineSettings = _BUILT_IN) -> None:
        self._lock = threading.Lock()
        self._settings = self._chosen = settings
        self._loaded: dict[EngineSettings, EventProposer | str] = {}

    @property
    def settings(self) -> EngineSettings:
        """What is chosen."""
        return self._chosen

    def choose(self, settings: EngineSettings) -> None:
        """Take another engine from the next article on; what failed to load is tried again.

        Waits for nothing: an article that is being read is read to its end with what was chosen.
        """
        self._chosen = replace(settings)  # another object, though it may be equal: a new choice

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
        """The events of an article, as of an `EventProposer`; an engine that fails is told of."""

        def ask(proposer: EventProposer) -> list[Proposal]:
            return propose_with(
                proposer,
                analysis,
                anchor,
                title=title,
                conventions=conventions,
                progress=progress,
                tell=tell,
            )

        with self._lock:
            if is_foreign(analysis):
                return ask(load_rules(_BUILT_IN))
            self._take_up_choice()
            return self._propose(ask, tell)

    def get_ready(self, analysis: Analysis) -> None:
        """Load the engines before they are needed, and let the one that is ours read a text.

        What fails is told of with the first article.
        """
        with self._lock, suppress(UserError):
            self._take_up_choice()
            is_ours = self._settings.name in OURS and self._settings.name not in ADDING
            engine = self._engine(self._settings if is_ours else _BUILT_IN)
            propose_with(engine, analysis, None)

    def _take_up_choice(self) -> None:
        """Let go of what is no longer chosen, and of failures."""
        if self._settings is self._chosen:
            return
        self._settings = self._chosen
        self._loaded = {
            key: engine
            for key, engine in self._loaded.items()
            if key == _BUILT_IN and not isinstance(engine, str)
        }

    def _propose(self, ask: _Ask, tell: Tell) -> list[Proposal]:
        """Of what is chosen; beside it, or in its place, of what is built in."""
        chosen = self._ask(self._settings, ask, tell)
        if chosen is not None and self._settings.name not in ADDING:
            return chosen
        built_in = self._ask(_BUILT_IN, ask, tell) if self._settings != _BUILT_IN else None
        found = ask(load_rules(_BUILT_IN)) if built_in is None else built_in
        return merged(found, chosen or ())

    def _ask(self, settings: EngineSettings, ask: _Ask, tell: Tell) -> list[Proposal] | None:
        """What an engine finds; None when it fails."""
        try:
            return ask(self._engine(settings))
        except UserError as error:
            tell(str(error))
            return None

    def _engine(self, settings: EngineSettings) -> EventProposer:
        """A loaded engine; one that did not load is not tried again."""
        if settings not in self._loaded:
            try:
                self._loaded[settings] = load_proposer(settings)
            except UserError as error:
                self._loaded[settings] = str(error)
        engine = self._loaded[settings]
        if isinstance(engine, str):
            raise UserError(engine)
        return engine
