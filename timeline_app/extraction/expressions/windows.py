"""Finds the stretches of a text that can hold a time expression, so that only they are read.

A word or a number that can be the heart of an expression is a seed: "October", "week", "29".
Around it stand words that can belong to an expression but tell no time by themselves: "the",
"last", "of". A window reaches from one other word to the next, with a seed between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from timeline_app.extraction.expressions.tables_en import PHRASES, WORDS

# A word, cut where a capital follows a small letter ("RussiaTuesday"), or a number with what is
# written onto it ("29th", "1O", "l998").
_PIECE = re.compile(
    r"(?=[^\W_])(?:[A-Z]?[a-z]++(?![\d'’])"  # most words, without a second look
    r"|(\d[\dOolI]*+(?![A-Za-z])|\d++(?:st|nd|rd|th)?|[OolI]+\d[\dOolI]*)"
    r"|[A-Z]*[a-z]+(?:['’](?!s\b)[a-z]+)?|[A-Z]+)"
)
# The types of words that belong to a time expression but are none without another word, and of
# phrases that only look like one.
_IDLE = frozenset("taiehmlxvfJj&|>oBRbq+=~?gkrEApz0.")
_CUT_OFF = (
    "p m b c d e q h s t w z ca fy st nd rd th".split()
)  # the letters of "p.m.", "Q3", "A.D.", "2024-W43"


def _known_words() -> dict[str, bool]:
    """Every word that can belong to an expression, and whether it is a seed."""
    known = dict.fromkeys(_CUT_OFF, False)
    known.update((word, letter not in _IDLE) for word, (letter, _) in WORDS.items())
    names = {phrase: _words_of(phrase) for phrase in PHRASES}
    common = Counter(word for words in names.values() for word in words)
    for phrase, words in names.items():
        for word in words:
            known.setdefault(word, False)
        if PHRASES[phrase][0] not in _IDLE and not any(known[word] for word in words):
            named = [word for word in words if word not in WORDS and len(word) > 2]
            known[max(named or words, key=common.__getitem__)] = True
    return known | {word.replace("'", "’"): is_seed for word, is_seed in known.items()}


def _words_of(phrase: str) -> list[str]:
    return [match[0].lower() for match in _PIECE.finditer(phrase)]


_KNOWN: Final = _known_words()


def windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches to read between two places of a text, from left to right."""
    left = start
    has_seed = False
    for match in _PIECE.finditer(text, start, end):
        is_seed = _KNOWN.get(match[0].lower()) if match.lastindex is None else True
        if is_seed:
            has_seed = True
        elif is_seed is None:
            if has_seed:
                yield left, match.end()
                has_seed = False
            left = match.start()
    if has_seed:
        yield left, end
