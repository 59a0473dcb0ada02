"""Which way an open date points: the tense of the clause around it, by cue words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.tables_en import FUTURE_CUES, NOT_PAST, PAST_CUES

_REACH = 160  # characters looked at on either side
_CLAUSE_END = re.compile(r"[;:!?\n]|\.(?=\s|$)|[“”\"]|,\s(?:and|but|which|who)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """A direction, -1 past, 1 future or 0 unknown, and the word it was read from."""

    direction: int
    word: str = ""


NO_CUE = Cue(0)


def cue_around(text: str, place: TextRange) -> Cue:
    """The nearest sign of tense in the clause: first before the place, then after it."""
    before = text[max(0, place.start - _REACH) : place.start]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    words = [match.group() for match in _WORD.finditer(before)]
    cue = _nearest(list(reversed(words)))
    if cue.direction:
        return cue
    after = text[place.end : place.end + _REACH]
    end = _CLAUSE_END.search(after)
    after = after[: end.start()] if end else after
    return _nearest([match.group() for match in _WORD.finditer(after)])


def _nearest(words: list[str]) -> Cue:
    past = NO_CUE
    for index, word in enumerate(words):
        lowered = word.lower()
        if lowered in FUTURE_CUES or lowered.endswith(("'ll", "’ll")):
            return Cue(1, word)
        if not past.direction and _is_past(lowered) and index < len(words):
            past = Cue(-1, word)
            if lowered not in ("said", "expected", "scheduled", "planned", "set"):
                return past
    return past


def _is_past(word: str) -> bool:
    return word in PAST_CUES or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST)
