"""Whether the clause around an open date looks ahead: by the verbs of the language's table."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.foreign.lexicon import Lexicon
from timeline_app.extraction.expressions.tense import NO_CUE, Cue

_REACH: Final = 160  # characters on either side that may belong to the clause
_CLAUSE_END = re.compile(r"[.,;:!?()“”„«»\"\n–—]")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters of a verb that is known by its ending


def cue_around(text: str, place: TextRange, words: Lexicon) -> Cue:
    """The nearest verb in the clause of `place` that looks ahead, or no cue."""
    start, end = _clause_around(text, place)
    before = [match.group() for match in _WORD.finditer(text, start, place.start)]
    after = [match.group() for match in _WORD.finditer(text, place.end, end)]
    cues = [*_cues(before[::-1], words, -1), *_cues(after, words, 1)]
    return min(cues, key=lambda cue: cue.distance, default=NO_CUE)


def _clause_around(text: str, place: TextRange) -> tuple[int, int]:
    """The clause; a date set off at its beginning by a comma belongs to what follows."""
    earliest = max(0, place.start - _REACH)
    ends = [match.end() for match in _CLAUSE_END.finditer(text, earliest, place.start)]
    start = ends[-1] if ends else earliest
    latest = min(len(text), place.end + _REACH)
    behind = place.end
    if text[behind : behind + 1] == ",":
        behind += 1
    end = _CLAUSE_END.search(text, behind, latest)
    return start, end.start() if end else latest


def _cues(row: list[str], words: Lexicon, step: int) -> list[Cue]:
    """The cues of a row of words that leads away from the date, each with its distance."""
    cues = []
    for distance, word in enumerate(row):
        beside = distance + step
        following = row[beside] if 0 <= beside < len(row) else ""
        if _looks_ahead(word, following, words):
            cues.append(Cue(1, word, distance))
    return cues


def _looks_ahead(word: str, following: str, words: Lexicon) -> bool:
    lowered = word.lower()
    if (lowered,) in words.future_words or (lowered, following.lower()) in words.future_words:
        return True
    return word == lowered and len(word) >= _SHORTEST and word.endswith(words.future_endings)
