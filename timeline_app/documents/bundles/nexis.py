"""The layouts of Nexis Uni, and of the LexisNexis that came before it.

Nexis Uni puts headline, outlet and date above labels such as "Length:", the text between "Body" and
"Load-Date:", and "End of Document" below each article; a cover page may come first. Its forerunner
began each article with "1 of 10 DOCUMENTS" and had outlet, date and headline in this order. The
labels are in the language of the website.

Labels and order: https://github.com/JBGruber/LexisNexisTools, and the sample file in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_app.documents.bundles.layout import (
    Entry,
    Line,
    Piece,
    are_mostly,
    date_of,
    is_copyright,
    is_date_line,
    is_page_head,
    joined,
    label_of,
    split_at_labels,
)

_END = re.compile(
    r"end of document|ende des dokuments|dokumentende|fin du document|einde van (?:het )?document"
    r"|fin del documento|fine del documento|fim do documento",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:\d+ of \d+ documents?|dokument \d+ von \d+|documento? \d+ (?:de|di|van) \d+)",
    re.IGNORECASE,
)
_HEAD_LABELS = {
    "byline": "author", "author": "author", "autor": "author", "auteur": "author",
    "section": "section", "rubrik": "section", "rubrique": "section", "sectie": "section",
    "sección": "section", "seção": "section", "sezione": "section",
    "length": "length", "länge": "length", "longueur": "length", "lengte": "length",
    "longitud": "length", "lunghezza": "length", "extensão": "length",
    "dateline": "place", "highlight": "highlight", "standfirst": "highlight",
    "edition": "edition", "ausgabe": "edition", "édition": "edition", "series": "edition",
}  # fmt: skip
_TAIL_LABELS = {
    "load-date": "loaded", "update": "loaded", "ladedatum": "loaded", "graphic": "graphic",
    "grafik": "graphic", "language": "language", "sprache": "language", "langue": "language",
    "taal": "language", "idioma": "language", "lingua": "language",
    "publication-type": "type", "publication type": "type", "journal-code": "type",
    "document-type": "type", "acc-no": "type", "correction-date": "type", "notes": "notes",
}  # fmt: skip
_LABELS = _HEAD_LABELS | _TAIL_LABELS
_TAIL_HEADINGS = frozenset(("graphic", "graphics", "grafik", "classification", "notes"))
_BODY_HEADINGS = frozenset(("body", "text", "full text"))
_ABOVE_MARK = 5  # lines between the date and copyright or first label
_MOST_HEADLINE_LINES = 4
_MOST_WORDS_OF_AN_EDITION = 2
_LONGEST_HEAD = 30  # lines from the date to the text
_EDITION = re.compile(
    r"\b(?:edition|final|ausgabe|édition|edición|correction appended)\b|;$", re.IGNORECASE
)
_PAGE = re.compile(r"(?:;|,|^)\s*(?:pg|pp?|s|blz|seite|page)s?\.?\s*(?P<page>[\w, -]{1,24})$", re.I)


class NexisUni:
    """Articles that each end with "End of Document"."""

    name = "Nexis Uni"

    def cut(self, lines: Piece) -> list[Piece]:
        """The lines above each end; nothing unless each has labels and a date, as only these do."""
        ends = [index for index, line in enumerate(lines) if _END.fullmatch(line.text)]
        starts = [0, *(end + 1 for end in ends)]
        pieces = [lines[start:end] for start, end in zip(starts, ends, strict=False)]
        return pieces if are_mostly(pieces, _has_frame) else []

    def read(self, piece: Piece) -> Entry | None:
        """The article above its end, whatever cover page stands before the first."""
        piece = split_at_labels(piece, _LABELS)
        day = _place_of_date(piece)
        if day is None or day < 2:
            return None
        has_cover = day - 1 > _MOST_HEADLINE_LINES
        headline = piece[day - 2 if has_cover else 0 : day - 1]
        title = joined(line for line in headline if not is_page_head(line))
        head = range(day, min(day + _LONGEST_HEAD, len(piece)))
        bodies = (i + 1 for i in head if piece[i].text.casefold() in _BODY_HEADINGS)
        start = next(bodies, _end_of_labels(piece, day + 1))
        entry = _entry(title, piece, day, start, dict(_labels(piece[day:start])))
        return replace(entry, first=headline[0]) if entry else None


class LexisNexis:
    """Articles that each begin with "1 of 10 DOCUMENTS"."""

    name = "LexisNexis"

    def cut(self, lines: Piece) -> list[Piece]:
        """The lines from each counter on; nothing unless each has labels and a date."""
        starts = [index for index, line in enumerate(lines) if _COUNTER.fullmatch(line.text)]
        pieces = [lines[start + 1 : end] for start, end in pairwise([*starts, len(lines)])]
        return pieces if are_mostly(pieces, _has_frame) else []

    def read(self, piece: Piece) -> Entry | None:
        """The article below its counter."""
        piece = split_at_labels(piece, _LABELS)
        dates = (i for i, line in enumerate(piece[:_ABOVE_MARK]) if is_date_line(line))
        day = next(dates, None)
        if not day:
            return None
        labels = (i for i in range(day + 1, len(piece)) if label_of(piece[i], _LABELS))
        mark = next(labels, day + 1)
        title = _below_edition(piece[day + 1 : mark])
        start = _end_of_labels(piece, mark)
        return _entry(joined(title), piece, day, start, dict(_labels(piece[mark:start])))


def _entry(title: str, piece: Piece, day: int, start: int, head: dict[str, str]) -> Entry | None:
    end = next((i for i in range(start, len(piece)) if _begins_tail(piece[i])), len(piece))
    body = [line for line in piece[start:end] if not is_page_head(line)]
    while body and is_copyright(body[-1]):
        body.pop()
    if not title or not body:
        return None
    tail = dict(_labels(piece[end:]))
    section, page = _section_and_page(head.get("section", ""))
    return Entry(
        title=title,
        body=tuple(body),
        source=piece[day - 1].text,
        published=date_of(piece[day]),
        written=piece[day].text,
        author=head.get("author", ""),
        place=head.get("place", ""),
        language=tail.get("language", head.get("language", "")),
        section=section,
        page=page,
    )


def _has_frame(piece: Piece) -> bool:
    return any(label_of(line, _LABELS) for line in piece) and any(map(is_date_line, piece))


def _place_of_date(piece: Piece) -> int | None:
    """The line of the date: one of those just above copyright or the first label."""
    for mark, line in enumerate(piece):
        if not is_copyright(line) and not label_of(line, _HEAD_LABELS):
            continue
        for place in range(mark - 1, max(mark - _ABOVE_MARK, 0), -1):
            if is_date_line(piece[place]):
                return place
    return None


def _end_of_labels(piece: Piece, start: int) -> int:
    """Where the labels that begin at `start`, and what runs on below them, are over."""
    index = start
    in_label = False
    while index < len(piece):
        line = piece[index]
        is_label = label_of(line, _HEAD_LABELS) is not None
        if not is_label and not is_copyright(line) and (not in_label or line.follows_blank):
            return index
        in_label = in_label or is_label
        index += 1
    return index


def _below_edition(lines: Piece) -> Piece:
    """The headline: what stands below the edition, which follows the date without a blank line."""
    edition = 0
    while edition < len(lines) and _is_edition(lines[edition], lines[:edition]):
        edition += 1
    edition += _is_name_above(lines[edition:])
    return lines[edition:] or lines[-1:]


def _is_name_above(lines: Piece) -> bool:
    """Whether the name of an edition, such as "Scotland", stands above a headline of its own."""
    words = [len(line.text.split()) for line in lines[:2]]
    return len(words) > 1 and words[0] <= _MOST_WORDS_OF_AN_EDITION < words[1]


def _is_edition(line: Line, above: Piece) -> bool:
    runs_on = bool(above) and above[-1].text.endswith(";")
    return runs_on or not line.follows_blank or _EDITION.search(line.text) is not None


def _labels(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The fields of lines with labels, each with what runs on below it."""
    field, parts = "", list[str]()
    for line in lines:
        if found := label_of(line, _LABELS):
            if field:
                yield field, " ".join(parts)
            field, parts = found[0], [found[1]]
        elif field and not line.follows_blank:
            parts.append(line.text)
    if field:
        yield field, " ".join(parts)


def _begins_tail(line: Line) -> bool:
    return line.text.casefold() in _TAIL_HEADINGS or label_of(line, _TAIL_LABELS) is not None


def _section_and_page(written: str) -> tuple[str, str]:
    """Take "NEWS; Pg. 3" apart."""
    found = _PAGE.search(written)
    if found is None:
        return written, ""
    return written[: found.start()].strip(" ;,"), found["page"].strip()
