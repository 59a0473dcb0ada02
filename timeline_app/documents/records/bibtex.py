"""Reads BibTeX and BibLaTeX, with the files that Zotero and JabRef name in them.

Fields: the manual of biblatex, section 2.2; the field "file": https://docs.jabref.org.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.documents.article import ReadFile
from timeline_app.documents.files import FileBytes
from timeline_app.documents.records.record import (
    BibliographicRecord,
    day_in,
    decoded_records,
    line,
    read_records,
)
from timeline_app.domain.citation import Citation
from timeline_app.domain.time.names import MONTHS

if TYPE_CHECKING:
    from bibtexparser.model import Entry

_SUFFIXES = frozenset((".bib", ".bibtex", ".biblatex"))
_START = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*@[a-zA-Z]{2,20}\s*[{(]")
_ENTRY = re.compile(rb"^\s*@[a-zA-Z]{2,20}\s*[{(]\s*[^\s,{}()=]{1,200}\s*,", re.MULTILINE)
_HEAD = 8_192
_KINDS = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "mvbook": "book",
    "inbook": "chapter", "incollection": "chapter", "collection": "book",
    "inproceedings": "paper-conference", "conference": "paper-conference", "proceedings": "book",
    "online": "webpage", "www": "webpage", "electronic": "webpage", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report",
    "unpublished": "manuscript", "letter": "personal_communication", "legislation": "legislation",
    "dataset": "dataset", "software": "software", "inreference": "entry",
    "news": "article-newspaper", "newspaper": "article-newspaper", "periodical": "periodical",
    "video": "motion_picture",
}  # fmt: skip
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_VERBATIM = frozenset(("file", "url", "doi", "urldate", "date"))
# A letter with its accent, as in \"{o}, \'e, \v{s} and \'{\i}; or another command by itself.
_COMMAND = re.compile(
    r"\\(?:[`'^\"~=.]|[uvHtcdbkr](?![a-zA-Z]))\s*(?:\{\s*\\?[a-zA-Z]{1,2}\s*\}|\\?[a-zA-Z])"
    r"|\\[a-zA-Z]+\*?(?:\{\})?\s?|\\[^a-zA-Z]"
)
_BRACE = re.compile(r"[{}]")
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")
_UNESCAPED_COLON = re.compile(r"(?<!\\):")
_DRIVE = re.compile(r"[A-Za-z]")

_Fields = Mapping[str, str]


class BibtexReader:
    """Knows BibTeX by its suffix, or by an entry at its beginning."""

    def confidence(self, file: FileBytes) -> float:
        """Sure of both; an entry alone may be quoted in a text."""
        if file.suffix in _SUFFIXES:
            return 0.93
        head = file.data[:_HEAD]
        return 0.75 if _START.match(head) and _ENTRY.search(head) else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The texts that the entries name. Raises UserError when there is no entry."""
        from bibtexparser.entrypoint import parse_string
        from bibtexparser.model import Entry, ParsingFailedBlock

        text, warnings = decoded_records(file)
        library = parse_string(text)
        decode = _decoder()
        records: list[BibliographicRecord] = []
        told = list(warnings)
        for block in library.blocks:
            entry = getattr(block, "ignore_error_block", block)
            if isinstance(entry, Entry):
                records.append(_record_of(_fields_of(entry, decode), entry.entry_type.lower()))
            elif isinstance(block, ParsingFailedBlock):
                place = (block.start_line or 0) + 1
                told.append(
                    f"The entry in line {place} of “{file.name}” is damaged: it is not read."
                )
        return read_records(records, file.name, told)


def _decoder() -> Callable[[str], str]:
    """What turns the commands of LaTeX for letters with accents, and the like, into letters.

    A command is decoded by itself, and once: to parse whole abstracts takes milliseconds for each.
    What it was applied to, such as the words of an emphasis, stays.
    """
    from pylatexenc.latex2text import LatexNodes2Text

    converter = LatexNodes2Text()

    @cache
    def letter_of(command: str) -> str:
        return str(converter.latex_to_text(command))

    def decode(text: str) -> str:
        decoded = _COMMAND.sub(lambda found: letter_of(found[0]), text).replace("~", " ")
        return _BRACE.sub("", decoded)

    return decode


