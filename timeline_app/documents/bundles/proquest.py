"""The layout of ProQuest: articles between long rules, each with labels such as "Full text:".

Labels: https://github.com/chennesy/pq_parser and https://github.com/pmyteh/tm.plugin.proquest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from timeline_app.documents.bundles.layout import (
    Entry,
    Line,
    Piece,
    date_of,
    is_page_head,
    label_of,
)

_RULE = re.compile(r"_{20,}")
_COUNTER = re.compile(r"document \d+ of \d+", re.IGNORECASE)
_TEXT = "text"
# The first label below a text may have been joined to it where a printed page ends between them.
_BELOW_TEXT = re.compile(
    r"(?<=[.!?”\"’)]\s)(?=(?:Subject|Location|People|Title|Company / organization): )"
)
_LABELS = {
    "full text": _TEXT, "title": "title", "author": "author", "publication title": "source",
    "publication date": "date", "publication info": "info", "section": "section",
    "first page": "page", "pages": "pages", "language of publication": "language",
    "document url": "url", "place of publication": "place",
    **dict.fromkeys(
        ("abstract", "links", "subject", "location", "people", "company / organization",
         "identifier / keyword", "publication year", "publisher", "country of publication",
         "publication subject", "issn", "source type", "document type", "dateline", "column",
         "proquest document id", "copyright", "last updated", "database", "volume", "issue",
         "company", "credit", "classification", "accession number", "illustration", "edition"),
        "other",
    ),
}  # fmt: skip


class ProQuest:
    """Articles that each stand between two rules."""

    name = "ProQuest"

    def cut(self, lines: Piece) -> list[Piece]:
        """What stands between the rules, list of contents and notes on the database left out."""
        rules = [-1, *(i for i, line in enumerate(lines) if _RULE.fullmatch(line.text)), len(lines)]
        pieces = [lines[a + 1 : b] for a, b in pairwise(rules)]
        return [piece for piece in pieces if {_TEXT, "date"} <= set(_fields_of(piece))]

    def read(self, piece: Piece) -> Entry | None:
        """The article between two rules."""
        fields = _fields_of(piece)
        body = tuple(line for line in fields.get(_TEXT, ()) if not is_page_head(line))
        day = fields.get("date")
        if not body or not day:
            return None
        values = {field: " ".join(line.text for line in lines) for field, lines in fields.items()}
        headings = (line.text for line in piece if not _COUNTER.fullmatch(line.text))
        return Entry(
            title=values.get("title") or next(headings),
            body=body,
            source=values.get("source", "").split(";")[0].strip(),
            published=date_of(day[0]),
            written=values["date"],
            author=values.get("author", ""),
            language=values.get("language", ""),
            section=values.get("section", ""),
            page=values.get("page") or values.get("pages", ""),
            url=values.get("url", ""),
        )


def _fields_of(piece: Piece) -> dict[str, tuple[Line, ...]]:
    """The lines of each field, the first of those with the same label."""
    fields: dict[str, tuple[Line, ...]] = {}
    for field, lines in _labelled(piece):
        fields.setdefault(field, lines)
    return fields


def _labelled(piece: Piece) -> Iterator[tuple[str, tuple[Line, ...]]]:
    field, lines = "", list[Line]()
    for line in chain.from_iterable(map(_parted, piece)):
        found = label_of(line, _LABELS)
        if found is None:
            lines.append(line)
            continue
        if field:
            yield field, tuple(lines)
        field, value = found
        lines = [line.behind(line.raw.index(":") + 1)] if value else []
    if field:
        yield field, tuple(lines)


def _parted(line: Line) -> tuple[Line, ...]:
    """The end of a text, and the label that stands behind it on the same line."""
    mark = _BELOW_TEXT.search(line.raw)
    return (line.until(mark.start()), line.behind(mark.start())) if mark else (line,)
