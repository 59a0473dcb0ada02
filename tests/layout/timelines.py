"""Entries, lanes and texts for tests of the layout: nothing in them depends on fonts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.layout import SCREEN, Metrics, TextStyle, TimelineEntry, make_lanes
from timeline_app.layout.timeline import TimelineLayout

DAY = 86_400
YEAR = 31_556_952
MIDDLE = instant_at(2024, 10, 29)
BIG_BANG = MIDDLE - 13_800_000_000 * YEAR


def measure(text: str, style: TextStyle) -> float:
    """Every letter is as wide as the next; bold ones are a little wider."""
    return len(text) * (7.0 if style in (TextStyle.LABEL_BOLD, TextStyle.CAPTION_BOLD) else 6.5)


def day(year: int, month: int, number: int) -> int:
    return instant_at(year, month, number)


def entry(number: int, span: TimeSpan, label: str = "", lane: str = "") -> TimelineEntry:
    return TimelineEntry(number, span, label or f"Event {number}", lane=lane)


def layout_of(entries: Sequence[TimelineEntry], metrics: Metrics = SCREEN) -> TimelineLayout:
    return TimelineLayout(entries, make_lanes(entries), measure, metrics)


_moments = st.integers(MIDDLE - 3 * YEAR, MIDDLE + 3 * YEAR)
_lengths = st.integers(1, 200).map(lambda days: days * DAY)


def _span(make: Callable[[int, int], TimeSpan]) -> st.SearchStrategy[TimeSpan]:
    return st.builds(make, _moments, _lengths)


spans: st.SearchStrategy[TimeSpan] = st.one_of(
    _span(lambda at, _length: TimeSpan.at(at)),
    _span(lambda at, _length: TimeSpan.at(at).qualified(approximate=True)),
    _span(lambda at, _length: TimeSpan.at(at, Precision.YEAR).qualified(approximate=True)),
    _span(lambda at, length: TimeSpan.lasting(at, at + length)),
    _span(lambda at, length: TimeSpan.within(at, at + length)),
    _span(lambda at, _length: TimeSpan.on_or_before(at)),
    _span(lambda at, _length: TimeSpan.on_or_after(at)),
    _span(lambda at, _length: TimeSpan.ongoing_since(at)),
    _span(lambda at, _length: TimeSpan.ongoing_until(at)),
    _span(lambda at, length: TimeSpan.between(at, at + length, at + 2 * length, at + 3 * length)),
    _span(lambda at, length: TimeSpan.one_of([TimeSpan.at(at), TimeSpan.at(at + length)])),
)

labels = st.integers(1, 60).map(lambda length: "m" * length)
lanes = st.sampled_from(["", "Russia", "NATO"])


@st.composite
def entry_lists(draw: st.DrawFn, most: int = 60) -> list[TimelineEntry]:
    """Entries with ids from 1 on."""
    rows = draw(st.lists(st.tuples(spans, labels, lanes), min_size=1, max_size=most))
    return [entry(number, span, label, lane) for number, (span, label, lane) in enumerate(rows, 1)]
