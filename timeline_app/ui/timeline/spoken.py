"""What is said of a timeline: its events, its groups, and the view."""

from __future__ import annotations

from timeline_app.domain.event import Event
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.domain.time.words import SPOKEN_ENGLISH
from timeline_app.layout.display_list import Told


def event_words(event: Event, number: int, total: int, sources: int) -> str:
    """An event in full, with its `number` (from 1) in the order of time."""
    date = "no date" if event.span is None else span_in_words(event.span, words=SPOKEN_ENGLISH)
    parts = [f"Event {number} of {total}: {event.title}", date]
    if sources:
        parts.append(counted(sources, "source"))
    return ", ".join([*parts, event.status.value])


def group_words(count: int, first: int, last: int) -> str:
    """A group of `count` events that begin between two instants."""
    return f"Group of {counted(count, 'event')}, {stretch_words(first, last)}"


def view_words(level: str, begin: int, end: int, told: Told) -> str:
    """A view: the name of its zoom level, its stretch of time, and how many events are in it."""
    shown = counted(told.shown + told.grouped, "event")
    grouped = f", {told.grouped} of them in {counted(told.groups, 'group')}" if told.groups else ""
    return f"{level}, {stretch_words(begin, end)}, {shown}{grouped}"


def selection_words(count: int) -> str:
    """How many events are selected."""
    return f"{counted(count, 'event')} selected"


def stretch_words(begin: int, end: int) -> str:
    """The days from one instant to another."""
    first, last = (
        date_in_words(civil_time(instant).date, with_weekday=False, words=SPOKEN_ENGLISH)
        for instant in (begin, end)
    )
    return first if first == last else f"{first} to {last}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 source", "3 sources"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
