"""The first printed page: the whole timeline to one scale, with its legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from timeline_app.exporters import Publication
from timeline_app.layout.display_list import Area, DisplayList, Layer, Pill
from timeline_app.layout.marks import MarkKind, MarkLook
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.rendering.painter import paint_display_list
from timeline_app.rendering.pdf_chart import Chart, make_chart
from timeline_app.rendering.pdf_paper import LEFT, RIGHT, STRONG_LINE, Paper
from timeline_app.rendering.pdf_text import Style, elided, printable
from timeline_app.rendering.text import TextMeasure

TITLE_BASELINE, SCALE_BASELINE, SUMMARY_BASELINE = 85.5, 93.0, 112.5
CHART_TOP, CHART_BOTTOM = 137.0, 874.0
_LEGEND_BASELINES = (902.0, 927.0)
_LEGEND_COLUMNS = 6
_SIGN_WIDTH = 30.0
_MARGIN_WORDS = 240.0  # for scale and date, right of the title

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


def paint_timeline_page(paper: Paper, publication: Publication, summary: str) -> None:
    """The page without its footer; `summary` stands below the title."""
    measure = TextMeasure()
    chart = make_chart(publication, measure, RIGHT - LEFT, CHART_BOTTOM - CHART_TOP)
    _paint_heading(paper, publication, summary, chart)
    paper.rule(LEFT, RIGHT, CHART_TOP, "text", STRONG_LINE)
    if chart is None:
        paper.text(LEFT, CHART_TOP + 30, "None of the events has a date.", Style.ASIDE)
        return
    drawing = chart.layout.display_list(chart.viewport)
    with paper.pixels() as painter:
        painter.translate(LEFT, CHART_TOP)
        paint_display_list(painter, drawing, paper.palette)
    bottom = CHART_TOP + chart.viewport.height
    paper.rule(LEFT, RIGHT, bottom, "grid_strong")
    _paint_legend(paper, legend_entries(publication, drawing))


def _paint_heading(
    paper: Paper, publication: Publication, summary: str, chart: Chart | None
) -> None:
    compiled = f"Compiled {publication.compiled}"
    paper.text_before(RIGHT, SUMMARY_BASELINE, compiled, Style.ASIDE)
    if chart is not None:
        scale = f"Scale {chart.scale_in_words}"
        paper.text_before(RIGHT, SCALE_BASELINE, scale, Style.ASIDE)
    room = RIGHT - LEFT - _MARGIN_WORDS
    title = elided(printable(publication.title), Style.TITLE, room)
    paper.text(LEFT, TITLE_BASELINE, title, Style.TITLE)
    paper.text(LEFT, SUMMARY_BASELINE, summary, Style.SUMMARY)


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


def _paint_legend(paper: Paper, entries: Sequence[LegendEntry]) -> None:
    columns = max(_LEGEND_COLUMNS, math.ceil(len(entries) / len(_LEGEND_BASELINES)))
    step = (RIGHT - LEFT) / columns
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        x, baseline = LEFT + column * step, _LEGEND_BASELINES[row]
        width = _paint_sign(paper, entry.sign, x, baseline - 5)
        paper.text(x + width + 10, baseline, entry.words, Style.NOTE)


def _paint_sign(paper: Paper, sign: MarkLook | Pill | int, x: float, middle: float) -> float:
    """Draw a sign of the legend centred on a height; returns the width it takes."""
    if isinstance(sign, int):
        paper.number_box(x, middle + 5, str(sign))
        return _SIGN_WIDTH
    with paper.pixels() as painter:
        if isinstance(sign, Pill):
            drawing = _pill_alone(sign, x, middle)
            paint_display_list(painter, drawing, paper.palette)
            return drawing.layers[0].clip.width
        rect = QRectF(x, middle - 5, _SIGN_WIDTH, 10)
        paint_mark_sample(painter, rect, sign, mark_ink(paper.palette, sign, "text2"))
    return _SIGN_WIDTH


def _pill_alone(pill: Pill, x: float, middle: float) -> DisplayList:
    """The first numbers of a pill of the drawing, in the legend."""
    text, height = pill.text.partition(",")[0], pill.area.height
    words = TextMeasure()(text, TextStyle.LABEL_BOLD)
    width = max(_SIGN_WIDTH, words + height)
    area = Area(x, middle - height / 2, width, height)
    clip = Area(x - 1, area.y - 4, width + 2, height + 8)
    return DisplayList(RIGHT, CHART_BOTTOM, (Layer(clip, (Pill(area, text, words, "text2"),)),))
