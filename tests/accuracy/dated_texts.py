"""Reads corpora in which people said when events were: TimeBank, AQUAINT (TimeML) and MEANTIME."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from timeline_app.domain import TextRange

# An event lies within a time; "time to event" relations are turned round.
_WITHIN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING"})
_TURNED = {"INCLUDES": "IS_INCLUDED", "IS_INCLUDED": "INCLUDES", "BEFORE": "AFTER",
           "AFTER": "BEFORE", "IBEFORE": "IAFTER", "IAFTER": "IBEFORE", "BEGINS": "BEGUN_BY",
           "BEGUN_BY": "BEGINS", "ENDS": "ENDED_BY", "ENDED_BY": "ENDS"}  # fmt: skip
# The ids of an event and of a time, and how the event lies to the time.
_Link = tuple[str, str, str]
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"([A-Za-z0-9_]+)\s*=\s*\"([^\"]*)\"")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLINGS = re.compile(r"^(?:[.,;:!?%)\]}”]|['’](?:s|re|ve|d|ll|m)?|n['’]t|-)$", re.IGNORECASE)
_OPENERS = frozenset({"(", "[", "{", "“", "$", "£", "€", "-", "#"})


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A marked event, and the times that people said it lies within.

    `times` are their TIMEX3 values, `places` where they stand; the article's own date has none.
    `to_article` is how it lies to the article's date, in the terms of TimeML; empty if not said.
    """

    range: TextRange
    times: tuple[str, ...]
    places: tuple[TextRange, ...]
    to_article: str = ""

    @property
    def day(self) -> dt.date | None:
        """The one day it lies on; None where people gave none, or more than one."""
        days = {found[0] for value in self.times if (found := _DAY.match(value))}
        return dt.date.fromisoformat(days.pop()) if len(days) == 1 else None


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text, the day it was written, and its dated events in text order."""

    name: str
    text: str
    day: dt.date
    events: tuple[DatedEvent, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is marked by its id: where events and times stand, and the values of the times."""

    events: Mapping[str, TextRange]
    times: Mapping[str, TextRange]
    values: Mapping[str, str]
    written: str

    def dated(self, links: Iterable[_Link]) -> tuple[DatedEvent, ...]:
        """The events, by their links to times."""
        by_event: dict[str, dict[str, str]] = {event: {} for event in self.events}
        for event, time, relation in links:
            if event in by_event and time in self.values:
                by_event[event][time] = relation
        found = (self._event(event, times) for event, times in by_event.items())
        return tuple(sorted(found, key=lambda each: each.range))

    def _event(self, event: str, relations: Mapping[str, str]) -> DatedEvent:
        times = [time for time, relation in relations.items() if relation in _WITHIN]
        return DatedEvent(
            self.events[event],
            tuple(self.values[time] for time in times),
            tuple(self.times[time] for time in times if time in self.times),
            relations.get(self.written, ""),
        )


def read_timeml(path: Path) -> Iterator[DatedText]:
    """The text of a TimeML file; nothing where the file does not tell its day."""
    content = path.read_text(encoding="utf-8-sig")
    body = _BODY.search(content)
    facts = [
        (tag[2], dict(_ATTRIBUTE.findall(tag[3]))) for tag in _TAG.finditer(content) if not tag[1]
    ]
    times = [each for name, each in facts if name == "TIMEX3"]
    written = next((t for t in times if t.get("functionInDocument") == "CREATION_TIME"), {})
    day = _DAY.match(written.get("value", ""))
    if body is None or day is None:
        return
    instances = {
        each.get("eiid", ""): each.get("eventID", "")
        for name, each in facts
        if name == "MAKEINSTANCE"
    }
    text, places = _without_tags(body[1])
    values = {each.get("tid", ""): each.get("value", "") for each in times}
    marks = _Marks(
        {key: place for key, place in places.items() if key not in values},
        {key: place for key, place in places.items() if key in values},
        values,
        written.get("tid", ""),
    )
    links = [_timeml_link(each, instances) for name, each in facts if name == "TLINK"]
    yield DatedText(path.name, text, dt.date.fromisoformat(day[0]), marks.dated(links))


def _timeml_link(link: Mapping[str, str], instances: Mapping[str, str]) -> _Link:
    relation = link.get("relType", "")
    if "timeID" in link:
        event = instances.get(link.get("relatedToEventInstance", ""), "")
        return event, link["timeID"], _TURNED.get(relation, relation)
    event = instances.get(link.get("eventInstanceID", ""), "")
    return event, link.get("relatedToTime", ""), relation


def _without_tags(marked: str) -> tuple[str, dict[str, TextRange]]:
    """The plain text, and where the elements with an id stand."""
    pieces: list[str] = []
    opened: list[tuple[str, str, int]] = []
    places: dict[str, TextRange] = {}
    length = position = 0
    for tag in _TAG.finditer(marked):
        pieces.append(html.unescape(marked[position : tag.start()]))
        length += len(pieces[-1])
        position = tag.end()
        if tag[1]:
            name, key, start = opened.pop()
            if name in ("EVENT", "TIMEX3"):
                places.setdefault(key, TextRange(start, length))
        elif not tag[3].endswith("/"):
            facts = dict(_ATTRIBUTE.findall(tag[3]))
            opened.append((tag[2], facts.get("eid") or facts.get("tid", ""), length))
    pieces.append(html.unescape(marked[position:]))
    return "".join(pieces), places


def read_meantime(path: Path) -> Iterator[DatedText]:
    """The text of a MEANTIME file, its words put together as they are usually written."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus on this computer
    text, tokens = _written(root)
    events, times, values = {}, {}, {}
    for markable in root.iterfind("Markables/*"):
        key = markable.get("m_id", "")
        anchors = [tokens[each.get("t_id", "")] for each in markable.iterfind("token_anchor")]
        if markable.tag == "TIMEX3":
            values[key] = markable.get("value", "")
        if anchors and markable.tag in ("TIMEX3", "EVENT_MENTION"):
            place = TextRange(anchors[0].start, anchors[-1].end)
            (events if markable.tag == "EVENT_MENTION" else times)[key] = place
    written = root.find("Markables/TIMEX3[@functionInDocument='CREATION_TIME']")
    day = _DAY.match(written.get("value", "")) if written is not None else None
    if written is None or day is None:
        return
    links = [_cat_link(each, events) for each in root.iterfind("Relations/TLINK")]
    marks = _Marks(events, times, values, written.get("m_id", ""))
    yield DatedText(path.name, text, dt.date.fromisoformat(day[0]), marks.dated(links))


def _cat_link(link: ET.Element, events: Mapping[str, TextRange]) -> _Link:
    relation = link.get("reltype", "")
    source, target = (
        (found.get("m_id", "") if (found := link.find(end)) is not None else "")
        for end in ("source", "target")
    )
    if source in events:
        return source, target, relation
    return target, source, _TURNED.get(relation, relation)


def _written(root: ET.Element) -> tuple[str, dict[str, TextRange]]:
    """Headline and date line are lines of their own; the other sentences follow one another."""
    text, number, previous = "", "0", ""
    places: dict[str, TextRange] = {}
    for token in root.iter("token"):
        form = token.text or ""
        if token.get("sentence") != number:
            text += "\n\n" if number in ("0", "1") else " "
            number = token.get("sentence", "")
        elif text and not _CLINGS.match(form) and previous not in _OPENERS:
            text += " "
        places[token.get("t_id", "")] = TextRange(len(text), len(text) + len(form))
        text += form
        previous = form
    return text, places
