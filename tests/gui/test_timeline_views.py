"""Views that follow each other, and the project as a scene; no window is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.timeline_projects import ACCEPTED, PROPOSED, fill
from timeline_app.domain import Change, Edit, Factuality
from timeline_app.domain.time import Precision
from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import LaneGrouping, TimeScale
from timeline_app.layout.entry import labels_of
from timeline_app.layout.entry_table import EntryTable
from timeline_app.services.library import Library
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.creating import span_at
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import FacetTable, Filter
from timeline_app.ui.timeline.glide import Glide, View, ViewHistory, between
from timeline_app.ui.timeline.scene import Coloring, make_scene

TOTAL = len(ACCEPTED) + len(PROPOSED)
NOW = instant_at(2024, 10, 29)
scales = st.builds(TimeScale, st.integers(NOW - 10**11, NOW + 10**11), st.floats(1.0, 1e8))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "p.timeline")
    fill(library)
    yield library
    library.close()


@given(scales, scales)
def test_a_glide_begins_and_ends_where_it_should(start: TimeScale, end: TimeScale) -> None:
    first = between(start, end, 0.0)

    assert first.seconds_per_pixel == pytest.approx(start.seconds_per_pixel)
    assert between(start, end, 1.0) == end


@given(scales, st.floats(0.2, 5.0), st.floats(0, 1_400), st.floats(0.01, 0.99))
def test_a_glide_keeps_the_point_that_is_zoomed_at(
    start: TimeScale, factor: float, x: float, share: float
) -> None:
    end = start.zoomed(factor, x)
    middle = between(start, end, share)
    kept = start.time_at(x)

    assert abs(middle.x_of(kept) - x) <= 2 + 2 / middle.seconds_per_pixel


def test_back_returns_to_the_views_in_turn() -> None:
    history = ViewHistory()
    one, two, three = (View(TimeScale(5, step)) for step in (1.0, 2.0, 3.0))
    for view in (one, two, two):
        history.push(view)

    assert [history.back(three), history.back(two), history.back(one)] == [two, one, None]
    assert [history.forward(one), history.forward(two), history.forward(three)] == [
        two,
        three,
        None,
    ]


def test_what_is_already_shown_is_no_step_back() -> None:
    history = ViewHistory()
    one, two = View(TimeScale(0, 1.0)), View(TimeScale(5, 2.0))
    for view in (one, two):
        history.push(view)

    assert history.back(two) == one


def test_a_new_way_leaves_no_way_forward() -> None:
    history = ViewHistory()
    one, two = View(TimeScale(0, 1.0)), View(TimeScale(5, 2.0))
    history.push(one)
    history.back(two)
    history.push(one)

    assert history.forward(two) is None


@pytest.mark.parametrize(
    ("pixels_per_day", "precision"),
    [
        (10_000, Precision.MINUTE),
        (1_000, Precision.HOUR),
        (20, Precision.DAY),
        (1, Precision.MONTH),
        (0.1, Precision.YEAR),
        (1e-6, Precision.MILLENNIUM),
    ],
)
def test_a_new_event_is_as_fine_as_the_zoom(pixels_per_day: float, precision: Precision) -> None:
    assert span_at(NOW, TimeScale(0, 86_400 / pixels_per_day)).precision is precision


@pytest.mark.parametrize("grouping", LaneGrouping)
def test_every_event_has_its_lane(library: Library, grouping: LaneGrouping) -> None:
    project = library.project
    scene = make_scene(project, project.chronological(), grouping)

    assert len(scene.entries) == TOTAL
    assert sum(lane.count for lane in scene.lanes) == TOTAL
    assert {entry.lane for entry in scene.entries} == {lane.key for lane in scene.lanes}
    labels = labels_of(scene.entries, range(1, TOTAL))
    assert labels == [entry.label for entry in scene.entries][1:]


@pytest.mark.parametrize("coloring", Coloring)
@pytest.mark.parametrize("grouping", [LaneGrouping.ACTOR, LaneGrouping.ARTICLE, LaneGrouping.NONE])
def test_the_numbers_of_a_scene_are_those_of_its_entries(
    library: Library, grouping: LaneGrouping, coloring: Coloring
) -> None:
    span = parse_edtf("2024-10-01/..")
    for factuality in (Factuality.UNDER_WAY, Factuality.PLANNED):
        event = replace(library.project.chronological()[0], span=span, factuality=factuality)
        library.apply(Change("Set", (Edit(library.project.events[event.id], event),)))
        scene = make_scene(library.project, library.project.chronological(), grouping, coloring)
        assert scene.table is not None
        assert _rows(scene.table) == _rows(EntryTable.of(scene.entries, scene.lanes))


def _rows(table: EntryTable) -> list[tuple[object, ...]]:
    arrays = table.arrays
    numbers = (arrays.id, arrays.x1, arrays.x2, arrays.c1, arrays.c2, arrays.lane, arrays.sources)
    looks = [table.looks[look] for look in arrays.look]
    tones = [table.tones[tone] for tone in arrays.tone]
    return list(zip(*(each.tolist() for each in numbers), looks, tones, strict=True))


def test_lanes_by_actor_are_named_after_them(library: Library) -> None:
    project = library.project
    scene = make_scene(project, project.chronological(), LaneGrouping.ACTOR)

    assert [lane.title for lane in scene.lanes] == ["Russia", "North Korea", "Ukraine"]


def test_colours_can_follow_the_review(library: Library) -> None:
    project = library.project
    scene = make_scene(project, project.chronological(), LaneGrouping.NONE, Coloring.REVIEW)

    assert {entry.tone for entry in scene.entries} == {"accepted"}


def test_facets_count_every_event(library: Library) -> None:
    values = FacetTable(library.project).filtered(Filter()).values
    for facet in {value.facet for value in values}:
        assert sum(value.count for value in values if value.facet is facet) == TOTAL


def test_filtering_lets_through_what_is_not_hidden(library: Library) -> None:
    table = FacetTable(library.project)
    hidden = frozenset({(Facet.ORGANISATION, "Russia"), (Facet.DATE, "Period")})
    passing = table.filtered(Filter(hidden)).passing
    titles = {library.project.events[event_id].title for event_id in table.ids(passing)}

    assert titles == {"Troops sent", "Incursion", "Vote"}


def test_proposals_can_be_left_out(library: Library) -> None:
    table = FacetTable(library.project, with_proposals=False)

    assert len(table.events) == len(ACCEPTED)


class StillStyle(QProxyStyle):
    """A desktop that wants no animations."""

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


@pytest.mark.parametrize("is_still", [True, False])
def test_a_glide_is_no_movement_where_none_is_wanted(qtbot: QtBot, *, is_still: bool) -> None:
    shown: list[View] = []
    widget = QWidget()
    style = StillStyle("Fusion") if is_still else QStyleFactory.create("Fusion")
    style.setParent(widget)  # the widget does not own its style, and outlives this test
    widget.setStyle(style)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    start, end = View(TimeScale(0, 1.0)), View(TimeScale(0, 4.0), 50.0)
    glide = Glide(widget, Theme(), shown.append)

    glide.go(start, end)

    assert (shown == [end]) == is_still
    qtbot.waitUntil(lambda: shown[-1:] == [end])
    assert glide.target is None or not is_still


def test_a_glide_is_no_movement_where_the_user_wants_less(qtbot: QtBot) -> None:
    shown: list[View] = []
    widget, theme = QWidget(), Theme()
    theme.less_motion = True
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    end = View(TimeScale(0, 4.0), 50.0)

    Glide(widget, theme, shown.append).go(View(TimeScale(0, 1.0)), end)

    assert shown == [end]
