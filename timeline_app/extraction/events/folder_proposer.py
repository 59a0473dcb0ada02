"""The proposer that parses with a spaCy pipeline of the user's; the rest is the built-in one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain import UNWATCHED, USUAL, Conventions, Progress, Proposal, UserError
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.proposer import SPACY_FOLDER, EngineSettings, Tell, untold

if TYPE_CHECKING:
    from timeline_app.domain.time import CivilDate
    from timeline_app.extraction.analysis import Analysis


class FolderProposer:
    """Finds events as the built-in proposer does, on the trees and names of another parser."""

    name = SPACY_FOLDER
    title = "A spaCy pipeline in a folder"

    def __init__(self, models: Models) -> None:
        self._proposer = ModelProposer(models)

    @classmethod
    def load(cls, settings: EngineSettings) -> FolderProposer:
        """Load what is shipped and the pipeline; UserError when that cannot be used here."""
        from timeline_app.extraction.model.folder_model import FolderModel
        from timeline_app.extraction.model.language_model import LanguageModel

        if settings.folder is None:
            raise UserError("No folder with a spaCy pipeline is chosen.")
        clusters = LanguageModel.load().clusters
        return cls(Models.load(parser=FolderModel.load(settings.folder, clusters)))

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
        """The events of an article, in text order; the rule of each names this proposer."""
        found = self._proposer.propose(
            analysis, anchor, title=title, conventions=conventions, progress=progress, tell=tell
        )
        return [replace(each, rule=f"{SPACY_FOLDER}: {each.rule}") for each in found]
