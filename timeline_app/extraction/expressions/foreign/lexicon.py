"""The words of time of one language, read from its table in `resources/language`.

A table has sections. A line of a section is "value = word, word, phrase of words", or words alone
where the section has no value. The letter of a section is what the grammar calls its words; what
they mean is told in `letters`. Another language is another table, and its code below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from timeline_app.extraction.expressions.foreign.clocks import ClockReader, ClockWords
from timeline_app.extraction.expressions.meaning import (
    Base,
    DayPart,
    Deictic,
    Meaning,
    PartOfDay,
    Portion,
    Unit,
    WeekdayRef,
)
from timeline_app.resources import read_sections, resource_path

LANGUAGES: Final = ("de", "fr", "es", "it", "pt", "nl", "ru")
"""The codes of the languages there are tables for (ISO 639-1)."""

_PIECE = re.compile(r"[^\W\d_]+['’]?|[^\s\w]")


class Entry(NamedTuple):
    """What a word means: the letter of its section, and a value."""

    code: str
    value: object


Phrase = tuple[tuple[str, ...], Entry]  # the pieces after the first, and what the whole means


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of time of one language.

    `phrases` are looked up by their first piece, in lower case; the longest comes first. Names of
    months and days begin with capitals in some languages and not in the others; in some the verb
    follows the first phrase of a sentence.
    """

    language: str
    phrases: Mapping[str, tuple[Phrase, ...]]
    decade_endings: frozenset[str]
    ordinal_endings: frozenset[str]
    future_words: frozenset[tuple[str, ...]]
    future_endings: tuple[str, ...]
    abbreviations: frozenset[str]
    names_have_capitals: bool
    verb_comes_second: bool
    years_stand_alone: bool
    clocks: ClockReader


def pieces_of(phrase: str) -> tuple[str, ...]:
    """The words and marks of a phrase in lower case; an elided article is a word: "l'"."""
    return tuple(piece.lower().replace("’", "'") for piece in _PIECE.findall(phrase))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language. Raises KeyError when there is no table for it."""
    if language not in LANGUAGES:
        raise KeyError(language)
    sections = read_sections(resource_path("language", language, "times.txt"))
    options = frozenset(word for _, words in sections["options"] for word in words)
    phrases = _phrases(sections)
    if "days and parts grow together" in options:
        phrases |= _grown_together(phrases)
    return Lexicon(
        language,
        _by_first_piece(phrases),
        _words(sections, "decade ending"),
        _words(sections, "ordinal ending"),
        frozenset(pieces_of(word) for word in _words(sections, "future")),
        tuple(_words(sections, "future ending")),
        frozenset(word.lower() for word in _words(sections, "abbreviation")),
        "names have capitals" in options,
        "verb comes second" in options,
        "years stand alone" in options,
        _clocks(sections, hours_stand_alone="hours stand alone" in options),
    )


_Lines = list[tuple[str, list[str]]]  # the value of each line, and its words


def _words(sections: Mapping[str, _Lines], name: str) -> frozenset[str]:
    return frozenset(word for _, words in sections.get(name, []) for word in words)


def _clocks(sections: Mapping[str, _Lines], *, hours_stand_alone: bool) -> ClockReader:
    halves = {word: half for half, words in sections.get("clock half", []) for word in words}
    before, after = (tuple(_words(sections, f"clock {side}")) for side in ("before", "after"))
    return ClockReader(ClockWords(before, after, halves, hours_stand_alone))


def _unit(name: str) -> Unit:
    return Unit[name]


def _part_of_day(name: str) -> DayPart:
    return DayPart[name]


def _portion(name: str) -> Portion:
    return Portion[name]


def _part_of_a_day(names: str) -> Meaning:
    day, part = names.split()
    return PartOfDay(DayPart[part], Deictic(Unit.DAY, int(day)))


def _story_day(offset: str) -> Meaning:
    return Deictic(Unit.DAY, int(offset), Base.NARRATIVE)


def _counted_unit(name: str) -> Meaning:
    unit, offset = name.split()
    return Deictic(Unit[unit], int(offset))


def _years(_: str) -> Unit:
    return Unit.YEAR


_SECTIONS: Final[dict[str, tuple[str, Callable[[str], object]]]] = {
    "month": ("M", int),
    "month short": ("c", int),
    "weekday": ("W", int),
    "weekday short": ("w", int),
    "weekdays": ("P", int),
    "season": ("S", int),
    "season alone": ("s", int),
    "unit": ("U", _unit),
    "units": ("V", _unit),
    "years": ("k", _years),
    "number": ("n", int),
    "several": ("~", str),
    "ordinal": ("O", int),
    "decade": ("K", int),
    "day": ("T", int),
    "story day": ("D", _story_day),
    "counted unit": ("Q", _counted_unit),
    "part of day": ("Z", _part_of_day),
    "part of a day": ("@", _part_of_a_day),
    "last": ("l", str),
    "next": ("x", str),
    "this": ("i", str),
    "each": ("e", str),
    "article": ("t", str),
    "plural article": ("E", str),
    "in": ("J", str),
    "on": ("z", str),
    "of": ("j", str),
    "from": ("f", str),
    "since": ("R", str),
    "to": (">", str),
    "until": ("u", str),
    "between": ("B", str),
    "and": ("&", str),
    "ago": ("g", str),
    "ago after": ("G", str),
    "before or ago": ("v", str),
    "ahead": ("a", str),
    "before": ("b", str),
    "after": ("q", str),
    "later": ("r", str),
    "earlier": ("h", str),
    "about": ("+", str),
    "portion": ("A", _portion),
    "before Christ": ("!", lambda _: -1),
    "after Christ": ("!", lambda _: 1),
    "counted": ("€", str),
    "nothing": (".", str),
}
_SHORT_MONTH, _DOTTED_MONTH = "c", "m"


def _phrases(sections: Mapping[str, _Lines]) -> dict[tuple[str, ...], Entry]:
    return dict(_entries(sections))


def _entries(sections: Mapping[str, _Lines]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for name, (code, read) in _SECTIONS.items():
        for value, words in sections.get(name, []):
            for word in words:
                is_dotted = code == _SHORT_MONTH and word.endswith(".")
                entry = Entry(_DOTTED_MONTH if is_dotted else code, read(value))
                yield pieces_of(word), entry


def _grown_together(phrases: Mapping[tuple[str, ...], Entry]) -> dict[tuple[str, ...], Entry]:
    """“Montagabend”, “maandagochtend”."""
    single = {phrase[0]: entry for phrase, entry in phrases.items() if len(phrase) == 1}
    parts = [(word, entry.value) for word, entry in single.items() if entry.code == "Z"]
    return {
        (day + part,): Entry("@", PartOfDay(meaning, WeekdayRef(entry.value)))
        for day, entry in single.items()
        if entry.code == "W" and isinstance(entry.value, int)
        for part, meaning in [*parts, ("morgen", DayPart.MORNING)]
        if isinstance(meaning, DayPart)
    }


def _by_first_piece(
    phrases: Mapping[tuple[str, ...], Entry],
) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for pieces in sorted(phrases, key=len, reverse=True):
        found.setdefault(pieces[0], []).append((pieces[1:], phrases[pieces]))
    return {first: tuple(rest) for first, rest in found.items()}
