"""Finds title, author and possible days of publication of a printed document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline_app.documents.composing import Facts, tidy
from timeline_app.documents.pdf.paragraphs import Paragraph
from timeline_app.documents.pdf.pieces import Piece
from timeline_app.documents.properties import (
    days_of_heads,
    is_likely_title,
    likely_author,
    own_title,
    property_day,
)
from timeline_app.domain.publication_date import DateCandidate

# ISO 32000-1, 7.9.4: D:YYYYMMDDHHmmSSOHH'mm, of which the "D:" is left out by some.
_PDF_DATE = re.compile(r"\s*(?:D:)?(\d{4})(\d{2})(\d{2})")
_HEADLINE = 1.15  # times the size of the text
_LONGEST_TITLE, _SHORTEST_TITLE = 250, 8
_PROPERTIES = (("CreationDate", "creation date"), ("ModDate", "last change"))


def find_facts(
    properties: dict[str, str],
    paragraphs: Sequence[Paragraph],
    body_size: float,
    outside: Iterable[Piece],
) -> Facts:
    """What is known of a document; `outside` are the first page's heads, feet and side notes."""
    return Facts(
        title=_title(properties.get("Title", ""), paragraphs, body_size),
        author=likely_author(tidy(properties.get("Author", ""))),
        days=(*days_of_heads(piece.text for piece in outside), *_stated_days(properties)),
    )


def _title(stated: str, paragraphs: Sequence[Paragraph], body_size: float) -> str:
    """The title that is stated and printed, else what is printed largest, else what is stated."""
    beginning = "\n".join(each.text for each in paragraphs[:40])
    stated = tidy(stated)
    largest = max(_headlines(paragraphs, body_size), key=lambda each: each.size, default=None)
    if title := own_title(stated, beginning):
        return title
    if largest is not None:
        return " ".join(largest.text.split())
    return stated if is_likely_title(stated) and stated.count(" ") > 1 else ""


def _headlines(paragraphs: Sequence[Paragraph], body_size: float) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if paragraph.page > paragraphs[0].page:
            return
        is_title = _SHORTEST_TITLE <= len(paragraph.text) <= _LONGEST_TITLE
        if is_title and not paragraph.is_row and paragraph.size > _HEADLINE * body_size:
            yield paragraph


def _stated_days(properties: dict[str, str]) -> Iterator[DateCandidate]:
    for key, where in _PROPERTIES:
        if date := _PDF_DATE.match(properties.get(key, "")):
            yield from property_day("-".join(date.groups()), where)
