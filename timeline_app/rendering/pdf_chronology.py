"""The printed chronology: every event with its date as written and resolved, quote and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.domain import Certainty
from timeline_app.exporters import NO_WORDS, Citation, PublishedEvent
from timeline_app.rendering.pdf_frame import HEADING_BASELINE, PageFrame
from timeline_app.rendering.pdf_rows import (
    GAP,
    BoxPiece,
    MarkPiece,
    Piece,
    Row,
    below,
    column,
    paginate,
    paint_table,
)
from timeline_app.rendering.pdf_sheet import Sheet
from timeline_app.rendering.pdf_targets import article_target, event_target, mark_target
from timeline_app.rendering.pdf_text import Run, Style, printable

MARK_WIDTH = 32.0
CITATION_GAP = 6.0  # between the sources of one event
_BOX_ROOM = 24.0
_MARK_ROOM = 48.5
_DESIGN_WIDTH = 1_312.0  # between the margins of A4, lying


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the chronology begin, and where the last ends, in design pixels.

    On narrow paper quotes stand under the events, and the dates as written under the resolved.
    """

    number: float
    written: float
    mark: float
    event: float
    quote: float
    source: float
    end: float
    is_narrow: bool

    @classmethod
    def of(cls, frame: PageFrame) -> Columns:
        """The columns that suit the width of a page."""
        left, right, width = frame.left, frame.right, frame.inner_width
        if frame.is_narrow:
            mark, event = left + 38, left + 38 + 0.29 * width
            source = right - 0.22 * width
            return cls(left, mark + _MARK_ROOM, mark, event, event, source, right, is_narrow=True)
        written, mark, event, quote, source = (
            left + place * width / _DESIGN_WIDTH for place in (38, 215, 460, 738, 1_098.5)
        )
        return cls(left, written, mark, event, quote, source, right, is_narrow=False)

    @property
    def when(self) -> float:
        """Where the words of a resolved date begin."""
        return self.mark + _MARK_ROOM

    @property
    def written_width(self) -> float:
        """The width of the dates as they were written."""
        return (self.event if self.is_narrow else self.mark) - self.written

    @property
    def event_width(self) -> float:
        """The width of the events."""
        return (self.source if self.is_narrow else self.quote) - self.event - GAP

    @property
    def headings(self) -> list[tuple[float, str]]:
        """The names of the columns, each with its x."""
        resolved = [(self.mark - 5, "Date resolved")]
        if self.is_narrow:
            told = [(self.mark, "Date"), (self.event, "Event and quote")]
        else:
            written = [(self.written, "Date as written")]
            told = [*written, *resolved, (self.event, "Event"), (self.quote, "Quote")]
        return [(self.number, "No."), *told, (self.source, "Source")]


def chronology_pages(events: Sequence[PublishedEvent], frame: PageFrame) -> list[list[Row]]:
    """The rows of every page, in order."""
    columns = Columns.of(frame)
    return paginate((event_row(event, columns) for event in events), frame.room)


def paint_chronology_page(sheet: Sheet, rows: Sequence[Row], count: int) -> None:
    """One page of the chronology of `count` events, without its footer."""
    frame = sheet.frame
    sheet.text(frame.left, HEADING_BASELINE, "Chronology", Style.HEADING)
    shown = _range_in_words(rows[0].number, rows[-1].number)
    sheet.text_before(frame.right, HEADING_BASELINE, f"{shown} of {count}", Style.ASIDE)
    paint_table(sheet, Columns.of(frame).headings, rows)


def _range_in_words(first: int, last: int) -> str:
    return f"Event {first}" if first == last else f"Events {first} to {last}"


def event_row(event: PublishedEvent, columns: Columns) -> Row:
    """The row of one event; several sources stand below each other."""
    number = Run(str(event.number), Style.STRONG)
    width, target = columns.mark - columns.number, mark_target(event.number)
    pieces = column(columns.number, 0, [number], width, target if event.span else "")
    pieces += [*_resolved(event, columns), *_told(event, columns)]
    top = below(pieces) if columns.is_narrow else 0.0
    pieces += _citations(event.citations, columns, top)
    return Row(event.number, tuple(pieces), event_target(event.number))


