"""Finds the time expressions of a text in one of the foreign languages, by its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.cascade import Layer
from timeline_app.extraction.expressions.foreign.grammar_composed import (
    ABOUT,
    CLOCKS,
    PARTS,
    RELATED,
)
from timeline_app.extraction.expressions.foreign.grammar_counted import COUNTED, LENGTHS
from timeline_app.extraction.expressions.foreign.grammar_dates import (
    DATES,
    LONE_MONTHS,
    LONE_YEARS,
    NAMED_MONTHS,
)
from timeline_app.extraction.expressions.foreign.letters import AHEAD_OR_LENGTH
from timeline_app.extraction.expressions.foreign.lexicon import Lexicon, lexicon
from timeline_app.extraction.expressions.foreign.scanning import scan
from timeline_app.extraction.expressions.foreign.tense import cue_around
from timeline_app.extraction.expressions.meaning import Duration, Shift
from timeline_app.extraction.expressions.model import READ_BY_DATEPARSER, TimeExpression
from timeline_app.extraction.expressions.nature import is_open
from timeline_app.extraction.expressions.recognition import expression_of, joined

_ACCEPTED = frozenset("DQC@L*")


def recognise_foreign(
    text: str, sentences: Sequence[TextRange], language: str
) -> list[TimeExpression]:
    """The time expressions inside the sentences of a text, in order, not overlapping.

    `language` is one of LANGUAGES. Sentences that follow each other are read as one, since "am 3.
    März" is easily cut in two. Each open date carries the tense of its clause. Takes linear time.
    """
    words = lexicon(language)
    found: list[TimeExpression] = []
    for start, end in joined(text, sentences):
        tokens = scan(text, start, end, words)
        otherwise = {token.start for token in tokens if token.rule == READ_BY_DATEPARSER}
        for layer in _layers(words):
            tokens = layer.rewrite(tokens)
        accepted = (expression_of(token) for token in tokens if token.code in _ACCEPTED)
        found += [_with_tense(_with_reader(each, otherwise), text, words) for each in accepted]
    return found


def _layers(words: Lexicon) -> tuple[Layer, ...]:
    months = NAMED_MONTHS if words.names_have_capitals else LONE_MONTHS
    years = (LONE_YEARS,) if words.years_stand_alone else ()
    return (LENGTHS, COUNTED, DATES, months, *years, PARTS, CLOCKS, ABOUT, RELATED)


def _with_reader(expression: TimeExpression, otherwise: set[int]) -> TimeExpression:
    """An expression that says so when a date in it was read by dateparser."""
    if otherwise.isdisjoint(range(*expression.range)):
        return expression
    return replace(expression, rule=READ_BY_DATEPARSER)


def _with_tense(expression: TimeExpression, text: str, words: Lexicon) -> TimeExpression:
    is_undecided = expression.rule == AHEAD_OR_LENGTH
    if not (is_undecided or is_open(expression.meaning)):
        return expression
    cue = cue_around(text, expression.range, words)
    meaning = expression.meaning
    if is_undecided and cue.direction <= 0 and isinstance(meaning, Shift):
        length = Duration((meaning.amount,))
        return replace(expression, meaning=length, kind="duration", cue=cue)
    return replace(expression, cue=cue)
