"""The layout of Europresse: outlet, a line with section, date and page, headline, author, text.

Below each text stand a note of copyright and the number of the document, "news·20241029·LM·00123",
which begins with the day. Pages in HTML hold the same lines, each article in an element of its own.

Order of lines: https://github.com/nalimilan/R.TeMiS, package tm.plugin.europresse.
"""

from __future__ import annotations

import re

from timeline_app.documents.bundles.layout import (
    Entry,
    Line,
    Piece,
    are_mostly,
    date_of,
    is_copyright,
    is_date_line,
    is_page_head,
)
from timeline_app.documents.bylines import read_byline
from timeline_app.domain.time.calendar import CivilDate, is_valid_date

_NUMBER = re.compile(
    r"[a-z]{2,12}\s?[·•]\s?(?P<year>[12]\d{3})(?P<month>\d\d)(?P<day>\d\d)\s?[·•]\s?[\w-]{1,16}"
    r"\s?[·•]\s?[\w-]+"
)
_ISSUE = re.compile(r",? (?:no|n°|nº|num)\.? ?\d+.*$|\s\([^)]{2,60}\)$", re.IGNORECASE)
_PAGE = re.compile(r",? (?:p|pp)\. ?(?P<page>[\w ,-]{1,20})$")
_WORDS = re.compile(r"\s?-?\s?\d[\d\s]* (?:mots|words)\b", re.IGNORECASE)
_WEEKDAY_OR_DATE = re.compile(
    r"(?:,\s?|^)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|\d{1,2}(?:er)? [^\W\d]|[^\W\d]{3,9} \d{1,2},)",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:illustrations?|encadrés?|notes?|certificat émis|certificate issued)\b.{0,3}(?::|$|émis)",
    re.IGNORECASE,
)
_ALSO_PRINTED = re.compile(
    r"(?:aussi paru dans|also published in|cet article (?:est|a) (?:aussi )?paru)", re.IGNORECASE
)
_ABOVE_HEADER = 4  # lines down to the one with the date
_LONGEST_FOOT = 12  # lines
_MOST_WORDS_OF_A_NAME = 6


class Europresse:
    """Articles that each end with the number of their document."""

    name = "Europresse"

    def cut(self, lines: Piece) -> list[Piece]:
        """The lines down to each number; nothing unless a line above each has a date."""
        ends = [index + 1 for index, line in enumerate(lines) if _NUMBER.fullmatch(line.text)]
        pieces = [lines[start:end] for start, end in zip([0, *ends], ends, strict=False)]
        return pieces if are_mostly(pieces, _has_header) else []

    def read(self, piece: Piece) -> Entry | None:
        """The article in these lines."""
        piece = _without_other_papers(piece)
        header = _place_of_header(piece)
        if header is None or header + 2 > len(piece):
            return None
        end = next((i for i in range(header + 2, len(piece)) if _begins_foot(piece[i])), len(piece))
        author, body = _author_and_body(piece[header + 2 : end])
        if not body:
            return None
        section, page = _section_and_page(piece[header].text)
        return Entry(
            title=piece[header + 1].text,
            body=body,
            source=_ISSUE.sub("", piece[header - 1].text),
            published=date_of(piece[header]) or _day_of_number(piece[-1]),
            written=piece[header].text,
            author=author,
            section=section,
            page=page,
        )


def _place_of_header(piece: Piece) -> int | None:
    """The line with section, date and page, below the outlet."""
    head = range(1, min(_ABOVE_HEADER + 1, len(piece)))
    return next((index for index in head if date_of(piece[index])), None)


def _has_header(piece: Piece) -> bool:
    has_note = any(map(is_copyright, piece[-_LONGEST_FOOT:]))
    return has_note and _place_of_header(piece) is not None


def _begins_foot(line: Line) -> bool:
    return (
        is_copyright(line)
        or _NUMBER.fullmatch(line.text) is not None
        or _FOOT.match(line.text) is not None
    )


def _without_other_papers(piece: Piece) -> list[Line]:
    """The lines without "Aussi paru dans", and without the dates and papers listed below it."""
    kept: list[Line] = []
    is_listed = False
    for line in piece:
        if _ALSO_PRINTED.match(line.text):
            is_listed = True
            continue
        is_listed = is_listed and is_date_line(line)
        if not is_listed:
            kept.append(line)
    return kept


def _author_and_body(lines: Piece) -> tuple[str, tuple[Line, ...]]:
    """The by-line, if the first or second line is one, and the rest."""
    rest = [line for line in lines if not is_page_head(line)]
    for index, line in enumerate(rest[:2]):
        if len(rest) > index + 1 and (name := _author_of(line.text)):
            return name, (*rest[:index], *rest[index + 1 :])
    return "", tuple(rest)


def _author_of(line: str) -> str:
    words = line.replace(",", " ").replace(";", " ").split()
    is_name = len(words) in range(2, _MOST_WORDS_OF_A_NAME + 1) and line[-1] not in '.?!:»"'
    are_capitals = all(word[0].isupper() for word in words if len(word) > 3)
    return read_byline(line) or (line if is_name and are_capitals else "")


def _section_and_page(header: str) -> tuple[str, str]:
    """Take "Politique, mardi 29 octobre 2024 512 mots, p. 8" apart."""
    page = _PAGE.search(header)
    bare = _WORDS.sub("", header[: page.start()] if page else header)
    date = _WEEKDAY_OR_DATE.search(bare)
    section = bare[: date.start()].strip(" ,;") if date else ""
    return section, page["page"] if page else ""


def _day_of_number(line: Line) -> CivilDate | None:
    found = _NUMBER.fullmatch(line.text)
    if found is None:
        return None
    day = CivilDate(int(found["year"]), int(found["month"]), int(found["day"]))
    return day if is_valid_date(*day) else None
