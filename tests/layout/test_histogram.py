import pytest

from tests.layout.timelines import BIG_BANG, DAY, MIDDLE, YEAR
from timeline_app.layout.histogram import bucket_edges, count_in


@pytest.mark.parametrize(
    ("length", "unit"),
    [
        (DAY, "per hour"),
        (30 * DAY, "per day"),
        (200 * DAY, "per week"),
        (3 * YEAR, "per month"),
        (40 * YEAR, "per year"),
        (5_000 * YEAR, "per century"),
    ],
)
def test_buckets_follow_the_calendar(length: int, unit: str) -> None:
    edges, name = bucket_edges(MIDDLE, MIDDLE + length)

    assert name == unit
    assert len(edges) <= 63
    assert edges[0] <= MIDDLE
    assert edges[-1] > MIDDLE + length


def test_deep_time_has_buckets_too() -> None:
    edges, name = bucket_edges(BIG_BANG, MIDDLE)

    assert len(edges) <= 63
    assert name == "per 1 Ga"


def test_every_event_is_counted_once() -> None:
    edges, _ = bucket_edges(MIDDLE, MIDDLE + 40 * DAY)
    instants = [MIDDLE + day * DAY for day in (0, 0, 3, 40, 17)]

    assert sum(count_in(edges, instants)) == 5
