"""The first printed pages: the whole timeline to one scale, with its legend."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from timeline_app.exporters import PrintSettings, Publication, TimelineForm
from timeline_app.layout.display_list import DisplayList, Layer
from timeline_app.layout.frame import Viewport
from timeline_app.layout.marks import MarkKind, MarkLook
from timeline_app.layout.primitives import Area, Batch, Label, Labels, Pill, Primitive
from timeline_app.layout.text import TextStyle, elide
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.pdf_chart import Chart, make_chart
from timeline_app.rendering.pdf_frame import PageFrame
from timeline_app.rendering.pdf_sheet import STRONG_LINE, Sheet
from timeline_app.rendering.pdf_targets import event_target, mark_target
from timeline_app.rendering.pdf_text import Style, elided, printable, text_width
from timeline_app.rendering.text import TextMeasure

TITLE_BASELINE, SCALE_BASELINE, SUMMARY_BASELINE = 85.5, 93.0, 112.5
CHART_TOP = 137.0
_LEGEND_LINE = 25.0
_LEGEND_DROP = 28.0  # from the end of the chart to the first line of the legend
_LEGEND_RISE = 30.5  # from the last line to the rule above the footer
_LEGEND_COLUMN = 215.0  # about the width of a sign and its words
_MOST_LINES = 2
_SIGN_WIDTH = 30.0
_GAP = 24.0
_LONGEST_IN_HAND = 420.0  # millimetres of a page that is read from as near as a book: A3
_ON_A_POSTER = dict.fromkeys(TimelineForm, TimelineForm.ONE_PAGE) | {
    TimelineForm.TO_SCALE: TimelineForm.TO_SCALE
}
_NUMBER_ROOM = 44.0  # at the left edge, for the numbers of marks that it cuts
_OUTER_ROOM = 4.0  # between the left edge of the first page and a label that it cuts
_LEAST_LABEL = 40.0  # of which letters are left

_MEANINGS = {
    MarkKind.POINT: "day known",
    MarkKind.ABOUT: "about that day",
    MarkKind.PERIOD: "period",
    MarkKind.WITHIN: "sometime within",
    MarkKind.CORE: "core known, edges not",
    MarkKind.ONGOING: "goes on",
    MarkKind.UNTIL: "until then",
    MarkKind.DISPUTED: "sources differ",
    MarkKind.BEFORE: "on or before",
    MarkKind.AFTER: "on or after",
}


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of the timeline; `place` says which part it is, "" where there is but one."""

    chart: Chart
    viewport: Viewport
    place: str = ""


def lay_out_timeline(
    publication: Publication, settings: PrintSettings
) -> tuple[PageFrame, Chart | None]:
    """The frame of the timeline's pages, and the timeline; None when no event has a date.

    On a poster everything is as large as it can be with a place of its own for each event.
    Raises UserError when the paper has no possible size, or a scale takes too many pages.
    """
    zooms = _zooms(settings.paper)
    for zoom in zooms:
        # Several pages are no poster to look at from far away.
        form = settings.form if zoom == zooms[-1] else _ON_A_POSTER[settings.form]
        frame = PageFrame.of(settings.paper, zoom)
        size = frame.inner_width, _chart_bottom(frame) - CHART_TOP
        chosen = replace(settings, form=form)
        chart = make_chart(publication, TextMeasure(), size, chosen, frame.pixels_per_mm)
        if chart is None or form is TimelineForm.TO_SCALE or not chart.gathers:
            break
    return frame, chart


def _zooms(paper: tuple[float, float]) -> list[float]:
    """How much larger than in a book things may be, the largest first."""
    most = max(paper) / _LONGEST_IN_HAND
    steps = max(0, math.ceil(2 * math.log2(max(1.0, most))))
    return [most / 2 ** (step / 2) for step in range(steps)] + [1.0]


def timeline_pages(chart: Chart) -> list[TimelinePage]:
    """The pages of a chart in reading order."""
    total = len(chart.viewports)
    if total == 1:
        return [TimelinePage(chart, chart.viewports[0])]
    return [
        TimelinePage(chart, viewport, _place_in_words(number, total, chart.across))
        for number, viewport in enumerate(chart.viewports)
    ]


def _place_in_words(number: int, total: int, across: int) -> str:
    row, column = divmod(number, across)
    down = math.ceil(total / across)
    if down == 1:
        return f"Part {column + 1} of {across}"
    if across == 1:
        return f"Strip {row + 1} of {down}"
    return f"Part {column + 1} of {across}, strip {row + 1} of {down}"


