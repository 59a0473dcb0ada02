from timeline_app.ui.timeline.folding import BOTH_FROM, Folding, Side

NARROW = BOTH_FROM - 1


def test_a_wide_window_has_both_panels_and_a_narrow_one_the_inspector() -> None:
    assert Folding().shown(BOTH_FROM) == set(Side)
    assert Folding().shown(NARROW) == {Side.INSPECTOR}


def test_in_a_narrow_window_one_panel_takes_the_place_of_the_other() -> None:
    folding = Folding().turned(Side.FACETS, NARROW)

    assert folding.shown(NARROW) == {Side.FACETS}
    assert folding.turned(Side.FACETS, NARROW).shown(NARROW) == set()
    assert folding.shown(BOTH_FROM) == set(Side)


def test_in_a_wide_window_each_panel_closes_by_itself() -> None:
    folding = Folding().turned(Side.FACETS, BOTH_FROM)

    assert folding.shown(BOTH_FROM) == {Side.INSPECTOR}
    assert folding.turned(Side.FACETS, BOTH_FROM) == Folding()
