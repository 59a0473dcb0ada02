"""What the printed timeline shows: entries and lanes, a scale, and the pages it goes over."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.domain import UserError
from timeline_app.domain.time import SpanShape
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.exporters import PrintSettings, Publication, PublishedEvent, TimelineForm
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.frame import ArticleDate, Viewport
from timeline_app.layout.lanes import REST, main_keys, make_lanes
from timeline_app.layout.marks import mark_bounds
from timeline_app.layout.metrics import PRINT
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import Measure
from timeline_app.layout.timeline import TimelineLayout
from timeline_app.rendering.pdf_text import PIXELS_PER_MM, printable

MOST_PAGES = 200  # of a timeline to scale
_MOST_LANES = 6  # as many as there are colours
_LEAST_TOLD = 2  # events that an actor needs for a lane
_AIRY, _DENSE = 23.0, 18.0  # row heights
_MOST_ROWS, _MANY, _ROWS_OF_MANY = 400, 2_000, 60  # of a lane; fewer for more events than that
_ROWS = (  # row height and rows per lane, from airy to dense
    (23.0, _MOST_ROWS),
    (20.0, _MOST_ROWS),
    (18.0, _MOST_ROWS),
    (18.0, 30),
    (18.0, 24),
    (18.0, 20),
    (18.0, 16),
    (18.0, 12),
    (18.0, 8),
    (18.0, 6),
    (18.0, 5),
    (18.0, 4),
    (18.0, 3),
    (18.0, 2),
)
# What is tried where one page has no room for every event: pages beside each other, then one above
# the other, then more beside each other.
_PAGES_ACROSS, _MORE_ACROSS = (2, 3, 4), (6, 8, 12)
_MOST_STRIPS = 12
_LONGEST_LABEL = 240.0  # where there are several pages beside each other
OVERLAP = _LONGEST_LABEL + 60.0  # of these pages: every label is whole on one of them
_LEAST_FIT = 3 * SECONDS_PER_DAY  # a single day is shown among its neighbours
_MARGIN = 84.0  # room for numbers and labels beside the first and the last mark
_DAYS_PER_YEAR = 365.2425
_UNITS = (  # days, name; the first that is at least `_LEAST_LENGTH` long names the scale
    (1 / 24, "1 hour"),
    (1, "1 day"),
    (_DAYS_PER_YEAR / 12, "1 month"),
    (_DAYS_PER_YEAR, "1 year"),
    (_DAYS_PER_YEAR * 10, "10 years"),
    (_DAYS_PER_YEAR * 100, "100 years"),
    (_DAYS_PER_YEAR * 1e3, "1,000 years"),
    (_DAYS_PER_YEAR * 1e6, "1 million years"),
    (_DAYS_PER_YEAR * 1e9, "1 billion years"),
)
_LEAST_LENGTH = 2.0  # millimetres


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline laid out for pages, in design pixels: one viewport for each.

    `across` pages stand beside each other; below them may be others, with the rows that follow.
    """

    layout: TimelineLayout
    viewports: tuple[Viewport, ...]
    across: int
    pixels_per_mm: float

    @property
    def scale_in_words(self) -> str:
        """How much paper stands for how much time: "4.8 mm = 1 day"."""
        return scale_in_words(self.viewports[0].scale, self.pixels_per_mm)

    @property
    def gathers(self) -> bool:
        """Whether some events have no place of their own."""
        return any(self.layout.display_list(each).told.grouped for each in self.viewports)


def make_chart(
    publication: Publication,
    measure: Measure,
    size: tuple[float, float],
    settings: PrintSettings,
    pixels_per_mm: float = PIXELS_PER_MM,
) -> Chart | None:
    """The whole timeline, on pages with that width and height; None when no event has a date.

    Where there is no room for a row of its own for every event, the densest stretches are
    gathered, with their numbers: on paper no event is only counted. Raises UserError for a scale
    that takes more than `MOST_PAGES`.
    """
    entries = _entries(publication)
    if not entries:
        return None
    drafter = _Drafter(publication, settings, entries, measure, size, pixels_per_mm)
    if settings.form is TimelineForm.TO_SCALE:
        return drafter.to_scale(settings.millimetres_per_day)
    chart = drafter.fitted(1)
    if settings.form is TimelineForm.ONE_PAGE or not chart.gathers:
        return chart
    for chart in drafter.roomier():
        if not chart.gathers:
            break
    return chart


