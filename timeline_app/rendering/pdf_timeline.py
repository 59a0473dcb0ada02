"""The first printed page: the whole timeline to one scale, with its legend."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from timeline_app.exporters import Publication
from timeline_app.layout.marks import MarkKind, MarkLook
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.rendering.pdf_paper import LEFT, RIGHT, STRONG_LINE, Paper
from timeline_app.rendering.pdf_text import Style, elided, printable, text_width

TITLE_BASELINE, SUMMARY_BASELINE = 85.5, 112.5
CHART_TOP, CHART_BOTTOM = 137.0, 874.0
_LEGEND_BASELINES = (902.0, 927.0)
_LEGEND_COLUMNS = 6
_MARK_WIDTH = 30.0

_WORDS = {
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
    _paint_heading(paper, publication, summary)
    paper.rule(LEFT, RIGHT, CHART_TOP, "text", STRONG_LINE)
    _paint_legend(paper, publication)


def _paint_heading(paper: Paper, publication: Publication, summary: str) -> None:
    compiled = f"Compiled {publication.compiled}"
    room = RIGHT - LEFT - text_width(compiled, Style.ASIDE) - 24
    title = elided(printable(publication.title), Style.TITLE, room)
    paper.text(LEFT, TITLE_BASELINE, title, Style.TITLE)
    paper.text(LEFT, SUMMARY_BASELINE, summary, Style.SUMMARY)
    paper.text_before(RIGHT, SUMMARY_BASELINE, compiled, Style.ASIDE)


def _paint_legend(paper: Paper, publication: Publication) -> None:
    step = (RIGHT - LEFT) / _LEGEND_COLUMNS
    for index, (look, words) in enumerate(legend_entries(publication)):
        row, column = divmod(index, _LEGEND_COLUMNS)
        x, baseline = LEFT + column * step, _LEGEND_BASELINES[row]
        with paper.pixels() as painter:
            rect = QRectF(x, baseline - 10, _MARK_WIDTH, 10)
            paint_mark_sample(painter, rect, look, mark_ink(paper.palette, look, "text2"))
        paper.text(x + _MARK_WIDTH + 10, baseline, words, Style.NOTE)


def legend_entries(publication: Publication) -> list[tuple[MarkLook, str]]:
    """The kinds of marks that are in use, each with what it means."""
    looks = [event.look for event in publication.events if event.look is not None]
    kinds = {look.kind for look in looks}
    entries = [(MarkLook(kind), words) for kind, words in _WORDS.items() if kind in kinds]
    if any(look.is_dashed for look in looks):
        entries.append((MarkLook(MarkKind.PERIOD, is_dashed=True), "planned or possible"))
    return entries
