"""Short ways into the stages of the chain on trees, for the tests of this package."""

from __future__ import annotations

from timeline_app.domain import Proposal, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models, ReadText, read_with

TUESDAY = CivilDate(2024, 10, 29)


def read(models: Models, text: str, title: str = "") -> ReadText:
    return read_with(models, analyse(text, [TextRange(0, len(text))]), title)


def proposals(
    models: Models, text: str, anchor: CivilDate | None = TUESDAY, title: str = ""
) -> list[Proposal]:
    analysis = analyse(text, [TextRange(0, len(text))])
    return ModelProposer(models).propose(analysis, anchor, title=title)


def titles(models: Models, text: str) -> list[str]:
    return [each.title for each in proposals(models, text)]


def the(models: Models, trigger: str, text: str) -> Proposal:
    """The proposal whose trigger is a word of the text."""
    found = [each for each in proposals(models, text) if each.trigger.cut(text) == trigger]
    assert len(found) == 1, [each.trigger.cut(text) for each in proposals(models, text)]
    return found[0]
