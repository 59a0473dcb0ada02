"""What the databases' ways of laying out a bundle have in common: lines, labels, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol

from timeline_app.documents.foreign_dates import find_foreign_dates
from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.written import find_full_dates

_LINE = re.compile(r"[^\n\f]+")
# What each database sets between articles. Where the lines of a printed page were joined to
# paragraphs, it may stand at the end of one, or within; nothing else looks like it.
_BETWEEN_ARTICLES = re.compile(
    r"_{20,}"
    r"|(?:Document|Dokument|Documento|Документ)\s?[A-Z0-9]{4,12}[12]\d{3}[01]\d[0-3]\d[a-z0-9]{6,10}\b"
    r"|\b[a-z]{2,12}\s?[·•]\s?[12]\d{7}\s?[·•]\s?[\w-]{1,16}\s?[·•]\s?[\w-]+"
    r"|\b\d+ of \d+ DOCUMENTS?\b"
    r"|(?<=\s)(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)\s*$"
)
_AROUND = " \t\v\r|\N{NO-BREAK SPACE}"  # blanks, and the bars of tables
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ()/-]{2,28}?)\s?:(?=\s|$)\s*(?P<value>.*)")
_LONGEST_DATE_LINE = 70  # letters
_BEFORE_DATE = 24  # letters of the weekday before it
_WORDS_BESIDE_DATE = 7  # weekday, time, zone, edition
_MONTH_ALONE = re.compile(r"[^\W\d_]{3,12}\.?(?:\s?[-/–]\s?[^\W\d_]{3,12}\.?)?,? [12]\d{3}")
_FRAMED = 0.8  # share of the pieces
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_PAGE_HEAD = re.compile(
    r"(?:page|seite|pagina|página|pág\.?|стр\.?) \d+ (?:of|de|von|sur|di|van|из) \d+\b.{0,80}",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A line that is not blank: where its letters are, what they are, what stands before it.

    `raw` is what stands in its range; in `text`, blanks of every kind are single. `follows_blank`
    says that an empty line, or nothing, stands before it.
    """

    range: TextRange
    raw: str
    text: str
    follows_blank: bool

    def until(self, offset: int) -> Line:
        """The part of the line up to an offset of `raw`, without the blanks at its end."""
        raw = self.raw[:offset].rstrip()
        place = TextRange(self.range.start, self.range.start + len(raw))
        return Line(place, raw, " ".join(raw.split()), self.follows_blank)

    def behind(self, offset: int) -> Line:
        """The part of the line from an offset of `raw` on, without blanks; it may be empty."""
        rest = self.raw[offset:]
        start = self.range.start + offset + len(rest) - len(rest.lstrip())
        place = TextRange(min(start, self.range.end), self.range.end)
        return Line(place, rest.strip(), " ".join(rest.split()), follows_blank=True)


Piece = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a bundle: what the database says of it, and the lines of its own text.

    `written` is what stands where the day does; `published` is None where that is no full date.
    `language` is as the database names it. `first` is the line that the article begins with, where
    that is not the first of its piece.
    """

    title: str
    body: tuple[Line, ...]
    source: str = ""
    published: CivilDate | None = None
    written: str = ""
    author: str = ""
    place: str = ""
    language: str = ""
    section: str = ""
    page: str = ""
    url: str = ""
    first: Line | None = None


class Layout(Protocol):
    """How one database writes the articles of a bundle."""

    @property
    def name(self) -> str:
        """The database's name, for the reader of a warning."""

    def cut(self, lines: Piece) -> list[Piece]:
        """The lines of each article; nothing when the lines are no bundle of this database."""

    def read(self, piece: Piece) -> Entry | None:
        """The article in these lines; None when they are not laid out so."""


def lines_of(text: str, within: TextRange | None = None) -> list[Line]:
    """The lines of a text with LF line ends that are not blank, in order.

    What only stands between the articles of a bundle is a line of its own in any case.
    """
    start, end = within or (0, len(text))
    lines: list[Line] = []
    last_end = start
    for place in _places_of_lines(text, start, end):
        raw = place.cut(text).strip(_AROUND)
        if not raw:
            continue
        first = text.index(raw, place.start)
        follows_blank = not lines or text.count("\n", last_end, first) > 1
        last_end = first + len(raw)
        lines.append(Line(TextRange(first, last_end), raw, " ".join(raw.split()), follows_blank))
    return lines


def _places_of_lines(text: str, start: int, end: int) -> Iterator[TextRange]:
    for line in _LINE.finditer(text, start, end):
        place = line.start()
        for mark in _BETWEEN_ARTICLES.finditer(line[0]):
            yield TextRange(place, line.start() + mark.start())
            place = line.start() + mark.end()
            yield TextRange(line.start() + mark.start(), place)
        yield TextRange(place, line.end())


def split_at_labels(lines: Piece, labels: Mapping[str, str]) -> list[Line]:
    """The lines, with those that begin with a label cut where another label follows in them."""
    names = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    label = re.compile(rf"(?<=\s)(?:{names})\s?:(?=\s)", re.IGNORECASE)
    return [part for line in lines for part in _parts_of(line, label, labels)]


def _parts_of(line: Line, label: re.Pattern[str], labels: Mapping[str, str]) -> Iterator[Line]:
    if label_of(line, labels) is None:
        yield line
        return
    starts = [0, *(found.start() for found in label.finditer(line.raw)), len(line.raw)]
    for start, end in pairwise(starts):
        raw = line.raw[start:end].strip(_AROUND)
        first = line.range.start + line.raw.index(raw, start)
        place = TextRange(first, first + len(raw))
        yield Line(place, raw, " ".join(raw.split()), follows_blank=start > 0 or line.follows_blank)


def label_of(line: Line, labels: Mapping[str, str]) -> tuple[str, str] | None:
    """The field that a line such as "LENGTH: 453 words" fills, and its value."""
    found = _LABEL.fullmatch(line.text)
    field = labels.get(found["label"].casefold()) if found else None
    return (field, found["value"]) if found and field else None


def date_of(line: Line) -> CivilDate | None:
    """The first full date of a line, with its month in any language."""
    if _YEAR.search(line.text) is None:
        return None
    dates = find_full_dates(line.text) or find_foreign_dates(line.text)
    return dates[0].date if dates else None


def is_date_line(line: Line) -> bool:
    """Whether a line is a date, or a month, with at most weekday, time and edition beside it."""
    text = line.text
    if len(text) > _LONGEST_DATE_LINE or _YEAR.search(text) is None:
        return False
    if _MONTH_ALONE.fullmatch(text):
        return True
    dates = find_full_dates(text) or find_foreign_dates(text)
    if not dates or dates[0].range.start > _BEFORE_DATE:
        return False
    beside = text[: dates[0].range.start] + " " + text[dates[0].range.end :]
    return len(beside.split()) <= _WORDS_BESIDE_DATE


def is_copyright(line: Line) -> bool:
    """Whether a line begins as a note of copyright does."""
    return _COPYRIGHT.match(line.text) is not None


def is_page_head(line: Line) -> bool:
    """Whether a line is one that a printed bundle repeats on each page: "Page 3 of 40"."""
    return _PAGE_HEAD.fullmatch(line.text) is not None


def are_mostly(pieces: Sequence[Piece], has_frame: Callable[[Piece], bool]) -> bool:
    """Whether a database's frame stands round nearly all pieces; a few may be damaged."""
    framed = sum(map(has_frame, pieces))
    return framed > 0 and framed >= _FRAMED * len(pieces)


def joined(lines: Iterable[Line]) -> str:
    """The text of lines on one line."""
    return " ".join(line.text for line in lines)
