"""The layouts of Factiva: as articles, and as tables of fields with codes of two letters.

As an article, each has headline, by-line, number of words, date, outlet, its code, language and
copyright above the text, and "Document" with a number of 25 characters below it. With the option
"plus indexing", each line begins with the code of its field, from "HD" to "AN".

Codes: https://github.com/nalimilan/R.TeMiS, package tm.plugin.factiva.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
)
from timeline_app.documents.bylines import read_byline
from timeline_app.documents.language_names import is_language_name

_END = re.compile(
    r"(?:Document|Dokument|Documento|Документ|文件|書類)\s?"
    r"[A-Z0-9]{4,12}[12]\d{3}[01]\d[0-3]\d[a-z0-9]{6,10}"
)
_WORDS = re.compile(
    r"\d[\d.,\s]*\s(?:words?|wörter|mots|palabras|palavras|parole|woorden|слов[ао]?)", re.IGNORECASE
)
_OF_THE_DATABASE = re.compile(r"(?:©|\(c\)) ?[12]\d{3} Factiva\b.{0,60}", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d{2}(?: ?[A-Z]{2,4})?")
_PAGE = re.compile(r"(?:pg?\.? ?)?(?P<page>[A-Z]{0,2}-?\d{1,4}(?:[,-] ?[A-Z]?\d{1,4})*)", re.I)
# A by-line that was joined to the headline where the lines of a printed page were.
_BYLINE_BEHIND = re.compile(r"(?<=\s)By (?:[A-ZÀ-Þ][\w.'’-]+(?: |$)){2,4}$")
_AFTER_WORDS = 2  # lines, of which one is the date
_LONGEST_HEAD = 12  # lines from the date to the text
_MOST_WORDS_OF_A_NAME = 6
_MOST_WORDS_OF_A_SECTION = 3

# The codes in the order in which they come.
_ORDER = (
    "SE HD CR BY WC PD ET SN SC ED PG VOL LA CY LP TD ART RF CT CLM CO IN NS RE IPC IPD PUB AN"
).split()
# These words may begin a line of a text; they are fields only where a table sets them off.
_AMBIGUOUS = frozenset("SE CO IN NS RE ED CT CR ART RF PUB ET".split())
_FIELD = re.compile(
    rf"(?P<code>{'|'.join(sorted(_ORDER, key=len, reverse=True))})"
    r"(?P<gap>$|\s*[\t|]\s*|\s{2,}|\s)"
)


class FactivaArticles:
    """Articles that each end with the number of their document."""

    name = "Factiva"

    def cut(self, lines: Piece) -> list[Piece]:
        """The lines above each number; nothing unless words are counted above each of them."""
        kept = [line for line in lines if not _is_repeated(line)]
        ends = [index for index, line in enumerate(kept) if _END.fullmatch(line.text)]
        starts = [0, *(end + 1 for end in ends)]
        pieces: list[Piece] = [kept[start:end] for start, end in zip(starts, ends, strict=False)]
        return pieces if are_mostly(pieces, _is_counted) else []

    def read(self, piece: Piece) -> Entry | None:
        """The article above its number."""
        words = _place_of_words(piece)
        if words is None:
            return None
        day = next(i for i in range(words + 1, len(piece)) if is_date_line(piece[i]))
        start = _start_of_text(piece, day)
        title, author = _title_and_author(piece[:words])
        details = [line for line in piece[day + 1 : start] if not is_copyright(line)]
        source, page, language = _details(details)
        body = tuple(line for line in piece[start:] if not _END.fullmatch(line.text))
        if not title or not body:
            return None
        return Entry(
            title=title,
            body=body,
            published=date_of(piece[day]),
            written=piece[day].text,
            author=author,
            source=source,
            page=page,
            language=language,
        )


class FactivaFields:
    """Articles whose every line begins with the code of its field."""

    name = "Factiva"

    def cut(self, lines: Piece) -> list[Piece]:
        """The lines from each headline on; nothing unless each has a date and an outlet."""
        codes = [_code_of(line) for line in lines]
        starts = [
            index - 1 if index and codes[index - 1] == "SE" else index
            for index, code in enumerate(codes)
            if code == "HD"
        ]
        ends = [*starts[1:], len(lines)]
        pieces = [lines[start:end] for start, end in zip(starts, ends, strict=False)]
        return pieces if are_mostly(pieces, _has_fields) else []

    def read(self, piece: Piece) -> Entry | None:
        """The article in these fields; its text are the fields LP and TD."""
        fields = _fields_of(piece)
        body = (*fields.get("LP", ()), *fields.get("TD", ()))
        day = fields.get("PD", ())
        if not day or not body or "HD" not in fields:
            return None
        values = {code: joined(lines) for code, lines in fields.items()}
        return Entry(
            title=values["HD"],
            body=body,
            source=values.get("SN", ""),
            published=date_of(day[0]),
            written=values["PD"],
            author=read_byline(values.get("BY", "")) or values.get("BY", ""),
            language=values.get("LA", ""),
            section=values.get("SE", values.get("CLM", "")),
            page=values.get("PG", ""),
        )


def _is_repeated(line: Line) -> bool:
    return is_page_head(line) or _OF_THE_DATABASE.fullmatch(line.text) is not None


def _has_fields(piece: Piece) -> bool:
    return {"HD", "PD", "SN"} <= set(map(_code_of, piece))


def _is_counted(piece: Piece) -> bool:
    return _place_of_words(piece) is not None


def _place_of_words(piece: Piece) -> int | None:
    """The line "512 words", with a date just below it and a headline above."""
    for index in range(1, len(piece)):
        below = piece[index + 1 : index + 1 + _AFTER_WORDS]
        if _WORDS.fullmatch(piece[index].text) and any(map(is_date_line, below)):
            return index
    return None


def _start_of_text(piece: Piece, day: int) -> int:
    """The line below copyright, or else below the name of the language."""
    head = range(day + 1, min(day + _LONGEST_HEAD, len(piece)))
    for is_last in (is_copyright, lambda line: is_language_name(line.text)):
        if found := [index for index in head if is_last(piece[index])]:
            return found[0] + 1
    return day + 2


def _title_and_author(lines: Piece) -> tuple[str, str]:
    """The headline above "512 words", without the section above it and the by-line below it."""
    author = ""
    if len(lines) > 1 and (name := _author_of(lines[-1].text)):
        author, lines = name, lines[:-1]
    elif joined_byline := _BYLINE_BEHIND.search(lines[-1].raw):
        author = read_byline(joined_byline[0]) or ""
        lines = [*lines[:-1], lines[-1].until(joined_byline.start())]
    is_section = len(lines) > 1 and len(lines[0].text.split()) <= _MOST_WORDS_OF_A_SECTION
    return joined(lines[1:] if is_section else lines), author


def _author_of(line: str) -> str:
    """The name in a by-line, which may be a name alone; empty where the line is none."""
    words = line.split()
    is_name = len(words) in range(2, _MOST_WORDS_OF_A_NAME + 1) and line[-1] not in ".?!"
    are_capitals = all(word[0].isupper() or len(word) <= 3 for word in words)
    return read_byline(line) or (line if is_name and are_capitals else "")


def _details(lines: Sequence[Line]) -> tuple[str, str, str]:
    """Outlet, page and language, which stand between date and copyright without labels."""
    texts = [line.text for line in lines if not _TIME.fullmatch(line.text)]
    pages = (found["page"] for text in texts[1:] if (found := _PAGE.fullmatch(text)))
    languages = (text for text in texts[1:] if is_language_name(text))
    return texts[0] if texts else "", next(pages, ""), next(languages, "")


def _field_in(line: Line) -> re.Match[str] | None:
    """The code that a line begins with, and the gap behind it."""
    found = _FIELD.match(line.raw)
    is_set_off = found is not None and found["gap"] not in (" ", "\N{NO-BREAK SPACE}")
    return found if found and (is_set_off or found["code"] not in _AMBIGUOUS) else None


def _code_of(line: Line) -> str:
    found = _field_in(line)
    return found["code"] if found else ""


def _fields_of(piece: Piece) -> dict[str, tuple[Line, ...]]:
    """The lines of each field; a code stands before its first line, or on a line of its own."""
    fields: dict[str, tuple[Line, ...]] = {}
    code = ""
    index_terms = _place_of_index_terms(piece)
    for place, line in enumerate(piece):
        found = _FIELD.match(line.raw) if place in index_terms else _field_in(line)
        rest = line
        if found and found["code"] not in fields:
            code, rest = found["code"], line.behind(found.end())
            fields[code] = ()
        if code and rest.text:
            fields[code] += (rest,)
    return fields


def _place_of_index_terms(piece: Piece) -> frozenset[int]:
    """The lines of the fields below the text, told by their order up to the document's number."""
    places: set[int] = set()
    order = len(_ORDER)
    for place in range(len(piece) - 1, 0, -1):
        found = _FIELD.match(piece[place].raw)
        if found and found["code"] in _ORDER[_ORDER.index("TD") + 1 : order]:
            order = _ORDER.index(found["code"])
            places.add(place)
    return frozenset(places)
