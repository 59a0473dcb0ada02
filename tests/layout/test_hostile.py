"""Timelines that nobody would make on purpose: they end, count everything, and soon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

import pytest

from tests.layout.drawn import counted_ids, drawn_ids
from tests.layout.timelines import BIG_BANG, DAY, MIDDLE, YEAR, entry, layout_of
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import Lacking, Marking, TimelineEntry, TimelineLayout, Viewport
from timeline_app.layout.scale import FARTHEST

WIDTH, HEIGHT = 1_200.0, 700.0
ZOOMS = (1e-12, 1e-6, 1e-3, 1.0, 1e3, 1e6, 1e9, 1e12)
PLACES = (0.0, WIDTH / 2, WIDTH - 1)
Entries = Callable[[], Sequence[TimelineEntry]]


def at_once() -> list[TimelineEntry]:
    return [entry(n, TimeSpan.at(MIDDLE)) for n in range(1, 3_000)]


def all_of_time() -> list[TimelineEntry]:
    longest = entry(1, TimeSpan.lasting(-FARTHEST // 2, FARTHEST // 2))
    return [longest, entry(2, TimeSpan.at(MIDDLE))]


def deep_time() -> list[TimelineEntry]:
    return [entry(n, TimeSpan.at(BIG_BANG + n * YEAR * 10**7)) for n in range(1, 1_200)]


def one_in_another() -> list[TimelineEntry]:
    """Each is two years longer than the one before, round the same day."""
    years = range(1, 3_000)
    return [entry(n, TimeSpan.lasting(MIDDLE - n * YEAR, MIDDLE + n * YEAR)) for n in years]


def endless_names() -> list[TimelineEntry]:
    return [entry(n, TimeSpan.at(MIDDLE + n * DAY), "W" * 5_000) for n in range(1, 700)]


def alone() -> list[TimelineEntry]:
    return [entry(1, TimeSpan.at(MIDDLE))]


HOSTILE: Sequence[Entries] = (
    list,
    alone,
    at_once,
    all_of_time,
    deep_time,
    one_in_another,
    endless_names,
)


@pytest.mark.parametrize("entries", HOSTILE)
def test_a_view_at_any_zoom_is_found(entries: Entries) -> None:
    made = layout_of(entries())
    fitted = made.fit(WIDTH)
    for zoom in ZOOMS:
        for x in PLACES:
            view = Viewport(fitted.zoomed(zoom, x), WIDTH, HEIGHT)
            made.display_list(view, deadline=0.0)
            while made.prepare(view, perf_counter() + 0.05) is not Lacking.NOTHING:
                pass
            made.widen(view, Marking(), 300.0)
            later = made.display_list(view)

            assert later.told.is_final
            assert len(later.hits) >= len(made.lanes)


@pytest.mark.parametrize("entries", HOSTILE)
def test_all_of_it_is_drawn_or_counted(entries: Entries) -> None:
    every = entries()
    made: TimelineLayout = layout_of(every)
    shown = made.display_list(Viewport(made.fit(WIDTH), WIDTH, 5_000.0))

    assert sorted(drawn_ids(shown) + counted_ids(shown)) == [each.id for each in every]
