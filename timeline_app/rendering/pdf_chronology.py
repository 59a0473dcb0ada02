"""The printed chronology: every event with its date as written and resolved, quote and source."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.exporters import NO_WORDS, Citation, PublishedEvent
from timeline_app.rendering.pdf_paper import LEFT, RIGHT, Paper
from timeline_app.rendering.pdf_rows import (
    GAP,
    HEADING_BASELINE,
    ROOM,
    BoxPiece,
    MarkPiece,
    Piece,
    Row,
    below,
    column,
    paginate,
    paint_table,
)
from timeline_app.rendering.pdf_text import Run, Style, printable

NUMBER_X, WRITTEN_X, MARK_X, WHEN_X, EVENT_X, QUOTE_X, SOURCE_X = (
    LEFT,
    102.0,
    279.0,
    327.5,
    524.0,
    802.0,
    1162.5,
)
SOURCE_TEXT_X = SOURCE_X + 24
MARK_WIDTH = 32.0
CITATION_GAP = 6.0  # between the sources of one event
_HEADINGS = (
    (NUMBER_X, "No."),
    (WRITTEN_X, "Date as written"),
    (MARK_X - 5, "Date resolved"),
    (EVENT_X, "Event"),
    (QUOTE_X, "Quote"),
    (SOURCE_X, "Source"),
)


def chronology_pages(events: Sequence[PublishedEvent]) -> list[list[Row]]:
    """The rows of every page, in order."""
    return paginate(map(event_row, events), ROOM)


def paint_chronology_page(paper: Paper, rows: Sequence[Row], count: int) -> None:
    """One page of the chronology of `count` events, without its footer."""
    paper.text(LEFT, HEADING_BASELINE, "Chronology", Style.HEADING)
    shown = _range_in_words(rows[0].number, rows[-1].number)
    paper.text_before(RIGHT, HEADING_BASELINE, f"{shown} of {count}", Style.ASIDE)
    paint_table(paper, _HEADINGS, rows)


def _range_in_words(first: int, last: int) -> str:
    return f"Event {first}" if first == last else f"Events {first} to {last}"


def event_row(event: PublishedEvent) -> Row:
    """The row of one event; several sources stand below each other."""
    number = Run(str(event.number), Style.STRONG)
    pieces = column(NUMBER_X, 0, [number], WRITTEN_X - NUMBER_X)
    cited = _citations(event.citations)
    return Row(event.number, (*pieces, *_resolved(event), *_told(event), *cited))


def _citations(citations: Sequence[Citation]) -> list[Piece]:
    pieces: list[Piece] = []
    for citation in citations:
        top = below(pieces) + CITATION_GAP if pieces else 0.0
        pieces += [*_written(citation, top), *_quote(citation, top), *_source(citation, top)]
    return pieces or [
        *column(WRITTEN_X, 0, [Run(NO_WORDS, Style.QUOTE)], MARK_X - WRITTEN_X),
        *column(SOURCE_X, 0, [Run("entered by hand", Style.NOTE)], RIGHT - SOURCE_X),
    ]


def _written(citation: Citation, top: float) -> list[Piece]:
    width = MARK_X - WRITTEN_X - GAP
    words = printable(citation.as_written) or NO_WORDS
    pieces = column(WRITTEN_X, top, [Run(words, Style.QUOTE)], width)
    if citation.anchor:
        anchor = Run(f"← {citation.anchor}", Style.NOTE)
        pieces += column(WRITTEN_X, below(pieces), [anchor], width)
    return pieces


def _resolved(event: PublishedEvent) -> list[Piece]:
    width = EVENT_X - WHEN_X - 8  # an EDTF interval of two days stays on one line
    pieces = column(WHEN_X, 0, [Run(event.when, Style.STRONG)], width)
    pieces += column(WHEN_X, below(pieces), [Run(event.edtf, Style.EDTF)], width)
    if event.look is not None:
        pieces.insert(0, MarkPiece(MARK_X, 0, MARK_WIDTH, event.look))
    return pieces


def _told(event: PublishedEvent) -> list[Piece]:
    width = QUOTE_X - EVENT_X - GAP
    title = Run(printable(event.title), Style.STRONG)
    pieces = column(EVENT_X, 0, [title], width)
    detail = Run(printable(event.detail), Style.NOTE)
    return pieces + column(EVENT_X, below(pieces), [detail], width)


def _quote(citation: Citation, top: float) -> list[Piece]:
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
    return column(QUOTE_X, top, runs, SOURCE_X - QUOTE_X - GAP)


def _source(citation: Citation, top: float) -> list[Piece]:
    runs = [Run(printable(citation.article_name), Style.NAME)]
    if citation.sentence is not None:
        runs.append(Run(f", sentence {citation.sentence}", Style.PLAIN))
    if citation.said_by:
        runs.append(Run(f", said by {printable(citation.said_by)}", Style.PLAIN))
    box = BoxPiece(SOURCE_X, top, citation.article_number)
    return [box, *column(SOURCE_TEXT_X, top, runs, RIGHT - SOURCE_TEXT_X)]
