"""What the printed timeline shows: entries, lanes and a scale that fit on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.domain.time import SpanShape
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.exporters import Publication, PublishedEvent
from timeline_app.layout.entry import TimelineEntry
from timeline_app.layout.frame import ArticleDate, Viewport
from timeline_app.layout.lanes import REST, main_keys, make_lanes
from timeline_app.layout.marks import mark_bounds
from timeline_app.layout.metrics import PRINT
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import Measure
from timeline_app.layout.timeline import TimelineLayout
from timeline_app.rendering.pdf_text import PIXELS_PER_MM, printable

_MOST_LANES = 6  # as many as there are colours
_LEAST_TOLD = 2  # events that an actor needs for a lane
_ROWS = (  # row height and rows per lane, from airy to dense
    (23.0, 30),
    (20.0, 30),
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
    """A timeline laid out for a page, in design pixels."""

    layout: TimelineLayout
    viewport: Viewport

    @property
    def scale_in_words(self) -> str:
        """How much paper stands for how much time: "4.8 mm = 1 day"."""
        return scale_in_words(self.viewport.scale)


def make_chart(
    publication: Publication, measure: Measure, width: float, height: float
) -> Chart | None:
    """The whole timeline to one scale; None when no event has a date.

    Where the page is too low for a row of its own for every event, the densest stretches are
    gathered, with their numbers: on paper no event is only counted.
    """
    entries, articles = _entries(publication), _article_dates(publication)
    if not entries:
        return None
    is_one_lane = all(entry.lane == REST for entry in entries)
    lanes = make_lanes(entries, rest_title="Events" if is_one_lane else "Others")
    tones = {lane.key: lane.tone for lane in lanes}
    toned = [replace(entry, tone=tones[entry.lane]) for entry in entries]
    scale = _fitting(toned, width - PRINT.header_width)
    for row_height, rows in _ROWS:
        metrics = replace(PRINT, row_height=row_height, max_rows=rows, bars_below=0.0)
        layout = TimelineLayout(toned, lanes, measure, metrics, articles=articles)
        needed = layout.height(scale)
        if needed <= height:
            break
    return Chart(layout, Viewport(scale, width, min(height, needed)))


def _fitting(entries: Sequence[TimelineEntry], width: float) -> TimeScale:
    """The scale that shows every event.

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
    return TimeScale.fitting(begin - lacking, end + lacking, width, min(_MARGIN, width / 6))


def scale_in_words(scale: TimeScale) -> str:
    """The length of the smallest unit of time that can be measured on paper."""
    lengths = [(scale.pixels_per_day * days / PIXELS_PER_MM, name) for days, name in _UNITS]
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
