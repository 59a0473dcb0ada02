"""Times of day beside a date in a foreign text: "um 15.30 Uhr", "a las 9:30 de la tarde".

They are read by a pattern made from the words of the language's table, not by dateparser: of
the 55 days with a time among the tests' sentences dateparser reads 15 alike. It takes "ontem às
18h" for eighteen hours before yesterday, "heute Morgen um 8 Uhr" for tomorrow, "lunes a las 9" for
the ninth, and leaves out the hour of "gestern um 9 Uhr". A pattern never changes the day that is
named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

CLOCK_LETTER: Final = "Y"
"""The letter of a time of day before its day is known."""

_NOON, _LAST_HOUR = 12, 24
_LATE = "PM"
_FOLLOWING = 24  # characters in which a counted word shows
# "A las 9 personas", but "a las 9 en Madrid".
_COUNTED = re.compile(r"\s+[^\W\d_A-Z]{3,}")


class Clock(NamedTuple):
    """A time of day and where it stands.

    `is_marked` tells that a word beside it says so; otherwise it may be the score of a match.
    """

    start: int
    end: int
    hour: int
    minute: int | None
    zone: str | None
    is_marked: bool


class ClockWords(NamedTuple):
    """The words about times of day of one language.

    `halves` are "in the morning" and the like, with the half of the day. With `hours_stand_alone`
    the words before a time are enough: "a las 9".
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    halves: dict[str, str]
    hours_stand_alone: bool


class ClockReader:
    """Finds the times of day of one language."""

    def __init__(self, words: ClockWords) -> None:
        self._words = words
        self._pattern = _pattern_of(words)

    def find(self, text: str, start: int, end: int) -> Iterator[Clock]:
        """The times of day in a stretch of a text, in order. Takes linear time."""
        for found in self._pattern.finditer(text, start, end):
            if self._is_time(found, text[found.end() : found.end() + _FOLLOWING]):
                clock = self._read(found)
                if clock is not None:
                    yield clock

    def _is_time(self, found: re.Match[str], following: str) -> bool:
        """Whether figures with these words can be a time; "12.50" is more often an amount."""
        if found["after"] or found["half"] or found["mark"] in (":", "h", "H"):
            return True
        if not (found["before"] and self._words.hours_stand_alone):
            return False
        return found["mark"] is not None or _COUNTED.match(following) is None

    def _read(self, found: re.Match[str]) -> Clock | None:
        minute = found["minute"] or found["behind"]
        hour, half = int(found["hour"]), self._words.halves.get(_folded(found["half"] or ""), "")
        latest = _NOON if half else _LAST_HOUR
        if hour > latest or (hour == _LAST_HOUR and int(minute or 0)):
            return None
        if half:
            hour = of_half(hour % _NOON, is_late=half == _LATE)
        is_marked = bool(found["before"] or found["after"] or half or found["zone"])
        zone = found["zone"] and found["zone"].lower()
        return Clock(*found.span(), hour, int(minute) if minute else None, zone, is_marked)


def of_half(hour: int, *, is_late: bool) -> int:
    """The hour that is meant where the half of the day is named: 8 in the evening is 20."""
    return hour + _NOON if is_late and hour < _NOON else hour


def _pattern_of(words: ClockWords) -> re.Pattern[str]:
    before, after, half = map(_any_of, (words.before, words.after, words.halves))
    return re.compile(
        rf"""(?<![\w.,:/+-])(?:(?P<before>{before})(?:(?<=['’])|\s))?
        (?P<hour>\d{{1,2}})(?:(?P<mark>[:.h])(?P<minute>[0-5]\d)(?!\d))?
        (?:\s?(?P<after>{after})(?!\w)(?:\s?(?P<behind>[0-5]\d)(?!\w|[.,:]\d|\s(?-i:[A-ZÄÖÜ])))?)?
        (?:\s(?P<half>{half})(?!\w))?
        (?:\s(?P<zone>UTC|GMT|CES?T)\b)?
        (?![\w%€$°]|[.,:/–-]\d|\s?[%€$°])""",
        re.VERBOSE | re.IGNORECASE,
    )


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first; one that matches nothing for none."""
    longest_first = sorted(map(_folded, phrases), key=len, reverse=True)
    escaped = (
        re.escape(phrase).replace("'", "['’]").replace("\\ ", r"\s") for phrase in longest_first
    )
    return "|".join(escaped) or r"(?!)"


def _folded(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())
