"""A bibliographic record as every format tells it, and the article that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath

from timeline_app.documents.article import LinkedFile, ReadArticle, ReadFile
from timeline_app.documents.cleaning import clean_text
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.foreign_dates import find_foreign_dates
from timeline_app.documents.language_names import language_tag
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.paragraphs import split_paragraphs
from timeline_app.domain.citation import Citation
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateCandidate, DateOrigin
from timeline_app.domain.time.calendar import CivilDate, is_valid_date
from timeline_app.domain.time.written import find_full_dates

_DAY = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_LONGEST_DATE = 80  # letters
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|h[1-6]|jats:(?:p|sec|title))\b[^<>]{0,500}>", re.IGNORECASE
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:/", re.IGNORECASE)  # or the drive of a path
_FEWEST_WORDS_OF_A_NOTE = 10  # with fewer, a note is a remark and no text
# The order in which the files of one record are tried: the rest are pictures, data and archives.
_SUFFIXES = (".pdf", ".html", ".htm", ".mhtml", ".mht", ".xhtml", ".docx", ".odt", ".rtf", ".epub",
             ".eml", ".msg", ".md", ".txt")  # fmt: skip


@dataclass(frozen=True, slots=True)
class BibliographicRecord:
    """What a format says of one text; empty where it says nothing.

    `written` is the date as it stands there, `files` the places of its files as they stand there.
    """

    title: str
    citation: Citation = field(default_factory=Citation)
    written: str = ""
    url: str = ""
    language: str = ""
    abstract: str = ""
    note: str = ""
    files: tuple[str, ...] = ()


def decoded_records(file: FileBytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file of records, and what is to be said of its encoding. Raises UserError."""
    if len(file.data) > LIMITS.records_bytes:
        raise UserError(
            f"“{file.name}” is too large: {len(file.data) / 1e6:,.0f} MB, and "
            f"{LIMITS.records_bytes / 1e6:,.0f} MB of records are read at most."
        )
    decoded = decode(file.data)
    return clean_text(decoded.text)[0], decoded.warnings


def read_records(
    records: Sequence[BibliographicRecord], name: str, warnings: Iterable[str] = ()
) -> ReadFile:
    """What the records of a file come to: linked files, else abstracts, else a warning for each.

    `warnings` come before those of this function. Raises UserError when there are no records.
    """
    if not records:
        raise UserError(f"“{name}” holds no bibliographic records.")
    if len(records) > LIMITS.records:
        raise UserError(
            f"“{name}” has more than {LIMITS.records:,} records. Split it into several files first."
        )
    articles: list[ReadArticle] = []
    linked: list[LinkedFile] = []
    told = list(warnings)
    for record in records:
        article = _article_of(record, name)
        paths, outside = _paths_of(record.files)
        told += (
            f"“{record.title}” in “{name}” has the file “{place}”, which does not lie below the "
            "folder of the records and is not read. Export them together with their files."
            for place in outside
        )
        if paths:
            linked += (LinkedFile(path, article) for path in paths)
        elif article.text:
            articles.append(article)
        elif not outside:
            told.append(
                f"“{record.title}” in “{name}” has neither a file nor an abstract: "
                "there is nothing to read."
            )
    return ReadFile(tuple(articles), linked=tuple(linked), warnings=tuple(told))


def plain(text: str) -> str:
    """A text without its markup, its paragraphs parted by empty lines."""
    if "<" in text or "&" in text:
        text = unescape(_TAG.sub("", _BLOCK_TAG.sub("\n\n", text)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def line(text: str) -> str:
    """A text without its markup, on one line."""
    return " ".join(plain(text).split())


def day_in(written: str) -> CivilDate | None:
    """The day that a record's date names; None where it names a month or a year, or is in doubt."""
    found = _DAY.search(written[:_LONGEST_DATE])
    if found:
        day = CivilDate(int(found["year"]), int(found["month"]), int(found["day"]))
        return day if is_valid_date(*day) else None
    dates = find_full_dates(written[:_LONGEST_DATE]) or find_foreign_dates(written[:_LONGEST_DATE])
    return dates[0].date if dates else None


def in_natural_order(name: str) -> str:
    """The name "Doe, Jane" as "Jane Doe"."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else name


def _article_of(record: BibliographicRecord, name: str) -> ReadArticle:
    text, kind = _text_of(record)
    day = day_in(record.written)
    place = f"the record in “{name}”"
    citation = record.citation
    return ReadArticle(
        title=record.title,
        text=text,
        body=tuple(paragraph.range for paragraph in split_paragraphs(text)),
        published=day,
        date_origin=DateOrigin.RECORD if day else DateOrigin.NOT_FOUND,
        source=citation.container_title or citation.publisher or name,
        author=", ".join(map(in_natural_order, citation.authors)),
        url=record.url,
        language=language_tag(record.language),
        warnings=tuple(_about(record, day, kind)),
        candidates=(DateCandidate(day, DateOrigin.RECORD, place, record.written),) if day else (),
        citation=citation,
    )


def _text_of(record: BibliographicRecord) -> tuple[str, str]:
    """The abstract, or a note that is long enough to be one, and what it is called."""
    if abstract := plain(record.abstract):
        return abstract, "abstract"
    note = plain(record.note)
    return (note, "note") if len(note.split()) >= _FEWEST_WORDS_OF_A_NOTE else ("", "")


def _about(record: BibliographicRecord, day: CivilDate | None, kind: str) -> Iterator[str]:
    if kind:
        yield f"Only the {kind} of “{record.title}” was there, not its text."
    if day is None and record.written:
        yield f"Its record dates it “{record.written}”, so no day of publication was taken."


def _paths_of(files: Iterable[str]) -> tuple[list[str], list[str]]:
    """The files below the folder of the records, the likeliest text first, and those outside."""
    paths: list[str] = []
    outside: list[str] = []
    for written in files:
        place = PurePosixPath(written.strip().replace("\\", "/").removeprefix("./"))
        if written.casefold().startswith(("http:", "https:", "mailto:", "doi:")) or not written:
            continue
        is_outside = place.is_absolute() or ".." in place.parts or _ADDRESS.match(str(place))
        (outside if is_outside else paths).append(str(place))
    return sorted(dict.fromkeys(paths), key=_rank), outside


def _rank(path: str) -> int:
    suffix = PurePosixPath(path).suffix.lower()
    return _SUFFIXES.index(suffix) if suffix in _SUFFIXES else len(_SUFFIXES)
