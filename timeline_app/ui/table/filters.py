"""Which rows are shown: a text for each column, and choices of states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from timeline_app.domain import Event, Factuality, ReviewStatus, UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.services.typed_dates import understand_date
from timeline_app.ui.table.cells import Cells
from timeline_app.ui.table.columns import Column

Predicate = Callable[[int], bool]

ALL_STATES = frozenset(ReviewStatus) - {ReviewStatus.FOLDED}
ALL_FACTUALITIES = frozenset(Factuality)
_NO_TEXTS: Mapping[Column, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What rows must have: all of it. Without restriction every row is shown.

    `texts` are looked for anywhere in their column, in any case; in When a date is understood as
    the time that the event must touch, and in Sources a number is that of an article.
    """

    texts: Mapping[Column, str] = field(default_factory=lambda: _NO_TEXTS)
    states: frozenset[ReviewStatus] = ALL_STATES
    factualities: frozenset[Factuality] = ALL_FACTUALITIES

    @property
    def count(self) -> int:
        """How many columns restrict the rows."""
        chosen = (self.states != ALL_STATES) + (self.factualities != ALL_FACTUALITIES)
        return len(self.texts) + chosen

    def with_text(self, column: Column, text: str) -> RowFilter:
        """The same filter with another text for a column; a blank text restricts nothing."""
        texts = {key: value for key, value in self.texts.items() if key is not column}
        if text.strip():
            texts[column] = text.strip()
        return replace(self, texts=texts)

    def restricts(self, column: Column) -> bool:
        """Whether a column restricts the rows."""
        if column is Column.STATE:
            return self.states != ALL_STATES
        if column is Column.STATUS:
            return self.factualities != ALL_FACTUALITIES
        return column in self.texts


def make_predicate(row_filter: RowFilter, cells: Cells) -> Predicate:
    """A function that says whether the row of an event is shown."""
    tests = [_text_test(column, text, cells) for column, text in row_filter.texts.items()]
    if row_filter.states != ALL_STATES:
        tests.append(lambda event_id: cells.event(event_id).status in row_filter.states)
    if row_filter.factualities != ALL_FACTUALITIES:
        tests.append(lambda event_id: cells.event(event_id).factuality in row_filter.factualities)
    if len(tests) == 1:
        return tests[0]
    return lambda event_id: all(test(event_id) for test in tests)


def _text_test(column: Column, text: str, cells: Cells) -> Predicate:
    if column is Column.WHEN:
        span = _understood(text)
        if span is not None:
            return lambda event_id: _touches(cells.event(event_id), span)
    if column is Column.SOURCES and text.isdecimal():
        number = int(text)
        return lambda event_id: number in cells.sources(event_id)
    needle = text.casefold()
    return lambda event_id: needle in cells.text(event_id, column).casefold()


def _understood(text: str) -> TimeSpan | None:
    try:
        return understand_date(text, None).span
    except UserError:
        return None


def _touches(event: Event, window: TimeSpan) -> bool:
    """Whether an event may have been going on in the time of a window, open sides included."""
    span = event.span
    if span is None:
        return False
    starts_in_time = _at_most(span.begin, window.end)
    ends_in_time = _at_most(window.begin, span.end)
    return starts_in_time and ends_in_time


def _at_most(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low < high
