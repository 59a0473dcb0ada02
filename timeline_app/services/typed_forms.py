"""What people put round a date when they type one: "by", "since", "or", "from … to", "about".

The forms compose in one order: each takes the text apart and hands the pieces to the forms that
follow it, down to single dates that a `DateReader` understands. Forms come before single dates, so
that "by 29 Oct" keeps its "by".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from timeline_app.domain import Reading
from timeline_app.domain.time import TimeSpan
from timeline_app.services.typed_limits import (
    LIMITS,
    from_to,
    lasting_all,
    somewhere_in,
    with_edges,
)

DateReader = Callable[[str], tuple[Reading, ...]]
_Form = Callable[[str, "TypedForms"], tuple[Reading, ...]]
_Combine = Callable[[TimeSpan, TimeSpan], TimeSpan | None]

_MOST_PARTS = 8  # of "a, b or c"
_MOST_COMBINATIONS = 16  # of the readings of both ends
_MOST_SHARED_WORDS = 4  # "21" takes at most these from "27 Oct 2024, 9 pm"

_DOUBT = re.compile(r"(.+?) ?\?|(?i:perhaps|possibly|probably|maybe) (.+)")
_ABOUT = re.compile(
    r"(?i:about|around|circa|approximately|roughly) (.+)|(?i:approx\.?|ca?\.?) (.+)|"
    r"(?i:ca?\.)([0-9].*)|~ ?(.+)"
)
_AT_LEAST = re.compile(r"(?i:at least) (.+), (?i:at most) (.+)")
_BETWEEN = re.compile(r"(?i:some ?time )?(?i:between) (.+?) (?i:and) (.+)")
_SOMETIME = re.compile(r"(?i:some ?time|one day)(?i: in| within| during)? (.+)")
_THROUGHOUT = re.compile(r"(?i:all of|all through|throughout|the whole of|all) (.+)")
_SHORT_YEARS = re.compile(r"([0-9]{2})([0-9]{2}) ?[-–—/] ?([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_ERA = re.compile(r"\b(?:bce?|ce|ad)$", re.IGNORECASE)
_BETWEEN_ENDS = (
    re.compile(r" ?[–—] ?| - "),
    re.compile(r" (?i:to|until|till|through) "),
    re.compile(r"(?<=[0-9])-(?=[0-9])"),
)


@dataclass(frozen=True, slots=True)
class TypedForms:
    """Reads typed dates through `forms`, in their order; `read_date` understands single dates."""

    read_date: DateReader
    forms: tuple[_Form, ...]

    def read(self, text: str) -> tuple[Reading, ...]:
        """The ranked readings of a text that is a date as a whole; empty when it is none."""
        return next(filter(None, self._attempts(text.strip(" ,;"))), ())

    def _attempts(self, text: str) -> Iterator[tuple[Reading, ...]]:
        for number, read in enumerate(self.forms, 1):
            yield read(text, TypedForms(self.read_date, self.forms[number:]))
        yield self.read_date(text)

    def read_end(self, text: str) -> tuple[Reading, ...]:
        """The readings of a single date, one end of a stretch, with no form but "about"."""
        return TypedForms(self.read_date, (_about,)).read(text)


def _doubtful(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "29 Oct 2024?", "perhaps 29 Oct 2024"."""
    match = _DOUBT.fullmatch(text)
    if not match:
        return ()
    readings = inner.read(match[1] or match[2])
    return _mapped(readings, lambda span: span.qualified(uncertain=True))


