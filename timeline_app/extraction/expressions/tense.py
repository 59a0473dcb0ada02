"""Which way an open date points: the tense of the clause around it, by cue words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.tables_en import (
    FUTURE_BEFORE_TO,
    FUTURE_CUES,
    NOT_PAST,
    PAST_CUES,
    TO_WORDS,
)

_REACH = 160  # characters looked at on either side
_FAR = 99  # words; further than any cue
_AFTER_PENALTY = 2  # words; a verb before the date binds more strongly than one after it
_CLAUSE_END = re.compile(r"[;:!?]|\n\s*\n|\.(?=\s|$)|[“”\"]|''|``|,\s(?:and|but|which|who)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """A direction, -1 past, 1 future or 0 unknown, and the word it was read from.

    `distance` counts the words between the cue and the date.
    """

    direction: int
    word: str = ""
    distance: int = _FAR


_FORMS_OF_BE = frozenset({"is", "are", "be"})
NO_CUE = Cue(0)


def cue_around(text: str, place: TextRange) -> Cue:
    """The nearest sign of tense in the clause around a place in the text."""
    before = _cue_before(_words_before(text, place.start))
    after = _cue_after(_words_after(text, place.end))
    return before if before.distance <= after.distance + _AFTER_PENALTY else after


def _words_before(text: str, position: int) -> list[str]:
    """The words of the clause up to a position, the nearest first."""
    window = text[max(0, position - _REACH) : position]
    ends = [match.end() for match in _CLAUSE_END.finditer(window)]
    words = _WORD.findall(window[ends[-1] :] if ends else window)
    return words[::-1]


def _words_after(text: str, position: int) -> list[str]:
    window = text[position : position + _REACH]
    end = _CLAUSE_END.search(window)
    return _WORD.findall(window[: end.start()] if end else window)


def _cue_before(words: Sequence[str]) -> Cue:
    for distance, word in enumerate(words):
        following = words[distance - 1].lower() if distance else ""
        earlier = words[distance + 1].lower() if distance + 1 < len(words) else ""
        if earlier == "be" or (earlier in _FORMS_OF_BE and word.lower() == "to"):
            return Cue(1, word, distance)
        direction = _direction(word.lower(), following)
        if direction > 0 and _is_told_in_past(words[distance + 1 : distance + 4]):
            return Cue(-1, "had", distance)
        if direction:
            return Cue(direction, word, distance)
    return NO_CUE


def _cue_after(words: Sequence[str]) -> Cue:
    for distance, word in enumerate(words):
        following = words[distance + 1].lower() if distance + 1 < len(words) else ""
        direction = _direction(word.lower(), following)
        if direction:
            return Cue(direction, word, distance)
    return NO_CUE


def _direction(word: str, following: str) -> int:
    if word in FUTURE_CUES or word.endswith(("'ll", "’ll")):
        return 1
    if word in FUTURE_BEFORE_TO and following in TO_WORDS:
        return 1
    is_past = word in PAST_CUES or (word.endswith("ed") and len(word) > 4)
    return -1 if is_past and word not in NOT_PAST else 0


def _is_told_in_past(earlier: Sequence[str]) -> bool:
    """Whether “had been” stands before a plan: it lies in the past of the article."""
    return any(word.lower() == "had" for word in earlier)