class _Drafter:
    """Lays out one publication at several scales."""

    def __init__(
        self,
        publication: Publication,
        settings: PrintSettings,
        entries: list[TimelineEntry],
        measure: Measure,
        size: tuple[float, float],
        pixels_per_mm: float,
    ) -> None:
        is_one_lane = all(entry.lane == REST for entry in entries)
        self._lanes = make_lanes(entries, rest_title="Events" if is_one_lane else "Others")
        tones = {lane.key: lane.tone for lane in self._lanes}
        self._entries = [replace(entry, tone=tones[entry.lane]) for entry in entries]
        self._measure, self._pixels_per_mm = measure, pixels_per_mm
        self._width, self._height = size
        self._inner = self._width - PRINT.header_width
        self._articles = _article_dates(publication) if settings.has_article_dates else ()
        self._eras = publication.eras if settings.has_eras else ()
        self._begin, self._end = _stretch(self._entries)
        self._columns: dict[float, EntryColumns] = {}  # by the longest label

    def fitted(self, across: int) -> Chart:
        """Everything on so many pages beside each other, as airy as they allow."""
        whole = self._inner + (across - 1) * (self._inner - OVERLAP)
        margin = min(_MARGIN, self._inner / 6)
        scale = TimeScale.fitting(self._begin, self._end, whole, margin)
        return self._paged(self._airiest(scale, across), scale, across)

    def roomier(self) -> Iterator[Chart]:
        """Everything on several pages, the most readable way first."""
        yield from map(self.fitted, _PAGES_ACROSS)
        if len(self._entries) <= _MANY:
            chart = self._in_strips()
            if len(chart.viewports) <= _MOST_STRIPS:
                yield chart
        yield from map(self.fitted, _MORE_ACROSS)

    def _in_strips(self) -> Chart:
        """Everything at the scale of one page, in as many rows as it takes."""
        margin = min(_MARGIN, self._inner / 6)
        scale = TimeScale.fitting(self._begin, self._end, self._inner, margin)
        return self._paged(self._layout(_DENSE, _MOST_ROWS, 1), scale, 1)

    def to_scale(self, millimetres_per_day: float) -> Chart:
        """Everything at a scale, on as many pages as that takes.

        Raises UserError for more than `MOST_PAGES`.
        """
        pixels_per_day = millimetres_per_day * self._pixels_per_mm
        scale = TimeScale(self._begin, SECONDS_PER_DAY / pixels_per_day)
        margin = min(_MARGIN, self._inner / 6)
        whole = scale.x_of(self._end) + 2 * margin
        across = 1 + math.ceil(max(0.0, whole - self._inner) / (self._inner - OVERLAP))
        _require_possible(across)
        layout = self._layout(_AIRY, _ROWS_OF_MANY, across)
        chart = self._paged(layout, scale.panned(margin), across)
        _require_possible(len(chart.viewports))
        return chart

    def _layout(self, row_height: float, rows: int, across: int) -> TimelineLayout:
        label = PRINT.max_label if across == 1 else _LONGEST_LABEL
        metrics = replace(
            PRINT, row_height=row_height, max_rows=rows, bars_below=0.0, max_label=label
        )
        if label not in self._columns:
            columns = EntryColumns(self._entries, self._lanes, self._measure, metrics)
            self._columns[label] = columns
        return TimelineLayout(
            self._entries,
            self._lanes,
            self._measure,
            metrics,
            articles=self._articles,
            eras=self._eras,
            columns=self._columns[label],
        )

    def _airiest(self, scale: TimeScale, across: int) -> TimelineLayout:
        """The layout with the highest rows, and the most of them, that one page has room for."""
        most = _MOST_ROWS if len(self._entries) <= _MANY else _ROWS_OF_MANY
        needed = self._layout(_DENSE, most, across).lane_rows(scale)
        for row_height, rows in _ROWS:
            if sum(min(rows, each) for each in needed) * row_height > self._height:
                continue
            layout = self._layout(row_height, rows, across)
            if layout.height(scale) <= self._height:
                return layout
        return self._layout(*_ROWS[-1], across)

    def _paged(self, layout: TimelineLayout, scale: TimeScale, across: int) -> Chart:
        """The viewports of all pages, row after row of them."""
        strips, whole = layout.bands(0.0, 0.0).lanes.y, layout.height(scale)
        breaks = list(_breaks(layout, scale, self._height - strips))
        step = self._inner - OVERLAP
        viewports = tuple(
            Viewport(
                scale.panned(-number * step),
                self._width,
                min(self._height, whole, strips + end - begin),
                begin,
            )
            for begin, end in breaks
            for number in range(across)
        )
        return Chart(layout, viewports, across, self._pixels_per_mm)


