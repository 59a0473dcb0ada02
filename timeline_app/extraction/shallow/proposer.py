"""The proposer of word lists and rules, for where there is no language model."""

from __future__ import annotations

from timeline_app.domain import UNWATCHED, USUAL, Conventions, Progress, Proposal
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.proposer import RULES, Tell, untold
from timeline_app.extraction.shallow.proposals import propose


class RuleProposer:
    """Finds events without a language model: more simply, and with more mistakes."""

    name = RULES
    title = "Built in, without a model"

    def propose(
        self,
        analysis: Analysis,
        anchor: CivilDate | None,
        *,
        title: str = "",
        conventions: Conventions = USUAL,
        progress: Progress = UNWATCHED,
        tell: Tell = untold,  # noqa: ARG002 - leaves nothing out that it could tell of
    ) -> list[Proposal]:
        """The events of an article worth showing, in text order. Takes linear time."""
        return propose(analysis, anchor, title=title, conventions=conventions, progress=progress)
