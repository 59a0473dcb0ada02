"""Sentences on what a format cannot hold of a publication, for the list before an export."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.stretches import is_exact, stretch_of
from timeline_app.exporters.publication import Publication, PublishedEvent

_FIRST, _LAST = instant_at(1), instant_at(9_999, 12, 31)  # the day after must have a name too


def told(*sentences: str) -> list[str]:
    """The sentences that say something."""
    return [sentence for sentence in sentences if sentence]


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 event", "12 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def undated(publication: Publication) -> str:
    """On events that a format with dates alone leaves out."""
    number = _number(publication, lambda event: stretch_of(event.span) is None)
    is_are = "is" if number == 1 else "are"
    return f"{counted(number, 'event')} without a date {is_are} left out." if number else ""


def inexact(publication: Publication, instead: str) -> str:
    """On dates that are vague, open or disputed; `instead` is what is written of them."""
    number = _number(publication, lambda event: event.span is not None and not is_exact(event.span))
    dates = "1 date is" if number == 1 else f"{number:,} dates are"
    return f"{dates} not known exactly: {instead}." if number else ""


def several_sources(publication: Publication, instead: str) -> str:
    """On events with more than one passage that tells of them."""
    number = _number(publication, lambda event: len(event.citations) > 1)
    events = "1 event rests" if number == 1 else f"{number:,} events rest"
    return f"{events} on several passages: {instead}." if number else ""


def sourced(publication: Publication) -> str:
    """On events that rest on passages, in a format that has one text for each event."""
    number = _number(publication, lambda event: bool(event.citations))
    events = "1 event rests" if number == 1 else f"{number:,} events rest"
    instead = "quotes and names of sources stand in the description"
    return f"{events} on passages of articles: {instead}." if number else ""


def far_away(publication: Publication) -> str:
    """On events outside of the years 1 to 9999, which a format leaves out."""
    number = _number(publication, lambda event: not is_within_four_digits(event))
    if not number:
        return ""
    events = "1 event lies" if number == 1 else f"{number:,} events lie"
    left_out = "is left out" if number == 1 else "are left out"
    return f"{events} outside of the years 1 to 9999 and {left_out}."


def zoned(publication: Publication) -> str:
    """On times of day whose zone a format cannot tell."""
    number = _number(publication, lambda event: event.span is not None and bool(event.span.zone))
    times = "1 time of day loses its" if number == 1 else f"{number:,} times of day lose their"
    return f"{times} zone." if number else ""


def is_within_four_digits(event: PublishedEvent) -> bool:
    """Whether an event lies in the years 1 to 9999, or has no date at all."""
    stretch = stretch_of(event.span)
    if stretch is None:
        return True
    return stretch.begin >= _FIRST and stretch.end <= _LAST


def _number(publication: Publication, is_so: Callable[[PublishedEvent], bool]) -> int:
    return sum(map(is_so, publication.events))
