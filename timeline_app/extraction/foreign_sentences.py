"""Puts together sentences of a foreign text that were cut at an abbreviation or an ordinal."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions import TimeExpression
from timeline_app.extraction.expressions.foreign.lexicon import Lexicon

_GERMAN_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.\Z")  # "der 3. Platz"
_LONGEST = 1_500  # characters of a sentence, as where the text was cut
_TAIL = 8  # characters that hold any abbreviation


def whole_sentences(
    text: str,
    sentences: Sequence[TextRange],
    expressions: Sequence[TimeExpression],
    words: Lexicon,
) -> list[TextRange]:
    """The sentences of a text, those joined that belong together; both in text order."""
    joined: list[TextRange] = []
    starts = [expression.range.start for expression in expressions]
    for sentence in sentences:
        time = _last_before(sentence, starts, expressions)
        if joined and _goes_on(text, joined[-1], sentence, words, time):
            joined[-1] = TextRange(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


def _last_before(
    sentence: TextRange, starts: Sequence[int], expressions: Sequence[TimeExpression]
) -> TextRange | None:
    """The last time expression that begins before a sentence."""
    index = bisect_left(starts, sentence.start) - 1
    return expressions[index].range if index >= 0 else None


def _goes_on(
    text: str, first: TextRange, second: TextRange, words: Lexicon, time: TextRange | None
) -> bool:
    """Whether two sentences that follow each other are one."""
    is_far = "\n\n" in text[first.end : second.start] or second.end - first.start > _LONGEST
    if is_far:
        return False
    if time is not None and time.end >= first.end:
        return time.end > second.start
    tail = text[max(first.start, first.end - _TAIL) : first.end].lower()
    if words.names_have_capitals and _GERMAN_ORDINAL.search(tail):
        return True
    return any(_ends_with(tail, abbreviation) for abbreviation in words.abbreviations)


def _ends_with(tail: str, abbreviation: str) -> bool:
    before = tail[: -len(abbreviation)]
    return tail.endswith(abbreviation) and not before[-1:].isalnum()
