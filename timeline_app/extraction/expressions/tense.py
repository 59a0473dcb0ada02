"""Which way an open date points: the tense of the clause around it, by cue words alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.tables_en import WEEKDAY_NAMES
from timeline_app.extraction.language import word_classes

_CUES = word_classes("tense_words.txt")
_FUTURE = _CUES["future"] | _CUES["timetable"]
_TIMETABLE_OF_MANY = _CUES["timetable of many"]
_POSTPONED = _CUES["postponed"]
_TOWARDS = _CUES["towards"]
_PAST, _NOT_PAST = _CUES["past"], _CUES["not past"]

_FAR = 99  # words; further than any cue
_REACH_BEFORE = 30  # words
_REACH_AFTER = 10  # words
_COMMA_PENALTY = 4  # words; a comma holds a verb off the date on its other side
_AFTER_PENALTY = 2  # words; a verb before the date binds more strongly than one after it
EARLIER_PLAN = "had"  # "had been due to" turns a plan into a thing of the past
_HAD_REACH = 5  # words
_CLAUSE_END = re.compile(
    r"(?=[;:!?\n.“”\"'`,])"  # passes over most of a text at once
    r"(?:[;:!?]|\n\s*\n|(?<=[a-z\d)])\.(?=\s|$)|[“”\"]|''|``|,\s(?:and|but|which|who)\b)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that point ahead only before certain others: "due to", "as early as", "takes effect".
_AHEAD_BEFORE = {
    **dict.fromkeys(_CUES["future before towards"], _TOWARDS),
    **dict.fromkeys(("early", "soon"), frozenset({"as"})),
    **dict.fromkeys(("take", "takes"), frozenset({"effect"})),
    **dict.fromkeys(("due", "expected"), _TOWARDS | WEEKDAY_NAMES.keys()),
}
_SHORTEST_PLURAL = 3  # letters that "was", "has" and "its" do not exceed
_NOT_PLURAL = ("ss", "us", "'s", "’s")
_PARTICLES = frozenset({"back", "out", "off", "up"})
_AT_FIRST = frozenset({"originally", "initially", "previously", "first"})
_FORMS_OF_BE = frozenset({"is", "are", "be"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A direction, -1 past, 1 future or 0 unknown, and the word it was read from.

    `distance` counts the words between the cue and the date.
    """

    direction: int
    word: str = ""
    distance: int = _FAR


NO_CUE = Cue(0)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of text up to a mark that ends a clause, with the cues among its words."""

    start: int
    end: int
    word_starts: tuple[int, ...]
    cue_places: tuple[int, ...]  # indices of words
    cues: tuple[tuple[int, str], ...]  # direction and word


class Tenses:
    """Finds the tense around places of one text, which are asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._clause = _Clause(0, -1, (), (), ())

    def cue_around(self, place: TextRange) -> Cue:
        """The nearest sign of tense in the clause that holds a place: before it, or after it."""
        clause = self._clause_at(place.start)
        first = bisect_left(clause.word_starts, place.start)
        after = bisect_left(clause.word_starts, place.end)
        following = _cue_after(clause, after)
        if following.direction and "," in self._text[place.end : _cue_start(clause, after)]:
            following = replace(following, distance=following.distance + _COMMA_PENALTY)
        preceding = _cue_before(clause, first)
        is_nearer = preceding.distance <= following.distance + _AFTER_PENALTY
        return preceding if is_nearer else following

    def _clause_at(self, position: int) -> _Clause:
        if not self._clause.start <= position <= self._clause.end:
            start = 0 if position < self._clause.start else max(0, self._clause.end)
            self._clause = _read_clause(self._text, *self._bounds(start, position))
        return self._clause

    def _bounds(self, start: int, position: int) -> tuple[int, int]:
        for match in _CLAUSE_END.finditer(self._text, start):
            if match.start() >= position:
                return start, match.start()
            start = match.end()
        return start, len(self._text)


def _read_clause(text: str, start: int, end: int) -> _Clause:
    matches = list(_WORD.finditer(text, start, end))
    words = [match.group() for match in matches]
    lowered = [word.lower() for word in words]
    places: list[int] = []
    cues: list[tuple[int, str]] = []
    for index in range(len(words)):
        direction = _direction(lowered, index)
        if direction and not (index and _is_name(words[index])):
            places.append(index)
            is_past_plan = _was_planned(lowered, index)
            cues.append((-1, EARLIER_PLAN) if is_past_plan else (direction, _verb(words, index)))
    starts = tuple(match.start() for match in matches)
    return _Clause(start, end, starts, tuple(places), tuple(cues))


def _is_name(word: str) -> bool:
    """Whether a word inside a clause is no verb: "in May", "Fred", "Will Smith"."""
    return word[0].isupper() and not word.isupper()


def _verb(words: Sequence[str], index: int) -> str:
    """The verb as a reader knows it again: "be held" is not "held"."""
    is_passive = index > 0 and words[index - 1].lower() == "be"
    return " ".join(words[index - 1 : index + 1]) if is_passive else words[index]


def _was_planned(words: Sequence[str], index: int) -> bool:
    """“Had been due to”, “originally planned for”: a plan of the past."""
    earlier = words[max(0, index - _HAD_REACH) : index]
    is_had = EARLIER_PLAN in earlier and words[index] not in _POSTPONED
    return is_had or bool(earlier and earlier[-1] in _AT_FIRST)


def _cue_before(clause: _Clause, word: int) -> Cue:
    index = bisect_left(clause.cue_places, word) - 1
    if index < 0:
        return NO_CUE
    distance = word - 1 - clause.cue_places[index]
    return Cue(*clause.cues[index], distance) if distance <= _REACH_BEFORE else NO_CUE


def _cue_after(clause: _Clause, word: int) -> Cue:
    index = bisect_left(clause.cue_places, word)
    if index >= len(clause.cue_places):
        return NO_CUE
    distance = clause.cue_places[index] - word
    return Cue(*clause.cues[index], distance) if distance <= _REACH_AFTER else NO_CUE


def _cue_start(clause: _Clause, word: int) -> int:
    """Where the next cue from this word on begins."""
    index = bisect_left(clause.cue_places, word)
    if index >= len(clause.cue_places):
        return 0
    return clause.word_starts[clause.cue_places[index]]


def _word_after(words: Sequence[str], index: int) -> str:
    """The next word, or the one behind a particle: "pushed back to"."""
    following = words[index + 1 : index + 3]
    if len(following) == 2 and following[0] in _PARTICLES:
        return following[1]
    return following[0] if following else ""


def _is_plural(word: str) -> bool:
    return len(word) > _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _direction(words: Sequence[str], index: int) -> int:
    """The direction a word gives to its clause; 0 when it is no verb that shows tense."""
    word = words[index]
    if word in _FUTURE or word.endswith(("'ll", "’ll")):
        return 1
    if index and (words[index - 1] == "be" or (word == "to" and words[index - 1] in _FORMS_OF_BE)):
        return 1
    if word in _TIMETABLE_OF_MANY and index and _is_plural(words[index - 1]):
        return 1
    if word in _AHEAD_BEFORE and _word_after(words, index) in _AHEAD_BEFORE[word]:
        return 1
    is_past = word in _PAST or (word.endswith("ed") and len(word) > 4)
    is_passive = index > 0 and words[index - 1] in _FORMS_OF_BE  # “is closed”
    return -1 if is_past and not is_passive and word not in _NOT_PAST else 0
