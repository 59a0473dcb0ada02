"""The last printed pages: the bibliography, and how the chronology came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.exporters import Publication, PublishedArticle
from timeline_app.rendering.pdf_frame import HEADING_BASELINE, PageFrame
from timeline_app.rendering.pdf_rows import (
    GAP,
    BoxPiece,
    Piece,
    Row,
    below,
    column,
    paginate,
    paint_table,
)
from timeline_app.rendering.pdf_sheet import Sheet
from timeline_app.rendering.pdf_targets import article_target
from timeline_app.rendering.pdf_text import Run, Style, printable

METHOD_TARGET = "method"

_WAY_OF_WORKING = (
    "The program proposed events from the words of the articles; the researcher accepted, edited "
    "or rejected each of them."
)
_RESOLVING = (
    "Relative dates are resolved against the date of the article that gives them; “←” names it."
)


@dataclass(frozen=True, slots=True)
class _Columns:
    number: float
    title: float
    source: float
    date: float
    end: float

    @classmethod
    def of(cls, frame: PageFrame) -> _Columns:
        width, left = frame.inner_width, frame.left
        source, date = (0.455, 0.729) if not frame.is_narrow else (0.46, 0.76)
        return cls(left, left + 38, left + source * width, left + date * width, frame.right)

    @property
    def headings(self) -> list[tuple[float, str]]:
        names = ("No.", "Article", "Source", "Published")
        return list(zip((self.number, self.title, self.source, self.date), names, strict=True))


def sources_pages(publication: Publication, frame: PageFrame) -> list[list[Row]]:
    """The rows of every page: the articles in order, then the note on method."""
    columns = _Columns.of(frame)
    rows = [_article_row(article, columns) for article in publication.articles]
    return paginate([*rows, _method_row(publication, columns)], frame.room)


def paint_sources_page(sheet: Sheet, rows: Sequence[Row], note: str) -> None:
    """One page of articles, without its footer; `note` stands at the right of its heading."""
    frame = sheet.frame
    sheet.text(frame.left, HEADING_BASELINE, "Sources and method", Style.HEADING)
    sheet.text_before(frame.right, HEADING_BASELINE, note, Style.ASIDE)
    paint_table(sheet, _Columns.of(frame).headings, rows)


def _article_row(article: PublishedArticle, columns: _Columns) -> Row:
    """The row of one article; the words of the article are serif, as everywhere."""
    title = Run(printable(article.title or article.name), Style.QUOTE)
    pieces: list[Piece] = [BoxPiece(columns.number, 0, article.number)]
    pieces += _lines(columns.title, columns.source, [title])
    address = Run(printable(article.url), Style.NOTE)
    width = columns.source - columns.title - GAP
    target = article.url if article.url.startswith(("http://", "https://")) else ""
    pieces += column(columns.title, below(pieces), [address], width, target)
    name, *notes = _source_lines(article)
    source = [Run(printable(name), Style.NAME), *(Run(printable(n), Style.NOTE) for n in notes)]
    pieces += _lines(columns.source, columns.date, source)
    date = Run(article.published_in_words, Style.STRONG)
    accessed = f"looked at {article.accessed_in_words}" if article.accessed_in_words else ""
    dates = [date, Run(article.date_note, Style.NOTE), Run(accessed, Style.NOTE)]
    pieces += _lines(columns.date, columns.end + GAP, dates)
    return Row(article.number, tuple(pieces), article_target(article.number))


def _source_lines(article: PublishedArticle) -> list[str]:
    """Outlet; author and place; what its record says of volume, pages and publisher."""
    lines = [article.name, ", ".join(filter(None, (article.author, article.place)))]
    if (cited := article.reference) is None:
        return lines
    numbered = (("vol. ", cited.volume), ("no. ", cited.issue), ("p. ", cited.page))
    within = [cited.container_title if cited.container_title != article.name else ""]
    within += [f"{word}{value}" for word, value in numbered if value]
    printed = [cited.publisher, cited.publisher_place, f"doi:{cited.doi}" if cited.doi else ""]
    return [*lines, ", ".join(filter(None, within)), ", ".join(filter(None, printed))]


def _lines(left: float, right: float, paragraphs: Sequence[Run]) -> list[Piece]:
    """Paragraphs below each other in one column; empty ones take no room."""
    pieces: list[Piece] = []
    for run in paragraphs:
        pieces += column(left, below(pieces), [run], right - left - GAP)
    return pieces


def _method_row(publication: Publication, columns: _Columns) -> Row:
    """How the events were found and decided, in sentences made from the project's record."""
    paragraphs = [
        Run("How this chronology was made", Style.STRONG),
        *(Run(sentence, Style.NOTE) for sentence in _method(publication)),
    ]
    return Row(0, tuple(_lines(columns.title, columns.date, paragraphs)), METHOD_TARGET)


def _method(publication: Publication) -> tuple[str, ...]:
    record = publication.record
    articles = "article" if record.articles_read == 1 else "articles"
    read = f"{record.articles_read:,} {articles} read."
    made = f"Compiled {publication.compiled} with Timeline App {publication.version}."
    return (
        f"{read} {record.sentence} Only accepted events are printed.",
        _WAY_OF_WORKING,
        _RESOLVING,
        *publication.conventions,
        made,
    )
