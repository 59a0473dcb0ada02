"""Finds time expressions in a text of any language that is known."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.domain import TextRange
from timeline_app.extraction.detection import ENGLISH, detect_language
from timeline_app.extraction.expressions import TimeExpression, recognise
from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES


def language_of(text: str, stated: str = "") -> str:
    """The language of an article (ISO 639-1): what its words show, else what was `stated` of it.

    The words come first, since many a page says "en" of a text in another language. Only where it
    names a language that is not known here is it believed: Catalan has its neighbours' words.
    """
    if stated and stated not in (ENGLISH, *LANGUAGES):
        return stated
    return detect_language(text) or stated or ENGLISH


def recognise_in(text: str, sentences: Sequence[TextRange], language: str) -> list[TimeExpression]:
    """The time expressions of a text, in order; a language that is not known is read as English."""
    if language not in LANGUAGES:
        return recognise(text, sentences)
    # Its grammar loads with the first text in one of its languages.
    from timeline_app.extraction.expressions.foreign.recognition import recognise_foreign

    return recognise_foreign(text, sentences, language)
