"""What the table shows, and in which order; no window is needed for that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.table.projects import OLD, SUMMIT, TREATY, UNDATED, VOTE, fill
from timeline_app.domain import Factuality, ReviewStatus
from timeline_app.services.library import Library
from timeline_app.ui.table.cells import Cells
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.filters import RowFilter, make_predicate
from timeline_app.ui.table.lines import GroupHead, Grouping, Line, Order, arrange
from timeline_app.ui.table.moves import moves_between


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "a.timeline")
    fill(library)
    yield library
    library.close()


@pytest.fixture
def cells(library: Library) -> Cells:
    return Cells(library.project)


def shown(cells: Cells, row_filter: RowFilter) -> set[int]:
    return set(filter(make_predicate(row_filter, cells), cells.chronology))


def ordered(cells: Cells, order: Order) -> list[Line]:
    return arrange(cells, lambda _: True, order)


def test_cells_tell_what_is_known(cells: Cells) -> None:
    texts = {column: cells.text(SUMMIT, column) for column in Column}
    assert texts[Column.WHEN] == "21 – 27 Oct 2024"
    assert texts[Column.EDTF] == "[2024-10-21..2024-10-27]"
    assert texts[Column.WRITTEN] == "last week"
    assert texts[Column.QUOTE] == "He held a summit last week."
    assert texts[Column.WHO] == "Vladimir Putin, Kremlin"
    assert texts[Column.WHERE] == "Kazan"
    assert texts[Column.STATUS] == "Happened"
    assert texts[Column.SOURCES] == "1, 2"
    assert texts[Column.NUMBER] == "1"


def test_proposals_have_no_number_and_undated_events_come_last(cells: Cells) -> None:
    assert cells.text(VOTE, Column.NUMBER) == ""
    assert cells.text(TREATY, Column.NUMBER) == "2"
    assert cells.text(UNDATED, Column.NUMBER) == "3"
    assert cells.text(UNDATED, Column.WHEN) == "undated"


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        (Column.TITLE, "summit", {SUMMIT}),
        (Column.QUOTE, "COMES NEXT", {VOTE}),
        (Column.WRITTEN, "last", {SUMMIT}),
        (Column.WHO, "kremlin", {SUMMIT}),
        (Column.EDTF, "2024-10", {SUMMIT, TREATY}),
        (Column.SOURCES, "2", {SUMMIT, TREATY}),
        (Column.WHEN, "October 2024", {SUMMIT, TREATY}),
        (Column.WHEN, "24 Oct 2024", {SUMMIT, TREATY}),
        (Column.WHEN, "2024-10-28/2024-11-30", {VOTE}),
        (Column.WHEN, "undat", {UNDATED}),
        (Column.WHEN, "  ", {SUMMIT, VOTE, TREATY, OLD, UNDATED}),
    ],
)
def test_a_text_filters_its_column(
    cells: Cells, column: Column, text: str, expected: set[int]
) -> None:
    assert shown(cells, RowFilter().with_text(column, text)) == expected


def test_choices_filter_states_and_statuses(cells: Cells) -> None:
    proposed = RowFilter(states=frozenset({ReviewStatus.PROPOSED}))
    planned = RowFilter(factualities=frozenset({Factuality.PLANNED}))
    assert shown(cells, proposed) == {VOTE}
    assert shown(cells, planned) == {VOTE}
    assert (proposed.count, planned.count, RowFilter().count) == (1, 1, 0)


def test_rows_are_sorted_by_time_first(cells: Cells) -> None:
    assert ordered(cells, Order()) == [OLD, SUMMIT, TREATY, VOTE, UNDATED]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order(Column.WHEN, is_descending=True), UNDATED),
        (Order(Column.TITLE), TREATY),
        (Order(Column.TITLE, is_descending=True), VOTE),
        (Order(Column.WHO), SUMMIT),
        (Order(Column.STATE), VOTE),
        (Order(Column.SOURCES), VOTE),
    ],
)
def test_rows_can_be_sorted_by_any_column(cells: Cells, order: Order, first: int) -> None:
    assert ordered(cells, order)[0] == first


def test_groups_have_heads_with_counts(cells: Cells) -> None:
    lines = ordered(cells, Order(grouping=Grouping.ARTICLE))
    assert lines == [
        GroupHead("1  A summit", 2),
        SUMMIT,
        VOTE,
        GroupHead("2  A treaty", 1),
        TREATY,
        GroupHead("Without an article", 2),
        OLD,
        UNDATED,
    ]


@pytest.mark.parametrize("grouping", [Grouping.STATE, Grouping.STATUS, Grouping.WHO])
def test_every_row_stands_in_one_group(cells: Cells, grouping: Grouping) -> None:
    lines = ordered(cells, Order(grouping=grouping))
    rows = [line for line in lines if isinstance(line, int)]
    assert sorted(rows) == [SUMMIT, VOTE, TREATY, OLD, UNDATED]
    heads = [line for line in lines if isinstance(line, GroupHead)]
    assert sum(head.count for head in heads) == 5


@given(
    before=st.lists(st.integers(0, 30), unique=True),
    after=st.lists(st.integers(0, 30), unique=True),
)
def test_moves_lead_from_one_list_to_the_other(before: list[Line], after: list[Line]) -> None:
    moves = moves_between(before, after)
    assert moves is not None
    lines = list(before)
    for first, last in moves.removed:
        del lines[first : last + 1]
    assert sorted(map(str, lines)) == sorted(map(str, moves.kept))
    lines = list(moves.kept)
    for first, added in moves.inserted:
        lines[first:first] = added
    assert lines == after


def test_moves_without_end_are_a_fresh_start() -> None:
    assert moves_between(list(range(400)), list(range(0, 400, 2))) is None
