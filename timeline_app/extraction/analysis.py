"""Analysis: what a text holds, whatever the date of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.any_language import language_of, recognise_in
from timeline_app.extraction.detection import ENGLISH
from timeline_app.extraction.expressions import TimeExpression
from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES, lexicon
from timeline_app.extraction.foreign_sentences import whole_sentences
from timeline_app.extraction.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its sentences and time expressions, both in text order, and its language.

    It does not depend on the article's date: when that is corrected, only resolving runs again.
    """

    text: str
    body: tuple[TextRange, ...]
    sentences: tuple[TextRange, ...]
    expressions: tuple[TimeExpression, ...]
    language: str = ENGLISH


def analyse(text: str, body: Sequence[TextRange], language: str = "") -> Analysis:
    """Find sentences and time expressions in the body of an article. Takes linear time.

    `language` is a tag such as "en" or "en-GB"; where it is empty, the text itself shows it.
    """
    language = language.partition("-")[0] or language_of(text)
    sentences = split_sentences(text, body)
    found = recognise_in(text, sentences, language)
    expressions = sorted(found, key=lambda expression: expression.range)
    if language in LANGUAGES:
        sentences = whole_sentences(text, sentences, expressions, lexicon(language))
    return Analysis(text, tuple(body), tuple(sentences), tuple(expressions), language)
