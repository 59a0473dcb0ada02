from timeline_app.layout import Lane, LaneChoices

LANES = tuple(Lane(key, key) for key in "abcd")


def keys(choices: LaneChoices) -> str:
    return "".join(lane.key for lane in choices.arranged(LANES))


def test_lanes_stay_as_they_are_until_something_is_chosen() -> None:
    assert LaneChoices().arranged(LANES) == LANES


def test_a_lane_is_put_into_a_gap_between_others() -> None:
    choices = LaneChoices()

    assert keys(choices.placed(LANES, "a", 2)) == "bacd"
    assert keys(choices.placed(LANES, "d", 0)) == "dabc"
    assert keys(choices.placed(LANES, "b", 4)) == "acdb"
    assert keys(choices.placed(LANES, "b", 1)) == "abcd"


def test_a_lane_goes_up_and_down_by_one_place_and_stops_at_the_ends() -> None:
    choices = LaneChoices()

    assert keys(choices.moved(LANES, "c", -1)) == "acbd"
    assert keys(choices.moved(LANES, "c", 1)) == "abdc"
    assert choices.moved(LANES, "a", -1) == choices
    assert choices.moved(LANES, "d", 1) == choices


def test_the_order_remembers_lanes_that_are_not_there() -> None:
    choices = LaneChoices(order=("x", "c", "a"))

    assert keys(choices) == "cabd"
    assert "x" in choices.moved(choices.arranged(LANES), "a", -1).order


def test_lanes_open_and_collapse_one_by_one_and_together() -> None:
    choices = LaneChoices().turned("b")
    assert [lane.is_collapsed for lane in choices.arranged(LANES)] == [False, True, False, False]
    assert choices.turned("b") == LaneChoices()

    everything = choices.with_all(LANES, collapsed=True)
    assert all(lane.is_collapsed for lane in everything.arranged(LANES))
    assert everything.with_all(LANES, collapsed=False) == LaneChoices()


def test_a_resized_lane_opens_and_has_at_least_one_row() -> None:
    choices = LaneChoices().turned("a").resized("a", 0)

    assert choices.arranged(LANES)[0].rows == 1
    assert not choices.collapsed
    assert choices.resized("a", None).arranged(LANES)[0].rows is None
