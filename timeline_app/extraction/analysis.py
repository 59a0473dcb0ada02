"""Analysis: what a text holds, whatever the date of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions import TimeExpression, recognise
from timeline_app.extraction.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its sentences and time expressions, both in text order.

    It does not depend on the article's date: when that is corrected, only resolving runs again.
    """

    text: str
    body: tuple[TextRange, ...]
    sentences: tuple[TextRange, ...]
    expressions: tuple[TimeExpression, ...]


def analyse(text: str, body: Sequence[TextRange]) -> Analysis:
    """Find sentences and time expressions in the body of an article. Takes linear time."""
    sentences = split_sentences(text, body)
    expressions = sorted(recognise(text, sentences), key=lambda expression: expression.range)
    return Analysis(text, tuple(body), tuple(sentences), tuple(expressions))
