"""Reads timelines in Markwhen: https://docs.markwhen.com/syntax/overview."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvent, ReadEvents, unread
from timeline_app.domain import Certainty, Factuality
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at, is_valid_date
from timeline_app.domain.time.precision import granule_end
from timeline_app.domain.time.stretches import as_told, span_between
from timeline_app.domain.time.written import find_full_dates

_SUFFIXES = (".mw", ".markwhen")
_CLOCK = r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,6})?Z?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SLASHED = r"(?:[0-9]{1,2}/){1,2}[0-9]{4}"
_WORDS = r"(?:[A-Za-z]{3,9}\.?\ [0-9]{1,2},?\ [0-9]{4}|[0-9]{1,2}\ [A-Za-z]{3,9}\.?\ [0-9]{4})"
_DATE = rf"(?:{_DAY}{_CLOCK}|{_DAY}|[0-9]{{4}}-[0-9]{{2}}(?![0-9-])|{_SLASHED}|{_WORDS}|[0-9]{{4}})"
_EVENT = re.compile(
    rf"\s{{0,40}}(?:[-*]\ )?(?P<from>{_DATE})(?:\ ?[/–-]\ ?(?P<to>{_DATE}))?\ ?:(?P<text>.*)"
)
# Dates that depend on other events or on today, and cannot be told from the file alone.
_RELATIVE = re.compile(
    r"\s{0,40}(?:now|today|after|before|by|in [0-9]+)\b[^:]{0,60}:\s", re.IGNORECASE
)
_PROPERTY = re.compile(r"\s{0,40}(?P<key>[A-Za-z][\w.-]{0,40}):(?:\s+(?P<value>.*)|$)")
_TAG = re.compile(r"(?:(?<=\s)|^)#(?P<tag>[\w-]+)")
_STRUCTURE = re.compile(
    r"\s{0,40}(?:section|group|endSection|endGroup|_-_-_break_-_-_|//|#)(?:\s|$|:)"
)


@dataclass(slots=True)
class _Draft:
    """An event while its lines are read."""

    title: str
    span: TimeSpan | None
    tags: tuple[str, ...]
    lines: list[str] = field(default_factory=list)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    certainty: Certainty = Certainty.CERTAIN
    factuality: Factuality = Factuality.HAPPENED
    takes_properties: bool = True

    def finished(self) -> ReadEvent:
        """The event."""
        names = self.names
        note = "\n".join(self.lines).strip()
        return ReadEvent(
            self.title or "Untitled",
            self.span,
            note,
            names.get("people", ()),
            names.get("organisations", ()),
            names.get("places", ()),
            self.tags,
            self.certainty,
            self.factuality,
        )


class MarkwhenReader:
    """Reads files that end in .mw or .markwhen."""

    def recognises(self, file: FileBytes) -> bool:
        """By the suffix alone: the text may begin with anything."""
        return file.suffix in _SUFFIXES

    def read(self, file: FileBytes) -> ReadEvents:
        """Every event with its properties, tags and description."""
        drafts: list[_Draft] = []
        relative, is_day_first = 0, False
        for line in decode(file.data).text.splitlines():
            event = _EVENT.fullmatch(line)
            if event is not None:
                drafts.append(_draft(event, is_day_first=is_day_first))
            elif _RELATIVE.match(line):
                relative += 1
            elif drafts:
                _continue(drafts[-1], line)
            elif line.replace(" ", "").lower() == "dateformat:d/m/y":
                is_day_first = True
        events = tuple(draft.finished() for draft in drafts)
        missing = relative + sum(event.span is None for event in events)
        return ReadEvents(events, warnings=unread(missing, "event"))


def _draft(event: re.Match[str], *, is_day_first: bool) -> _Draft:
    text = event["text"]
    tags = tuple(dict.fromkeys(match["tag"] for match in _TAG.finditer(text)))
    title = " ".join(_TAG.sub(" ", text).split()).replace("#\u200b", "#")
    start = _granule(event["from"], is_day_first=is_day_first)
    end = start if event["to"] is None else _granule(event["to"], is_day_first=is_day_first)
    return _Draft(title, _span(start, end), tags)


def _continue(draft: _Draft, line: str) -> None:
    found = _PROPERTY.fullmatch(line) if draft.takes_properties else None
    if found is not None:
        _take_property(draft, found["key"], found["value"] or "")
        return
    draft.takes_properties = False
    if not _STRUCTURE.match(line):
        draft.lines.append(line.strip().removeprefix("> "))


def _take_property(draft: _Draft, key: str, value: str) -> None:
    try:
        known = json.loads(value)
    except ValueError:
        return
    if key == "edtf":
        draft.span = as_told(str(known), draft.span)
    elif key == "certainty" and known in list(Certainty):
        draft.certainty = Certainty(known)
    elif key == "factuality" and known in list(Factuality):
        draft.factuality = Factuality(known)
    elif isinstance(known, list):
        draft.names[key] = tuple(str(name) for name in known)


def _span(
    start: tuple[int, Precision] | None, end: tuple[int, Precision] | None
) -> TimeSpan | None:
    if start is None or end is None:
        return None
    # A time of day ends a stretch; a date is the last day, month or year of it.
    after = end[0] if end[1] < Precision.DAY and end != start else granule_end(*end)
    try:
        return span_between(start[0], after, min(start[1], end[1]))
    except ValueError:
        return None


def _granule(text: str, *, is_day_first: bool) -> tuple[int, Precision] | None:
    """The begin and the precision of a date in any of the ways to write it."""
    if "T" in text and text[:1].isdigit():
        return _second(text)
    if "/" in text:
        return _slashed([int(part) for part in text.split("/")], is_day_first=is_day_first)
    parts = text.split("-")
    if all(part.isdigit() for part in parts):
        numbers = [int(part) for part in parts]
        precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(numbers) - 1]
        return _checked(numbers, precision)
    written = find_full_dates(text)
    return (written[0].date.instant, Precision.DAY) if written else None


def _slashed(parts: list[int], *, is_day_first: bool) -> tuple[int, Precision] | None:
    if len(parts) == 2:
        return _checked([parts[1], parts[0]], Precision.MONTH)
    first, second, year = parts
    day, month = (first, second) if is_day_first else (second, first)
    return _checked([year, month, day], Precision.DAY)


def _checked(numbers: list[int], precision: Precision) -> tuple[int, Precision] | None:
    year, month, day = [*numbers, 1, 1][:3]
    if not is_valid_date(year, month, day):
        return None
    return CivilDate(year, month, day).instant, precision


def _second(text: str) -> tuple[int, Precision] | None:
    day, _, clock = text.rstrip("Z").partition("T")
    year, month, of_month = map(int, day.split("-"))
    times = [int(part) for part in clock.partition(".")[0].split(":")]
    if not is_valid_date(year, month, of_month) or times[0] > 23 or max(times) > 59:
        return None
    return instant_at(year, month, of_month, *times), Precision.SECOND
