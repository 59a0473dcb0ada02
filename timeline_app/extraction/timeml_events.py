"""EVENT elements of TimeML 1.2.1: which words of a text stand for events, how put, and when."""

from __future__ import annotations

import datetime as dt
from functools import cache

from timeline_app.domain import Factuality, Relation, TextRange, UserError
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.dating import date_by
from timeline_app.extraction.detection import ENGLISH
from timeline_app.extraction.events.factuality.agreement import agreed
from timeline_app.extraction.events.mentions import is_predicate
from timeline_app.extraction.events.reading import Models, read_with
from timeline_app.extraction.events.times.linking import link_times
from timeline_app.extraction.expressions import Resolution, resolve
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence

EventRow = tuple[int, int, str, str, str, str, str, str]


def event_rows(text: str, dct: dt.date) -> list[EventRow]:
    """The EVENT elements of an English text written on the day `dct`.

    Each is (start, end, class, tense, aspect, polarity, modality, span): the words of TimeML's
    attributes, and when the event was as EDTF, empty when nothing says so. As those who mark up
    news do, it puts what is past and has no time on the day of the article, unless it was past
    before that: of the events that people gave one day, so many were on it (61 to 63 in a hundred
    in TimeBank). Proposals do not: there such an event is on or before that day. Takes linear time
    and accepts any text; UserError when the language model cannot be loaded.
    """
    models = _models()
    anchor = CivilDate(dct.year, dct.month, dct.day)
    analysis = analyse(text, [TextRange(0, len(text))], ENGLISH)
    read = read_with(models, analysis)
    resolutions = {
        each.expression.range: each for each in resolve(text, analysis.expressions, anchor)
    }
    rows = []
    for sentence, found, links in zip(read.sentences, read.events, link_times(read), strict=True):
        for event in found:
            link = links.get(event.word)
            resolution = resolutions.get(link.time.expression.range) if link else None
            relation = link.relation if link else Relation.WITHIN
            span = _span_of(text, anchor, sentence, event, resolution, relation)
            rows.append(_event_row(sentence.words[event.word].range, event, span))
    return rows


@cache
def _models() -> Models:
    """The shipped models, loaded once: a judge calls `events` for one text after the other.

    Nothing else of the program uses these; who proposes events holds models of its own.
    """
    try:
        return Models.load()
    except ImportError as error:
        raise UserError("spaCy, which the language model needs, is missing.") from error


def _span_of(
    text: str,
    anchor: CivilDate,
    sentence: ParsedSentence,
    event: TaggedEvent,
    resolution: Resolution | None,
    relation: Relation,
) -> str:
    is_clause = is_predicate(sentence, event.word)
    judgement, resolution = agreed(sentence, event, resolution, anchor, is_clause=is_clause)
    trigger = sentence.words[event.word].range
    dating = date_by(text, anchor, trigger, resolution, judgement.factuality, relation)
    is_told = judgement.factuality in (Factuality.HAPPENED, Factuality.SAID)
    if is_told and resolution is None and not _was_past_before(event):
        return write_edtf(TimeSpan.on(anchor))
    return write_edtf(dating.span) if dating.span is not None else ""


def _was_past_before(event: TaggedEvent) -> bool:
    """Whether it is told in the past perfect."""
    return event.form.tense == "PAST" and event.form.aspect.startswith("PERFECTIVE")


def _event_row(place: TextRange, event: TaggedEvent, span: str) -> EventRow:
    form = event.form
    polarity = "NEG" if form.is_negated else "POS"
    start, end = place
    return start, end, event.event_class, form.tense, form.aspect, polarity, form.modality, span