def _choice(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "26 or 28 Oct 2024", "Sat 26 Oct, Mon 28 Oct or Wed 30 Oct 2024"."""
    head, found, last = text.rpartition(" or ")
    if not found:
        return ()
    for parts in ([*re.split(r", | or ", head), last], [head, last]):
        spans = [_completed(part, parts, inner) for part in parts[:_MOST_PARTS]]
        if all(spans) and len(parts) <= _MOST_PARTS:
            chosen = TimeSpan.one_of([readings[0].span for readings in spans])
            return (Reading(chosen, "one of these, the sources differ"),)
    return ()


def _limited(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "by 29 Oct 2024", "since 6 Aug", "on or after 5 May", "until 1945, start unknown"."""
    for pattern, limit in LIMITS:
        if match := pattern.fullmatch(text):
            found = _mapped(inner.read(match[1]), limit)
            if found:
                return found
    return ()


def _bounded(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "at least 22 – 24 Oct 2024, at most 21 – 27 Oct 2024"."""
    match = _AT_LEAST.fullmatch(text)
    if not match:
        return ()
    return _combined(inner.read(match[1]), inner.read(match[2]), with_edges)


def _within(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "Sometime 21 – 27 Oct 2024", "between 3 and 5 May", "all October 2024"."""
    if match := _BETWEEN.fullmatch(text):
        return _mapped(_ends(match[1], match[2], inner), somewhere_in)
    if match := _SOMETIME.fullmatch(text):
        return _mapped(inner.read(match[1]), somewhere_in)
    match = _THROUGHOUT.fullmatch(text)
    return _mapped(inner.read(match[1]), lasting_all) if match else ()


def _about(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "c. 1850", "about the 1850s", "~1850"."""
    match = _ABOUT.fullmatch(text)
    if not match:
        return ()
    readings = inner.read(next(filter(None, match.groups())))
    return _mapped(readings, lambda span: span.qualified(approximate=True))


def _stretch(text: str, inner: TypedForms) -> tuple[Reading, ...]:
    """Such as "21 – 27 Oct 2024", "from 3 May to 5 June", "October 21-27, 2024", "1914-18"."""
    if match := _SHORT_YEARS.fullmatch(text):
        text = f"{match[1]}{match[2]} – {match[1]}{match[3]}"
    bare = re.sub(r"^(?i:from) ", "", text)
    for pattern in _BETWEEN_ENDS:
        for match in islice(pattern.finditer(bare), _MOST_PARTS):
            found = _ends(bare[: match.start()], bare[match.end() :], inner)
            if found:
                return found
    return ()


ALL_FORMS: tuple[_Form, ...] = (
    _doubtful,
    _limited,
    _choice,
    _bounded,
    _within,
    _about,
    _stretch,
    _about,
)
FORMS_OF_SINGLE_DATES: tuple[_Form, ...] = (_doubtful, _limited, _within, _about)


def _completed(part: str, parts: Sequence[str], inner: TypedForms) -> tuple[Reading, ...]:
    """A part of "26 or 28 Oct 2024", with what only the last or the first part says."""
    completions = (*_with_tail(part, parts[-1]), *_with_head(part, parts[0]))
    found = inner.read(part) if _names_year(part, parts[-1]) else ()
    return found or next(filter(None, map(inner.read_end, completions)), ()) or inner.read(part)


def _ends(first: str, last: str, inner: TypedForms) -> tuple[Reading, ...]:
    """The time from one end to the other, each completed by what only the other says."""
    for last_text in (last, *_with_head(last, first)):
        last_readings = inner.read_end(last_text)
        if not last_readings:
            continue
        tails = () if _names_year(first, last) else _with_tail(first, last)
        for first_text in (*tails, first):
            found = _combined(inner.read_end(first_text), last_readings, from_to)
            if found:
                return found
    return ()


def _names_year(text: str, other: str) -> bool:
    """Whether a part needs nothing from its neighbour: neither a year nor the era of one."""
    shares_era = _ERA.search(other) is not None and _ERA.search(text) is None
    return _YEAR.search(text) is not None and not shares_era


def _with_tail(text: str, other: str) -> Iterator[str]:
    """What "21" may mean beside "27 Oct 2024": "21 Oct 2024", "21 2024"."""
    words = other.split(" ")[1:][-_MOST_SHARED_WORDS:] if text != other else []
    return (" ".join([text, *words[start:]]) for start in range(len(words)))


def _with_head(text: str, other: str) -> Iterator[str]:
    """What "27, 2024" may mean beside "October 21": "October 27, 2024"."""
    words = other.split(" ")[:-1] if text != other else []
    return (" ".join([*words[:end], text]) for end in range(len(words), 0, -1))


def _mapped(
    readings: Sequence[Reading], change: Callable[[TimeSpan], TimeSpan | None]
) -> tuple[Reading, ...]:
    found = ((change(reading.span), reading.label) for reading in readings)
    return tuple(Reading(span, label) for span, label in found if span is not None)


def _combined(
    firsts: Sequence[Reading], lasts: Sequence[Reading], combine: _Combine
) -> tuple[Reading, ...]:
    pairs = islice(product(firsts, lasts), _MOST_COMBINATIONS)
    found = ((combine(first.span, last.span), last.label) for first, last in pairs)
    return tuple(Reading(span, label) for span, label in found if span is not None)
