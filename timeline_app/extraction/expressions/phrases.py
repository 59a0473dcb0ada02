"""Several words that act as one, found by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from timeline_app.extraction.expressions.eras import WEAK
from timeline_app.extraction.expressions.meaning import Era
from timeline_app.extraction.expressions.tables_en import PHRASES, Entry

_FIRST_WORD = re.compile(r"[^\W\d_]+")
# What stands before a name that is also an ordinary word, and what does not stand behind it.
_SIGNALS = "the during since until before after throughout".split()
_SIGNAL = "|".join(rf"(?<=\b{word}\s)" for each in _SIGNALS for word in (each, each.capitalize()))
_NO_LONGER_NAME = r"(?!\s[A-Z])"
_COUNTED_FROM = frozenset({"UTC", "GMT"})
_OFFSET = re.compile(r"\s?(?P<sign>[+−-])(?P<hours>0?\d|1[0-4])(?::?(?P<minutes>[0-5]\d))?(?!\d)")


def _by_first_word() -> dict[str, list[str]]:
    """The phrases by the words, as they are written, at which they begin; the longest first."""
    phrases: dict[str, list[str]] = {}
    for phrase in sorted(PHRASES, key=len, reverse=True):
        for first in _beginnings(phrase):
            phrases.setdefault(first, []).append(phrase)
    return phrases


def _beginnings(phrase: str) -> Iterator[str]:
    first = _FIRST_WORD.search(phrase)
    if first is not None:
        yield from {first[0], first[0].capitalize(), first[0].upper()}


_PHRASES = _by_first_word()
# The words, as they are written, at which a phrase may begin.
PHRASE_STARTS: Final = frozenset(_PHRASES) | _COUNTED_FROM


def phrase_at(word: str, text: str, start: int) -> tuple[Entry, int] | None:
    """The phrase that begins at `start` with a word of `PHRASE_STARTS`, and where it ends."""
    if word in _COUNTED_FROM:
        return _written_offset(text, start + len(word))
    match = _pattern_of(word).match(text, start)
    if match is None:
        return None
    return PHRASES[_PHRASES[word][(match.lastindex or 1) - 1]], match.end()


def _written_offset(text: str, end: int) -> tuple[Entry, int] | None:
    """The zone that an offset behind a word makes, and where it ends: "UTC+3"."""
    match = _OFFSET.match(text, end)
    if match is None:
        return None
    sign = "+" if match["sign"] == "+" else "-"
    return ("z", f"{sign}{int(match['hours']):02}:{match['minutes'] or '00'}"), match.end()


@cache
def _pattern_of(word: str) -> re.Pattern[str]:
    """One group for each phrase; compiled when the word is first met: most texts need few."""
    return re.compile("|".join(f"({_pattern(phrase)})" for phrase in _PHRASES[word]))


def _pattern(phrase: str) -> str:
    """Eras are found as they are written, or all in capitals; other phrases in any case."""
    name = phrase.removeprefix(WEAK)
    if not isinstance(PHRASES[phrase][1], Era):
        return rf"(?i:{_words(name)})\b"
    if name != phrase:
        return rf"(?:{_SIGNAL}){_words(name)}\b{_NO_LONGER_NAME}"
    return rf"(?:{_words(name)}|{_words(name.upper())})\b"


def _words(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
