"""The filter: what is counted, what is let through, and what mouse and keys do in its panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.timeline_hands import id_of
from tests.gui.timeline_projects import ACCEPTED, PROPOSED
from tests.gui.timeline_windows import model, show, theme, workspace
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import Marking
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import FacetTable, Filter, Filtered
from timeline_app.ui.timeline.folding import BOTH_FROM
from timeline_app.ui.timeline.workspace import TimelineWorkspace

__all__ = ["model", "show", "theme", "workspace"]

TOTAL = len(ACCEPTED) + len(PROPOSED)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table(model: ProjectModel) -> FacetTable:
    return FacetTable(model.library.project)


def all_titles(table: FacetTable) -> set[str]:
    return {table.events.event(row).title for row in range(len(table.events))}


def titles(table: FacetTable, filtered: Filtered) -> set[str]:
    ids = table.ids(filtered.passing)
    events = map(table.events.event, range(len(table.events)))
    return {event.title for event in events if event.id in ids}


def counts(filtered: Filtered, facet: Facet) -> dict[str, int]:
    return {value.key: value.count for value in filtered.values if value.facet is facet}


def shown(workspace: TimelineWorkspace) -> set[str]:
    return {entry.label for entry in workspace.canvas.scene.entries}


def place_of(workspace: TimelineWorkspace, title: str) -> QPoint:
    """The middle of a row of the filter."""
    tree = workspace.facets.tree
    item = next(item for item in tree.value_items() if item.text() == title)
    tree.scrollTo(item.index())
    return tree.visualRect(item.index()).center()


def test_words_are_looked_for_in_titles_names_and_quotes(table: FacetTable) -> None:
    assert titles(table, table.filtered(Filter(text="TREATY"))) == {"Treaty"}
    assert titles(table, table.filtered(Filter(text="russia strik"))) == {"Strikes"}
    assert table.filtered(Filter(text="leaders")).count == TOTAL


def test_a_stretch_of_time_lets_through_what_shares_a_moment_with_it(table: FacetTable) -> None:
    until = table.filtered(Filter(until=parse_edtf("2024-10-13")))
    since = table.filtered(Filter(since=parse_edtf("2024-11")))

    assert titles(table, until) >= {"Shipment", "Incursion"}
    assert not titles(table, until) & {"Treaty", "Vote", "Summit"}
    assert titles(table, since) >= {"Treaty", "Vote"}
    assert "Shipment" not in titles(table, since)


def test_known_by_a_day_is_what_articles_had_told_until_then(model: ProjectModel) -> None:
    review.add_event(model.library, "Own note", parse_edtf("2024-10-01"))
    table = FacetTable(model.library.project)

    def known_by(day: str) -> set[str]:
        return titles(table, table.filtered(Filter(known_by=parse_edtf(day))))

    assert known_by("2024-10-28") == {"Own note"}, "the article is of the 29th"
    assert known_by("2024-10-29") == known_by("2024-10") == all_titles(table)


def test_what_was_known_by_a_day_is_typed_and_kept(workspace: TimelineWorkspace) -> None:
    field = workspace.facets.fields.known_by
    field.setText("september 2024")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown(workspace) == set()

    view = workspace.save_view()
    workspace.facets.clear_button.click()
    assert len(shown(workspace)) == TOTAL
    workspace.restore_view(view)
    assert shown(workspace) == set()
    assert field.text() == "September 2024"


def test_counts_are_of_what_the_rest_of_the_filter_lets_through(table: FacetTable) -> None:
    filtered = table.filtered(Filter(frozenset({(Facet.ORGANISATION, "Russia")})))

    assert counts(filtered, Facet.ORGANISATION) == {"Russia": 3, "North Korea": 2, "Ukraine": 2}
    assert counts(filtered, Facet.STATUS) == {"happened": 3, "planned": 1}
    assert filtered.count == 4


def test_facets_without_values_are_left_out(table: FacetTable) -> None:
    facets = {value.facet for value in table.filtered(Filter()).values}

    assert facets == {
        Facet.ORGANISATION,
        Facet.DATE,
        Facet.STATUS,
        Facet.CERTAINTY,
        Facet.ARTICLE,
    }


def test_only_one_value_and_back_again() -> None:
    keys = ["a", "b", "c"]
    only = Filter(frozenset({(Facet.TAG, "b")})).only(Facet.TAG, "b", keys)

    assert only.hidden == {(Facet.TAG, "a"), (Facet.TAG, "c")}
    assert only.only(Facet.TAG, "b", keys).is_empty


def test_a_click_hides_and_another_shows(workspace: TimelineWorkspace) -> None:
    viewport = workspace.facets.tree.viewport()
    QTest.mouseClick(viewport, LEFT, pos=place_of(workspace, "Russia"))

    assert shown(workspace) == {"Shipment", "Troops sent", "Incursion", "Vote"}
    assert workspace.facets.head.count.text() == f"4 of {TOTAL} events"

    QTest.mouseClick(viewport, LEFT, pos=place_of(workspace, "Russia"))
    assert workspace.facets.filter.is_empty


def test_a_double_click_shows_nothing_else(workspace: TimelineWorkspace) -> None:
    viewport, place = workspace.facets.tree.viewport(), place_of(workspace, "Ukraine")
    QTest.mouseClick(viewport, LEFT, pos=place)
    QTest.mouseDClick(viewport, LEFT, pos=place)

    assert shown(workspace) == {"Incursion", "Vote"}


def test_space_turns_a_row_and_enter_shows_it_alone(workspace: TimelineWorkspace) -> None:
    tree = workspace.facets.tree
    item = next(item for item in tree.value_items() if item.text() == "Ukraine")
    tree.setCurrentIndex(item.index())

    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert "Vote" not in shown(workspace)

    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert shown(workspace) == {"Incursion", "Vote"}


def test_words_are_typed_and_forgotten(workspace: TimelineWorkspace) -> None:
    words = workspace.facets.fields.words
    QTest.keyClicks(words, "treaty")
    assert shown(workspace) == {"Treaty"}

    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert len(shown(workspace)) == TOTAL


def test_limits_are_typed_in_words(workspace: TimelineWorkspace) -> None:
    since = workspace.facets.fields.since
    since.setText("november 2024")
    QTest.keyClick(since, Qt.Key.Key_Return)
    assert "Shipment" not in shown(workspace)
    assert "Treaty" in shown(workspace)

    workspace.facets.clear_button.click()
    assert since.text() == ""
    assert len(shown(workspace)) == TOTAL


def test_what_is_no_date_limits_nothing(workspace: TimelineWorkspace) -> None:
    since = workspace.facets.fields.since
    since.setText("sometime or other")
    QTest.keyClick(since, Qt.Key.Key_Return)

    assert since.property("wrong")
    assert len(shown(workspace)) == TOTAL


def test_what_is_searched_for_lights_up(workspace: TimelineWorkspace, model: ProjectModel) -> None:
    assert workspace.canvas.marking.hits is None

    model.set_search("treaty")
    assert workspace.canvas.marking.hits == {id_of(model, "Treaty")}

    model.set_search("")
    assert workspace.canvas.marking == Marking(today=workspace.canvas.marking.today)


def test_a_narrow_window_has_room_for_one_panel(workspace: TimelineWorkspace) -> None:
    workspace.window().resize(BOTH_FROM - 80, 700)
    assert not workspace.facets.isVisible()
    assert workspace.bar.facets.isVisible()

    workspace.bar.facets.click()
    assert workspace.facets.isVisible()
    assert not workspace.inspector.isVisible()

    workspace.bar.inspector.click()
    assert workspace.inspector.isVisible()
    assert not workspace.facets.isVisible()