def paint_timeline_page(
    sheet: Sheet, publication: Publication, page: TimelinePage | None, summary: str
) -> None:
    """The page without its footer; `summary` stands below the title. No page: nothing is dated."""
    _paint_heading(sheet, publication, summary, page)
    frame = sheet.frame
    sheet.rule(frame.left, frame.right, CHART_TOP, "text", STRONG_LINE)
    if page is None:
        sheet.text(frame.left, CHART_TOP + 30, "None of the events has a date.", Style.ASIDE)
        return
    drawing = page.chart.layout.display_list(page.viewport)
    shown = without_cut_labels(drawing, page)
    with sheet.pixels() as painter:
        painter.translate(frame.left, CHART_TOP)
        paint_display_list(painter, shown, sheet.palette)
    sheet.rule(frame.left, frame.right, CHART_TOP + page.viewport.height, "grid_strong")
    _refer(sheet, publication, drawing)
    _paint_legend(sheet, legend_entries(publication, drawing))


def without_cut_labels(drawing: DisplayList, page: TimelinePage) -> DisplayList:
    """The drawing without the labels that an edge cuts: the page beside it has them whole.

    Where there is no page beside it, as much of the label is left as there is room for.
    """
    chart = page.chart
    column = chart.viewports.index(page.viewport) % chart.across
    header = chart.layout.metrics.header_width
    left = header + (_NUMBER_ROOM if column else _OUTER_ROOM)
    edges = _Edges(left, drawing.width, column == 0, column + 1 == chart.across)
    back, rows, *strips = drawing.layers
    kept = tuple(each for part in rows.primitives for each in edges.fitted(part))
    return replace(drawing, layers=(back, replace(rows, primitives=kept), *strips))


@dataclass(frozen=True, slots=True)
class _Edges:
    """Between which labels stand, and which of the two are those of the whole timeline."""

    left: float
    right: float
    is_first: bool
    is_last: bool

    def fitted(self, part: Primitive | Batch) -> Iterator[Primitive | Batch]:
        """What is left of a part of the drawing; on paper each batch has one label."""
        labels = list(part) if isinstance(part, Labels) else [part]
        cut = [each for each in labels if isinstance(each, Label) and not self._is_whole(each)]
        if not cut:
            yield part
        for label in cut:
            yield from self._shortened(label)

    def _is_whole(self, label: Label) -> bool:
        return self.left <= label.x and label.x + label.width <= self.right

    def _shortened(self, label: Label) -> Iterator[Label]:
        begin, end = max(label.x, self.left), min(label.x + label.width, self.right)
        is_outer = self.is_first if label.x < self.left else self.is_last
        if not is_outer or end - begin < _LEAST_LABEL:
            return
        measure = TextMeasure()
        text = elide(label.text, end - begin, label.style, measure)
        width = measure(text, label.style)
        x = end - width if label.x < self.left else begin
        yield replace(label, x=x, text=text, width=width)


def _refer(sheet: Sheet, publication: Publication, drawing: DisplayList) -> None:
    """Let marks and numbers lead to the chronology, and its entries back here."""
    numbers = {event.event_id: event.number for event in publication.events}
    shift = sheet.frame.left
    for event_id, hit in _areas_of_events(drawing).items():
        area = Area(hit.x + shift, hit.y + CHART_TOP, hit.width, hit.height)
        sheet.anchor(mark_target(numbers[event_id]), area.y)
        sheet.link(area, event_target(numbers[event_id]))
    for group in drawing.clusters:
        y = group.area.y + CHART_TOP
        members = sorted(numbers[each] for each in group.ids)
        for number in members:
            sheet.anchor(mark_target(number), y)
        area = Area(group.area.x + shift, y, *group.area[2:])
        sheet.link(area, event_target(members[0]))


def _areas_of_events(drawing: DisplayList) -> dict[int, Area]:
    """Mark and label of each event, as one rectangle within the drawing."""
    found: dict[int, Area] = {}
    for hit in drawing.targets or ():
        if hit.id is not None:
            x, y, width, height = hit.area
            before = found.get(hit.id, hit.area)
            left, right = min(x, before.x), max(x + width, before.x + before.width)
            inner = Area(max(0.0, left), y, min(right, drawing.width) - max(0.0, left), height)
            found[hit.id] = inner
    return found


