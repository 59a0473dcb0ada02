"""The events that the canvas is measured with: five thousand years of them, as many as wanted.

They are columns of numbers, as a canvas of a million events reads them, and single entries on
demand; half of them lie anywhere, half grow denser towards the end, as in history books.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import overload

import numpy as np

from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.layout import (
    ArticleDate,
    Era,
    Lane,
    MarkKind,
    MarkLook,
    TimelineEntry,
    TimeScale,
    tone_of_lane,
)
from timeline_app.layout.entry_table import EntryArrays, EntryTable
from timeline_app.layout.scale import Instants

DAY = 86_400
YEAR = 31_556_952
BEGIN, END = instant_at(-3_000), instant_at(2_025)
SPANS = {"all": 5_025, "1000 y": 1_000, "200 y": 200, "50 y": 50, "10 y": 10, "1 y": 1}
PLACES = (0.3, 0.75, 0.97)  # of the way from the beginning to the end
_LANES = 6
_ERAS = 8
_KEPT = 20_000
_LOOKS = (
    MarkLook(MarkKind.POINT),
    MarkLook(MarkKind.ABOUT),
    MarkLook(MarkKind.PERIOD),
    MarkLook(MarkKind.WITHIN),
    MarkLook(MarkKind.BEFORE),
    MarkLook(MarkKind.AFTER),
    MarkLook(MarkKind.POINT, is_hollow=True),
)
_SHARES = (0.5, 0.05, 0.13, 0.12, 0.06, 0.05, 0.09)
_WORDS = "summit talks treaty front troops vote minister delegation attack report visit law".split()

LANES = tuple(Lane(f"lane {n}", f"Lane {n}", tone_of_lane(n)) for n in range(_LANES))
TONES = tuple(lane.tone for lane in LANES)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time that is shown: its name and its two ends."""

    name: str
    begin: int
    end: int

    def scale(self, width: float) -> TimeScale:
        """The scale that shows it in `width` pixels."""
        return TimeScale.fitting(self.begin, self.end, width)


def windows() -> list[Window]:
    """Eighteen: every span at every place, moved until it lies inside of the data."""
    found = []
    for name, years in SPANS.items():
        length = min(years * YEAR, END - BEGIN)
        for place in PLACES:
            middle = BEGIN + round((END - BEGIN) * place)
            begin = min(max(BEGIN, middle - length // 2), END - length)
            found.append(Window(f"{name} at {place:.0%}", begin, begin + length))
    return found


def eras() -> list[Era]:
    """Eras from the beginning to the end, every other one tinted."""
    step = (END - BEGIN) // _ERAS
    starts = range(BEGIN, END - _ERAS, step)
    return [Era(f"Era {n}", at, at + step, bool(n % 2)) for n, at in enumerate(starts)]


def articles() -> list[ArticleDate]:
    """A dozen articles of the last years."""
    return [ArticleDate(n, n, END - n * 40 * DAY) for n in range(1, 13)]


class Events(Sequence[TimelineEntry]):
    """Events by their number: columns, and the entries of which somebody asked last."""

    def __init__(self, count: int, seed: int = 7) -> None:
        random = np.random.default_rng(seed)
        self.starts = _starts(random, count)
        self.lengths = random.integers(1, 400, count) * DAY
        self.kind = random.choice(len(_LOOKS), count, p=_SHARES).astype(np.int16)
        self.lane = random.integers(0, _LANES, count).astype(np.int16)
        self.sources = random.integers(1, 4, count).astype(np.int16)
        self._entry = lru_cache(_KEPT)(self._make)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> TimelineEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[TimelineEntry]: ...
    def __getitem__(self, index: int | slice) -> TimelineEntry | list[TimelineEntry]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        return self._entry(index)

    def labels(self, places: Sequence[int]) -> list[str]:
        """The titles of some of them, for which no entry is made, as in the program."""
        return [self.title(place) for place in places]

    def _make(self, index: int) -> TimelineEntry:
        lane = LANES[self.lane[index]]
        return TimelineEntry(
            index + 1,
            self._span(index),
            self.title(index),
            lane=lane.key,
            tone=lane.tone,
            is_proposed=_LOOKS[self.kind[index]].is_hollow,
            source_count=int(self.sources[index]),
        )

    def title(self, index: int) -> str:
        """Two to five words and the number of the event."""
        words = (_WORDS[(index * 7 + place * 5 + index // 12) % 12] for place in range(5))
        return " ".join([*words][: 2 + index % 4]) + f" {index + 1}"

    def _span(self, index: int) -> TimeSpan:
        start, end = int(self.starts[index]), int(self.ends[index])
        match _LOOKS[self.kind[index]].kind:
            case MarkKind.PERIOD:
                return TimeSpan.lasting(start, end - DAY)
            case MarkKind.WITHIN:
                return TimeSpan.within(start, end - DAY)
            case MarkKind.BEFORE:
                return TimeSpan.on_or_before(start - DAY)
            case MarkKind.AFTER:
                return TimeSpan.on_or_after(start)
            case kind:
                return TimeSpan.at(start).qualified(approximate=kind is MarkKind.ABOUT)

    @cached_property
    def ends(self) -> Instants:
        """Where each ends: a day after its start, unless it is known to take longer."""
        kinds = np.array([look.kind for look in _LOOKS])[self.kind]
        takes_long = (kinds == MarkKind.PERIOD) | (kinds == MarkKind.WITHIN)
        is_open = (kinds == MarkKind.BEFORE) | (kinds == MarkKind.AFTER)
        lengths = np.where(takes_long, self.lengths, np.where(is_open, 0, DAY))
        result: Instants = self.starts + lengths
        return result

    def table(self) -> EntryTable:
        """All of them as columns."""
        return EntryTable(self._arrays(), _LOOKS, TONES)

    def _arrays(self) -> EntryArrays:
        kinds = np.array([look.kind for look in _LOOKS])[self.kind]
        is_point = (kinds == MarkKind.POINT) | (kinds == MarkKind.ABOUT)
        middle = self.starts + DAY // 2
        return EntryArrays(
            np.arange(1, len(self) + 1, dtype=np.int64),
            self.starts,
            self.ends,
            np.where(is_point, middle, self.starts),
            np.where(is_point, middle, self.ends),
            self.lane,
            self.kind,
            self.lane,
            self.sources,
        )


def _starts(random: np.random.Generator, count: int) -> Instants:
    anywhere = random.random(count) * (END - BEGIN - 400 * DAY)
    late = np.minimum(random.exponential(300 * YEAR, count), END - BEGIN - 400.0 * DAY)
    places = np.where(random.random(count) < 0.5, anywhere, END - BEGIN - 400.0 * DAY - late)
    days: Instants = np.sort(BEGIN + (places / DAY).astype(np.int64) * DAY)
    return days
