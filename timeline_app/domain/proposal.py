"""Proposals: events as extraction finds them, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.article import TextRange
from timeline_app.domain.event import Certainty, Factuality, Reading
from timeline_app.domain.participant import Participant, Relation
from timeline_app.domain.time.span import TimeSpan


@dataclass(frozen=True, slots=True)
class Grammar:
    """How an event is put, in the terms of TimeML 1.2.1.

    `event_class` is OCCURRENCE, REPORTING, PERCEPTION, ASPECTUAL, I_ACTION, I_STATE or STATE;
    `tense` PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART or NONE; `aspect` PROGRESSIVE,
    PERFECTIVE, PERFECTIVE_PROGRESSIVE or NONE; `modality` a modal verb in capitals or NONE.
    """

    event_class: str
    tense: str
    aspect: str
    modality: str
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event found in an article's text, with everything that explains it.

    Offsets count characters of the article's text. `quote_range` is the sentence, `trigger` the
    words that name the event, `expression` the time expression that dates it (None when the date
    only follows from the article's own). `span` is None when the expression needs an article date
    and there is none. `rule` names what made the proposal; `reason` is one sentence for the
    researcher. `salience` ranks proposals of one article, 0 to 1.

    `clause` is the part of the sentence that tells of the event; `source` who says so, in the
    words of the text, empty for the article itself. `why` explains in short sentences how the
    title, the factuality and the rank came about. Folded proposals are kept but not shown unless
    asked for: what only may be, and what tells little. `grammar` is None where none was parsed.
    """

    title: str
    span: TimeSpan | None
    quote_range: TextRange
    trigger: TextRange
    expression: TextRange | None
    factuality: Factuality
    certainty: Certainty
    rule: str
    reason: str
    readings: tuple[Reading, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    salience: float = 0.5
    clause: TextRange | None = None
    participants: tuple[Participant, ...] = ()
    source: str = ""
    relation: Relation = Relation.WITHIN
    grammar: Grammar | None = None
    why: tuple[str, ...] = ()
    is_folded: bool = False