def _fields_of(entry: Entry, decode: Callable[[str], str]) -> _Fields:
    from bibtexparser.middlewares.names import parse_single_name_into_parts
    from bibtexparser.middlewares.names import split_multiple_persons_names as split

    fields = {name.lower(): str(field.value) for name, field in entry.fields_dict.items()}
    people = (parse_single_name_into_parts(name, strict=False) for name in split(_people(fields)))
    names = (
        ", ".join(filter(None, (" ".join((*each.von, *each.last)), " ".join(each.first))))
        for each in people
    )
    plain = {name: value if name in _VERBATIM else decode(value) for name, value in fields.items()}
    # No name holds a line end: it parts the names.
    return plain | {"authors": "\n".join(line(decode(name)) for name in names if name != "others")}


def _people(fields: _Fields) -> str:
    return fields.get("author") or fields.get("editor") or ""


def _record_of(fields: _Fields, kind: str) -> BibliographicRecord:
    return BibliographicRecord(
        title=_first(fields, "title") or "Untitled record",
        citation=_citation_of(fields, kind),
        written=_date_of(fields),
        url=_first(fields, "url"),
        language=_first(fields, "langid", "language"),
        abstract=fields.get("abstract", ""),
        note="\n\n".join(
            fields[name] for name in ("annote", "annotation", "note") if name in fields
        ),
        files=tuple(_files_in(fields.get("file", ""))),
    )


def _citation_of(fields: _Fields, kind: str) -> Citation:
    subtype = _SUBTYPES.get(fields.get("entrysubtype", "").lower())
    return Citation(
        kind=subtype or _KINDS.get(kind, "document"),
        authors=tuple(filter(None, fields["authors"].split("\n"))),
        container_title=_first(fields, "journaltitle", "journal", "booktitle", "newspaper"),
        publisher=_first(fields, "publisher", "institution", "school", "organization"),
        publisher_place=_first(fields, "location", "address"),
        volume=_first(fields, "volume"),
        issue=_first(fields, "number", "issue"),
        page=_first(fields, "pages").replace("--", "–"),
        doi=_first(fields, "doi"),
        isbn=_first(fields, "isbn"),
        issn=_first(fields, "issn"),
        accessed=day_in(_first(fields, "urldate")),
    )


def _first(fields: _Fields, *names: str) -> str:
    return next(filter(None, (line(fields.get(name, "")) for name in names)), "")


def _date_of(fields: _Fields) -> str:
    """The date, or what the fields for year, month and day make of one."""
    if date := _first(fields, "date"):
        return date
    year, month, day = (_first(fields, name) for name in ("year", "month", "day"))
    number = MONTHS.get(month.lower().rstrip(".")) or (int(month) if month.isdecimal() else 0)
    if number and day.isdecimal():
        return f"{year}-{number:02d}-{int(day):02d}"
    return " ".join(filter(None, (month, year)))


def _files_in(written: str) -> Iterator[str]:
    """The paths of "Full Text:files/12/doe.pdf:application/pdf;…", or of a path alone."""
    for entry in _UNESCAPED_SEMICOLON.split(written):
        parts = [
            re.sub(r"\\([:;\\_])", r"\1", part) for part in _UNESCAPED_COLON.split(entry.strip())
        ]
        if len(parts) >= 3:
            is_drive = len(parts) > 3 and _DRIVE.fullmatch(parts[1])
            yield f"{parts[1]}:{parts[2]}" if is_drive else parts[1]
        elif len(parts) == 2 and not _DRIVE.fullmatch(parts[0]):
            yield parts[0] or parts[1]
        else:
            yield ":".join(parts)
