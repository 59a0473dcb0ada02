"""The last printed pages: the articles in full, and how the chronology came about."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.exporters import Publication, PublishedArticle
from timeline_app.rendering.pdf_paper import LEFT, RIGHT, Paper
from timeline_app.rendering.pdf_rows import (
    GAP,
    HEADING_BASELINE,
    ROOM,
    BoxPiece,
    Piece,
    Row,
    below,
    column,
    paginate,
    paint_table,
)
from timeline_app.rendering.pdf_text import Run, Style, printable

TITLE_X, SOURCE_X, DATE_X = 102.0, 660.0, 1020.0
_HEADINGS = (
    (LEFT, "No."),
    (TITLE_X, "Article"),
    (SOURCE_X, "Source"),
    (DATE_X, "Published"),
)
_WAY_OF_WORKING = (
    "The program proposed events from the words of the articles; the researcher accepted, edited "
    "or rejected each of them."
)
_RESOLVING = (
    "Relative dates are resolved against the date of the article that gives them; “←” names it."
)


def sources_pages(publication: Publication) -> list[list[Row]]:
    """The rows of every page: the articles in order, then the note on method."""
    rows = [article_row(article) for article in publication.articles]
    return paginate([*rows, _method_row(publication)], ROOM)


def paint_sources_page(paper: Paper, rows: Sequence[Row], note: str) -> None:
    """One page of articles, without its footer; `note` stands at the right of its heading."""
    paper.text(LEFT, HEADING_BASELINE, "Articles and method", Style.HEADING)
    paper.text_before(RIGHT, HEADING_BASELINE, note, Style.ASIDE)
    paint_table(paper, _HEADINGS, rows)


def article_row(article: PublishedArticle) -> Row:
    """The row of one article; the words of the article are serif, as everywhere."""
    title = Run(printable(article.title or article.name), Style.QUOTE)
    pieces: list[Piece] = [BoxPiece(LEFT, 0, article.number)]
    pieces += _lines(TITLE_X, SOURCE_X, [title, Run(printable(article.url), Style.NOTE)])
    by = Run(printable(", ".join(filter(None, (article.author, article.place)))), Style.NOTE)
    pieces += _lines(SOURCE_X, DATE_X, [Run(printable(article.name), Style.NAME), by])
    date = Run(article.published_in_words, Style.STRONG)
    pieces += _lines(DATE_X, RIGHT + GAP, [date, Run(article.date_note, Style.NOTE)])
    return Row(article.number, tuple(pieces))


def _lines(left: float, right: float, paragraphs: Sequence[Run]) -> list[Piece]:
    """Paragraphs below each other in one column; empty ones take no room."""
    pieces: list[Piece] = []
    for run in paragraphs:
        pieces += column(left, below(pieces), [run], right - left - GAP)
    return pieces


def _method_row(publication: Publication) -> Row:
    """How the events were found and decided, in sentences made from the project's record."""
    paragraphs = [
        Run("How this chronology was made", Style.STRONG),
        *(Run(sentence, Style.NOTE) for sentence in _method(publication)),
    ]
    return Row(0, tuple(_lines(TITLE_X, DATE_X, paragraphs)))


def _method(publication: Publication) -> tuple[str, ...]:
    read = f"{publication.record.articles_read} articles read."
    made = f"Compiled {publication.compiled} with Timeline App {publication.version}."
    return (
        f"{read} {publication.record.sentence} Only accepted events are printed.",
        _WAY_OF_WORKING,
        _RESOLVING,
        made,
    )