def _citations(citations: Sequence[Citation], columns: Columns, top: float) -> list[Piece]:
    pieces: list[Piece] = []
    for citation, *same in _of_same_words(citations):
        at = below(pieces) + CITATION_GAP if pieces else top
        pieces += [
            *_written(citation, columns, at),
            *_quote(citation, columns, at),
            *_source(citation, columns, at),
        ]
        for other in same:
            pieces += _also(other, columns, below(pieces[-1:]))
    if pieces:
        return pieces
    by_hand = [Run("entered by hand", Style.NOTE)]
    pieces = column(columns.source, 0, by_hand, columns.end - columns.source)
    if not columns.is_narrow:
        no_words = [Run(NO_WORDS, Style.QUOTE)]
        pieces += column(columns.written, 0, no_words, columns.written_width)
    return pieces


def _of_same_words(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Citations whose words and dates are the same together, as those of a wire report are."""
    groups: dict[tuple[str, ...], list[Citation]] = {}
    for each in citations:
        words = " ".join(each.quote.split())
        key = (words, each.as_written, each.anchor, each.reading, each.said_by)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _written(citation: Citation, columns: Columns, top: float) -> list[Piece]:
    x, width = columns.written, columns.written_width - GAP
    words = printable(citation.as_written) or NO_WORDS
    pieces = column(x, top, [Run(words, Style.QUOTE)], width)
    notes = (f"← {citation.anchor}" if citation.anchor else "", citation.reading)
    for note in filter(None, notes):
        pieces += column(x, below(pieces), [Run(note, Style.NOTE)], width)
    return pieces


def _resolved(event: PublishedEvent, columns: Columns) -> list[Piece]:
    x = columns.when
    width = columns.event - x - 8  # an EDTF interval of two days stays on one line
    pieces = column(x, 0, [Run(event.when, Style.STRONG)], width)
    pieces += column(x, below(pieces), [Run(event.edtf, Style.EDTF)], width)
    if event.look is not None:
        pieces.insert(0, MarkPiece(columns.mark, 0, MARK_WIDTH, event.look))
    return pieces


def _told(event: PublishedEvent, columns: Columns) -> list[Piece]:
    x, width = columns.event, columns.event_width
    pieces = column(x, 0, [Run(printable(event.title), Style.STRONG)], width)
    doubt = "" if event.certainty is Certainty.CERTAIN else event.certainty.value
    detail = Run(printable(", ".join(filter(None, (event.detail, doubt)))), Style.NOTE)
    return pieces + column(x, below(pieces), [detail], width)


def _quote(citation: Citation, columns: Columns, top: float) -> list[Piece]:
    start, end = citation.time_words or (0, 0)
    before, words, after = (
        printable(part)
        for part in (citation.quote[:start], citation.quote[start:end], citation.quote[end:])
    )
    runs = [
        Run(f"“{before}", Style.QUOTE),
        Run(words, Style.QUOTE, is_underlined=True),
        Run(f"{after}”", Style.QUOTE),
    ]
    return column(columns.quote, top, runs, columns.source - columns.quote - GAP)


def _source(citation: Citation, columns: Columns, top: float) -> list[Piece]:
    runs = [Run(printable(citation.article_name), Style.NAME)]
    if place := _place(citation):
        runs.append(Run(f", {place}", Style.PLAIN))
    if citation.said_by:
        runs.append(Run(f", said by {printable(citation.said_by)}", Style.PLAIN))
    target, x = article_target(citation.article_number), columns.source + _BOX_ROOM
    box = BoxPiece(columns.source, top, citation.article_number, target)
    return [box, *column(x, top, runs, columns.end - x)]


def _also(citation: Citation, columns: Columns, top: float) -> list[Piece]:
    """The line of a further article that has the very same words."""
    number, x = citation.article_number, columns.source + _BOX_ROOM
    said = ", ".join(filter(None, (f"also {number}", _place(citation), "in the same words")))
    return column(x, top, [Run(said, Style.NOTE)], columns.end - x, article_target(number))


def _place(citation: Citation) -> str:
    if citation.page is not None:
        return f"page {citation.page}"
    return "" if citation.sentence is None else f"sentence {citation.sentence}"
