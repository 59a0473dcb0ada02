from tests.layout.timelines import MIDDLE, entry
from timeline_app.domain.time import TimeSpan
from timeline_app.layout import REST, main_keys, make_lanes

SPAN = TimeSpan.at(MIDDLE)


def test_an_event_stands_under_its_most_frequent_name() -> None:
    keys = main_keys([["Putin", "Russia"], ["Russia"], ["Russia", "NATO"], []])

    assert keys == ["Russia", "Russia", "Russia", REST]


def test_among_equals_the_name_that_comes_first_has_the_event() -> None:
    assert main_keys([["Putin", "China", "India"]]) == ["Putin"]


def test_rare_names_share_a_lane() -> None:
    names = [[f"Name {number}"] for number in range(10)] + [["NATO"], ["NATO"]]
    keys = main_keys(names, limit=4)

    assert keys[-1] == "NATO"
    assert len(set(keys) - {REST}) == 3
    assert keys.count(REST) == 8


def test_an_event_with_a_rare_name_goes_to_its_next_one() -> None:
    names = [["NATO"]] * 3 + [["UN"]] * 3 + [["EU"]] * 2 + [["Rutte", "EU"]] * 1
    keys = main_keys(names, limit=3)

    assert set(keys) <= {"NATO", "UN", "EU", REST}


def test_lanes_are_counted_and_the_rest_comes_last() -> None:
    entries = [entry(1, SPAN), entry(2, SPAN), entry(3, SPAN, lane="NATO")]
    lanes = make_lanes(entries)

    assert [(lane.key, lane.count) for lane in lanes] == [("NATO", 1), (REST, 2)]


def test_a_lane_keeps_its_colour_when_others_go() -> None:
    order = ["NATO", "Russia"]
    both = make_lanes([entry(1, SPAN, lane="NATO"), entry(2, SPAN, lane="Russia")], order=order)
    one = make_lanes([entry(2, SPAN, lane="Russia")], order=order)

    assert both[1].tone == one[0].tone