def _require_possible(pages: int) -> None:
    if pages > MOST_PAGES:
        raise UserError(
            f"At this scale the timeline takes {pages:,} pages, and {MOST_PAGES} are the most. "
            "Let less paper stand for the same time."
        )


def _breaks(layout: TimelineLayout, scale: TimeScale, room: float) -> Iterator[tuple[float, float]]:
    """The stretches of the lanes, from top to bottom, that stand on one page each.

    A page ends between two lanes where that is possible, else between two rows.
    """
    tops, metrics = layout.lane_tops(scale), layout.metrics
    begin = 0.0
    while begin < tops[-1]:
        ends = [top for top in tops if begin < top <= begin + room]
        if ends:
            end = ends[-1]
        else:
            lane = max(top for top in tops if top <= begin) + metrics.lane_padding
            rows = math.floor((begin + room - lane) / metrics.row_height)
            end = max(lane + rows * metrics.row_height, begin + metrics.row_height)
        yield begin, end
        begin = end


def _stretch(entries: Sequence[TimelineEntry]) -> tuple[int, int]:
    """The first and the last instant that must be on paper.

    What goes on since long before everything else is cut at the left edge, where it is drawn as
    coming from before: otherwise it would press all other events to the right.
    """
    bounds = [(entry, mark_bounds(entry.span, entry.reported_at)) for entry in entries]
    placed = [(entry, bound) for entry, bound in bounds if bound is not None]
    settled = [b for entry, b in placed if entry.span.shape is not SpanShape.ONGOING]
    begin = min(bound.x1 for bound in settled or [b for _entry, b in placed])
    begin = min([begin, *(bound.x1 for _entry, bound in placed if bound.c2 <= begin)])
    end = max(bound.x2 for _entry, bound in placed)
    lacking = max(0, _LEAST_FIT - (end - begin)) // 2
    return begin - lacking, end + lacking


def scale_in_words(scale: TimeScale, pixels_per_mm: float = PIXELS_PER_MM) -> str:
    """The length of the smallest unit of time that can be measured on paper."""
    lengths = [(scale.pixels_per_day * days / pixels_per_mm, name) for days, name in _UNITS]
    length, name = next((pair for pair in lengths if pair[0] >= _LEAST_LENGTH), lengths[-1])
    return f"{length:.1f} mm = {name}" if length < 100 else f"{length:.0f} mm = {name}"


def _entries(publication: Publication) -> list[TimelineEntry]:
    dated = [event for event in publication.events if event.look is not None]
    told = Counter(actor for event in dated for actor in set(event.actors))
    candidates = [[a for a in event.actors if told[a] >= _LEAST_TOLD] for event in dated]
    keys = main_keys(candidates, _MOST_LANES)
    reports = {
        article.number: article.published.instant + SECONDS_PER_DAY
        for article in publication.articles
        if article.published is not None
    }
    return [
        entry
        for event, key in zip(dated, keys, strict=True)
        if (entry := _entry(event, key, reports)) is not None
    ]


def _entry(event: PublishedEvent, lane: str, reports: dict[int, int]) -> TimelineEntry | None:
    if event.span is None:
        return None
    reported = [reports[number] for number in event.article_numbers if number in reports]
    return TimelineEntry(
        event.event_id,
        event.span,
        printable(event.title),
        lane=printable(lane),
        is_planned=event.is_planned,
        is_under_way=event.is_under_way,
        source_count=len(event.article_numbers),
        number=event.number,
        articles=event.article_numbers,
        reported_at=max(reported, default=None),
    )


def _article_dates(publication: Publication) -> Sequence[ArticleDate]:
    return [
        ArticleDate(article.number, article.number, article.published.instant + noon)
        for noon in (SECONDS_PER_DAY // 2,)
        for article in publication.articles
        if article.published is not None
    ]
