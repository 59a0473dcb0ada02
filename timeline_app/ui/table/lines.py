"""The lines of the table in order: rows of events, and heads of groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.ui.table.cells import Cells, SortKey
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.filters import Predicate


class Grouping(StrEnum):
    """What rows can be gathered by."""

    NONE = "None"
    ARTICLE = "Article"
    STATE = "State"
    STATUS = "Status"
    WHO = "Who"


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The line above the rows of one group."""

    title: str
    count: int


Line = int | GroupHead  # an event's id, or a head


@dataclass(frozen=True, slots=True)
class Order:
    """What the rows are sorted by, inside their groups."""

    column: Column = Column.WHEN
    is_descending: bool = False
    grouping: Grouping = Grouping.NONE


def arrange(cells: Cells, is_shown: Predicate, order: Order) -> list[Line]:
    """The lines to show. Rows that are equal in the sorted column stay in order of time."""
    ids = list(filter(is_shown, cells.chronology))
    if order.column is not Column.WHEN or order.is_descending:
        ids.sort(key=lambda id_: cells.sort_key(id_, order.column), reverse=order.is_descending)
    if order.grouping is Grouping.NONE:
        return list(ids)
    return _grouped(ids, _GROUP_TITLES[order.grouping], cells)


def _grouped(ids: list[int], title_of: Callable[[int, Cells], SortKey], cells: Cells) -> list[Line]:
    groups: dict[SortKey, list[int]] = {}
    for event_id in ids:
        groups.setdefault(title_of(event_id, cells), []).append(event_id)
    lines: list[Line] = []
    for key in sorted(groups):
        members = groups[key]
        lines.append(GroupHead(str(key[-1]), len(members)))
        lines += members
    return lines


def _by_text(column: Column, none: str) -> Callable[[int, Cells], SortKey]:
    def title(event_id: int, cells: Cells) -> SortKey:
        text = cells.text(event_id, column)
        return not text, text or none

    return title


def _by_state(event_id: int, cells: Cells) -> SortKey:
    return *cells.sort_key(event_id, Column.STATE), cells.text(event_id, Column.STATE)


def _by_article(event_id: int, cells: Cells) -> SortKey:
    article = cells.first_article(event_id)
    if article is None:
        return True, 0, "Without an article"
    number, title = article
    return False, number, f"{number}  {title}"


def _by_actor(event_id: int, cells: Cells) -> SortKey:
    actors = cells.event(event_id).actors
    return not actors, actors[0] if actors else "Nobody named"


_GROUP_TITLES: dict[Grouping, Callable[[int, Cells], SortKey]] = {
    Grouping.ARTICLE: _by_article,
    Grouping.STATE: _by_state,
    Grouping.STATUS: _by_text(Column.STATUS, "No status"),
    Grouping.WHO: _by_actor,
}
