from hypothesis import given, settings

from tests.layout.timelines import DAY, MIDDLE, entry, entry_lists, layout_of
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import TimelineEntry


@settings(deadline=None)
@given(entry_lists())
def test_stepping_forward_meets_every_event_once_and_back_again(
    entries: list[TimelineEntry],
) -> None:
    order = layout_of(entries).order
    met = [order.step(None, 1)]
    while (following := order.step(met[-1], 1)) is not None:
        met.append(following)

    assert sorted(i for i in met if i is not None) == [e.id for e in entries]
    assert [order.rank(i) for i in met] == list(range(len(entries)))
    assert [order.step(i, -1) for i in met[1:]] == met[:-1]


def test_arrows_stay_in_the_lane_or_go_to_the_nearest_in_the_next() -> None:
    russia = [entry(n, TimeSpan.at(MIDDLE + n * DAY), lane="Russia") for n in (1, 5, 9)]
    nato = [entry(n, TimeSpan.at(MIDDLE + n * DAY), lane="NATO") for n in (2, 6)]
    order = layout_of([*russia, *nato]).order

    assert (order.along(5, 1), order.along(5, -1), order.along(9, 1)) == (9, 1, None)
    assert (order.across(5, 1), order.across(9, 1), order.across(5, -1)) == (6, 6, None)
    assert order.across(2, -1) == 1


def test_nothing_comes_after_what_is_not_there() -> None:
    order = layout_of([]).order

    assert (order.step(None, 1), order.rank(3), order.along(3, 1), order.across(3, 1)) == (
        None,
        None,
        None,
        None,
    )