def _paint_heading(
    sheet: Sheet, publication: Publication, summary: str, page: TimelinePage | None
) -> None:
    frame = sheet.frame
    compiled = f"Compiled {publication.compiled}"
    asides = [compiled] if page is None else [f"Scale {page.chart.scale_in_words}", compiled]
    if page is not None and page.place:
        asides[0] = f"{page.place}. {asides[0]}"
    for aside, baseline in zip(reversed(asides), (SUMMARY_BASELINE, SCALE_BASELINE), strict=False):
        sheet.text_before(frame.right, baseline, aside, Style.ASIDE)
    room = frame.inner_width - max(text_width(aside, Style.ASIDE) for aside in asides) - _GAP
    title = elided(printable(publication.title), Style.TITLE, room)
    sheet.text(frame.left, TITLE_BASELINE, title, Style.TITLE)
    told = elided(summary, Style.SUMMARY, room)
    sheet.text(frame.left, SUMMARY_BASELINE, told, Style.SUMMARY)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and what it means: the look of a mark, a pill of several, or an article's number."""

    words: str
    sign: MarkLook | Pill | int


def legend_entries(publication: Publication, drawing: DisplayList) -> list[LegendEntry]:
    """The signs that are in use, in a fixed order."""
    looks = [event.look for event in publication.events if event.look is not None]
    kinds = {look.kind for look in looks}
    entries = [
        LegendEntry(words, MarkLook(kind)) for kind, words in _MEANINGS.items() if kind in kinds
    ]
    if any(look.is_dashed for look in looks):
        planned = MarkLook(MarkKind.PERIOD, is_dashed=True)
        entries.append(LegendEntry("planned or possible", planned))
    pills = [
        part for layer in drawing.layers for part in layer.primitives if isinstance(part, Pill)
    ]
    if pills:
        entries.append(LegendEntry("several, by number", pills[0]))
    dated = [article.number for article in publication.articles if article.published is not None]
    if dated:
        entries.append(LegendEntry("date of an article", dated[0]))
    return entries


def _chart_bottom(frame: PageFrame) -> float:
    lines = _legend_lines(frame)
    return frame.footer_rule - _LEGEND_RISE - (lines - 1) * _LEGEND_LINE - _LEGEND_DROP


def _legend_lines(frame: PageFrame) -> int:
    """The lines that hold all signs there can be."""
    signs = len(_MEANINGS) + 3  # dashes, pills, article dates
    return max(_MOST_LINES, math.ceil(signs / _legend_columns(frame)))


def _legend_columns(frame: PageFrame) -> int:
    return max(1, int(frame.inner_width / _LEGEND_COLUMN))


def _paint_legend(sheet: Sheet, entries: Sequence[LegendEntry]) -> None:
    frame = sheet.frame
    columns = max(_legend_columns(frame), math.ceil(len(entries) / _legend_lines(frame)))
    step = frame.inner_width / columns
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        x = frame.left + column * step
        baseline = _chart_bottom(frame) + _LEGEND_DROP + row * _LEGEND_LINE
        width = _paint_sign(sheet, entry.sign, x, baseline - 5)
        sheet.text(x + width + 10, baseline, entry.words, Style.NOTE)


def _paint_sign(sheet: Sheet, sign: MarkLook | Pill | int, x: float, middle: float) -> float:
    """Draw a sign of the legend centred on a height; returns the width it takes."""
    if isinstance(sign, int):
        return sheet.number_box(x, middle + 5, str(sign)).width
    with sheet.pixels() as painter:
        if isinstance(sign, Pill):
            drawing = _pill_alone(sheet.frame, sign, x, middle)
            paint_display_list(painter, drawing, sheet.palette)
            return drawing.layers[0].clip.width
        rect = QRectF(x, middle - 5, _SIGN_WIDTH, 10)
        paint_mark_sample(painter, rect, sign, mark_ink(sheet.palette, sign, "text2"))
    return _SIGN_WIDTH


def _pill_alone(frame: PageFrame, pill: Pill, x: float, middle: float) -> DisplayList:
    """The first numbers of a pill of the drawing, in the legend."""
    text, height = pill.text.partition(",")[0], pill.area.height
    words = TextMeasure()(text, TextStyle.LABEL_BOLD)
    width = max(_SIGN_WIDTH, words + height)
    area = Area(x, middle - height / 2, width, height)
    clip = Area(x - 1, area.y - 4, width + 2, height + 8)
    pill = Pill(area, text, words, "text2")
    return DisplayList(frame.width, frame.height, (Layer(clip, (pill,)),))
