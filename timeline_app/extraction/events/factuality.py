"""Factuality: whether the text says that an event happened, will, may, or did not."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain import Factuality
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence


@dataclass(frozen=True, slots=True)
class Judgement:
    """The factuality of an event, who vouches for it, and in a short sentence why.

    `reporter` is the word that tells that somebody says so, `source_words` are who does.
    """

    factuality: Factuality
    reporter: int | None = None
    source_words: tuple[int, ...] = ()
    why: str = ""


def judge(
    sentence: ParsedSentence,  # noqa: ARG001
    event: TaggedEvent,
    *,
    lies_ahead: bool = False,
) -> Judgement:
    """Judge one event. `lies_ahead` says that its time is after the article's date."""
    form = event.form
    if form.modality != "NONE":
        return Judgement(Factuality.POSSIBLE, why="It only may be.")
    if form.is_negated:
        return Judgement(Factuality.DENIED, why="The text denies it.")
    if form.tense == "FUTURE" or lies_ahead:
        return Judgement(Factuality.PLANNED, why="It lay ahead.")
    if form.aspect == "PROGRESSIVE" and form.tense == "PRESENT":
        return Judgement(Factuality.UNDER_WAY, why="It was going on.")
    return Judgement(Factuality.HAPPENED)
