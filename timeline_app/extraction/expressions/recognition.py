"""Finds the time expressions of a text. No anchor is needed, and none is known here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.grammar_composed import COMPOSED, LIMITED, RELATED
from timeline_app.extraction.expressions.grammar_dates import DATES
from timeline_app.extraction.expressions.grammar_deictic import DEICTIC
from timeline_app.extraction.expressions.grammar_lengths import LENGTHS, NUMBERS
from timeline_app.extraction.expressions.guards import is_rate, is_time
from timeline_app.extraction.expressions.meaning import (
    Amount,
    Duration,
    Era,
    Meaning,
    Recurring,
    Shift,
    Stretch,
    Tendency,
    Unit,
    Vague,
)
from timeline_app.extraction.expressions.model import Kind, TimeExpression
from timeline_app.extraction.expressions.nature import core_of, grain_of, is_open
from timeline_app.extraction.expressions.neighbours import cue_behind, with_known_year
from timeline_app.extraction.expressions.surface import Surface, surface_of
from timeline_app.extraction.expressions.tables_en import IN
from timeline_app.extraction.expressions.tense import Tenses
from timeline_app.extraction.expressions.tokens import Token, scan

LAYERS = (NUMBERS, LENGTHS, DEICTIC, DATES, COMPOSED, LIMITED, RELATED)
_ACCEPTED = frozenset("DQC@L*VY")


def recognise(text: str, sentences: Sequence[TextRange]) -> list[TimeExpression]:
    """The time expressions inside the sentences of a text, in order, not overlapping.

    Sentences that follow each other with nothing but white space between them are read as one,
    so that an expression is found even where a sentence was cut too early.
    """
    found: list[TimeExpression] = []
    surface = surface_of(text)
    if surface.is_moved:
        sentences = [surface.as_read(sentence) for sentence in sentences]
    plain = surface.text
    tenses = Tenses(plain)
    for start, end in joined(plain, sentences):
        row = parse(plain, start, end)
        for before, token in zip([None, *row], row, strict=False):
            if token.code in _ACCEPTED:
                found += _accepted(plain, token, before, tenses)
    return [_as_written(each, surface) for each in found] if surface.is_moved else found


def _as_written(expression: TimeExpression, surface: Surface) -> TimeExpression:
    parts = tuple(_as_written(part, surface) for part in expression.parts)
    return replace(expression, range=surface.as_written(expression.range), parts=parts)


def _accepted(
    text: str, token: Token, before: Token | None, tenses: Tenses
) -> list[TimeExpression]:
    """The expression that a candidate makes in its context; none if it only looks like a time."""
    if isinstance(token.value, Amount) and is_rate(text, token, token.value):
        token = token._replace(code="*", value=Recurring(token.value), rule="rate")
    if not is_time(text, token) or _is_told_of_the_past(token, tenses):
        return []
    token = with_known_year(text, _ahead(text, token, before, tenses))
    expression = expression_of(token, tenses)
    cue = cue_behind(text, token)
    return [expression if cue is None else replace(expression, cue=cue)]


def _is_told_of_the_past(token: Token, tenses: Tenses) -> bool:
    """“Soon” in a story says how fast, not when: "it soon became a flood"."""
    if token.value != Vague(Tendency.FUTURE) or token.rule:
        return False
    cue = tenses.cue_around(TextRange(token.start, token.end))
    return cue.direction < 0 or cue.word.lower() == "would"


def parse(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The row of tokens of a stretch of a text after all layers of the grammar."""
    tokens = scan(text, start, end)
    for layer in LAYERS:
        tokens = layer.rewrite(tokens)
    return tokens


# “The first budget in 14 years” looks back, whatever the verb says.
_FIRST_IN = re.compile(
    r"\b(?:first|second|third|only|last|most|least|worst|best|record|\w{3,}est)\b[^.;:!?\n]{0,40}\Z",
    re.IGNORECASE,
)
_FIRST_REACH = 56  # characters


def _ahead(text: str, token: Token, before: Token | None, tenses: Tenses) -> Token:
    """“In two weeks” is a date when the clause looks ahead, else a length of time."""
    amount = token.value
    if before is None or before.value is not IN or not isinstance(amount, Amount):
        return token
    if amount.count is None or amount.unit < Unit.DAY:
        return token
    looks_back = _FIRST_IN.search(text, max(0, before.start - _FIRST_REACH), before.start)
    if looks_back or tenses.cue_around(TextRange(before.start, token.end)).direction <= 0:
        return token
    return token._replace(code="Q", value=Shift(amount, 1), rule="in a length of time")


def joined(text: str, sentences: Sequence[TextRange]) -> Iterator[tuple[int, int]]:
    """Where stretches of sentences begin and end that only white space keeps apart."""
    start = end = -1
    for sentence in sorted(sentences):
        if end >= 0 and not text[end : sentence.start].strip():
            end = max(end, sentence.end)
            continue
        if end >= 0:
            yield start, end
        start, end = sentence
    if end >= 0:
        yield start, end


def expression_of(token: Token, tenses: Tenses | None = None) -> TimeExpression:
    """The time expression that a token stands for, once the grammar is through with it.

    `tenses` give it the tense around it, where that decides what it means.
    """
    meaning = _meaning_of(token)
    place = TextRange(token.start, token.end)
    return TimeExpression(
        place,
        meaning,
        token.rule or "word",
        _kind(meaning),
        tuple([expression_of(part) for part in token.parts]),
        tenses.cue_around(place) if tenses is not None and is_open(meaning) else None,
    )


def _meaning_of(token: Token) -> Meaning:
    value = token.value
    if isinstance(value, Unit):
        return Duration((Amount(None, value),))
    if isinstance(value, Amount):
        return Duration((value,))
    return cast(Meaning, value)


def _kind(meaning: Meaning) -> Kind:
    core = core_of(meaning)
    if isinstance(core, Era):
        return "era"
    if isinstance(core, Shift):  # of "an hour ago" no more than the day is known
        return "date"
    if isinstance(core, Recurring):
        return "set"
    grain = grain_of(core)
    if isinstance(core, Duration) or (isinstance(core, Stretch) and grain is None):
        return "duration"
    return "time" if grain is Unit.HOUR else "date"
