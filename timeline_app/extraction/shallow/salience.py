"""Salience: how much an event mention deserves a place on a timeline, from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Sequence

from timeline_app.domain import Factuality, Proposal
from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.clauses import Clause
from timeline_app.extraction.shallow.factuality import is_statement, is_under_way
from timeline_app.extraction.shallow.mentions import EventMention
from timeline_app.extraction.shallow.name_kinds import Kind
from timeline_app.extraction.shallow.phrases import is_event_noun
from timeline_app.extraction.shallow.pronouns import is_pronoun
from timeline_app.extraction.shallow.tags import Tag

THRESHOLD = 0.4
_WORDS_PER_DATED = 8
_WORDS_PER_UNDATED = 67
_FEWEST_DATED, _FEWEST_UNDATED = 5, 3
_BASE = 0.4
_OF_FACTUALITY = {
    Factuality.HAPPENED: 0.0,
    Factuality.UNDER_WAY: 0.0,
    Factuality.PLANNED: 0.0,
    Factuality.SAID: -0.05,
    Factuality.DENIED: -0.2,
    Factuality.POSSIBLE: -0.25,
}


def salience_of(mention: EventMention, title_words: frozenset[str], position: float) -> float:
    """The salience of a mention; `position` is 0 at the beginning of the article, 1 at its end."""
    score = _BASE + _OF_FACTUALITY[mention.factuality] - 0.05 * position
    score += 0.2 * (mention.time is not None)
    score += 0.03 * min(_shared_words(mention, title_words), 3)
    score += _of_clause(mention, mention.clause) if mention.clause is not None else 0.1
    return round(min(max(score, 0.0), 1.0), 3)


def _of_clause(mention: EventMention, clause: Clause) -> float:
    score = _of_subject(mention, clause) + _of_object(mention, clause)
    group = clause.group
    if is_statement(clause):
        score -= 0.05
    if is_under_way(clause) and not group.is_progressive:
        score -= 0.2 * (mention.factuality is not Factuality.PLANNED)
    if group.is_progressive and mention.time is None:
        score -= 0.1
    if group.lemma in event_words("stative"):
        score -= 0.25
    if clause.opener in ("because", "although", "though", "while", "whereas", "as", "than", "what"):
        score -= 0.1
    return score - 0.1 * clause.is_relative


def _of_subject(mention: EventMention, clause: Clause) -> float:
    tagged, subject = mention.sentence.tagged, clause.subject
    if subject is None:
        return -0.4
    if is_pronoun(tagged, subject):
        return 0.1 if mention.actors else -0.35
    has_name = any(
        name.entity.kind is not Kind.DEMONYM and name.span.start in subject
        for name in mention.sentence.names
    )
    head = tagged.tokens[subject.end - 1].lower
    return 0.12 * has_name - 0.1 * (head in event_words("generic_noun"))


def _of_object(mention: EventMention, clause: Clause) -> float:
    tagged = mention.sentence.tagged
    tags = tagged.tags[clause.rest.start : clause.rest.end]
    if not tags and not clause.group.is_passive:
        return -0.15
    has_event = any(
        is_event_noun(tagged.tokens[place], tagged.tags[place])
        for place in range(clause.rest.start, clause.rest.end)
    )
    has_name = Tag.NAME in tags or Tag.NUMBER in tags
    return 0.05 * has_event + 0.08 * has_name


def _shared_words(mention: EventMention, title_words: frozenset[str]) -> int:
    tokens = mention.sentence.tagged.tokens[mention.extent.start : mention.extent.end]
    return len({token.lower for token in tokens} & title_words)


def select(proposals: Sequence[Proposal], words: int) -> list[Proposal]:
    """Those worth showing, in text order.

    At most one for every eight words of those that the text itself dates, and three for every two
    hundred words of the others.
    """
    dated = [each for each in proposals if each.expression is not None]
    undated = [each for each in proposals if each.expression is None]
    best = _best(dated, max(_FEWEST_DATED, words / _WORDS_PER_DATED))
    best += _best(undated, max(_FEWEST_UNDATED, words / _WORDS_PER_UNDATED))
    return sorted(best, key=lambda each: each.trigger)


def _best(proposals: Sequence[Proposal], most: float) -> list[Proposal]:
    worthy = [each for each in proposals if each.salience >= THRESHOLD]
    return sorted(worthy, key=lambda each: -each.salience)[: math.ceil(most)]
