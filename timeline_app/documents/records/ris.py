"""Reads RIS, the format in which most databases and programs give bibliographic records.

Tags: https://en.wikipedia.org/wiki/RIS_(file_format), and the tables of rispy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

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

_START = re.compile(r"^\s*TY  ?- ?", re.MULTILINE)
_SIGN = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:\d+\.\s*)?TY  - ?[A-Z]{2,8}\b")
_KINDS = {
    "ABST": "article", "ADVS": "motion_picture", "BILL": "bill", "BLOG": "post-weblog",
    "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "COMP": "software",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "DATA": "dataset",
    "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book",
    "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report", "HEAR": "hearing", "ICOMM": "personal_communication",
    "INPR": "article", "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture",
    "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "RPRT": "report", "SOUND": "song", "STAT": "legislation",
    "THES": "thesis", "UNPB": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
_TAGS = (
    "A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP ED EP ET ID "
    "IS J1 J2 JA JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PP PY RI RN RP SE SN SP ST "
    "T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UR VL VO Y1 Y2"
).split()
# Of these a record may have several, or several lines; the lines of others are one.
_LISTS = frozenset("A1 A2 A3 A4 AU AB N1 N2 L1 L2 L3 L4 KW UR LK".split())
_ISBN_DIGITS = (10, 13)

_Fields = Mapping[str, Sequence[str]]


class RisReader:
    """Knows RIS by its first tag, or by its suffix."""

    def confidence(self, file: FileBytes) -> float:
        """A first tag tells more than a name, whatever the suffix."""
        if _SIGN.match(file.data[:512]):
            return 0.95
        return 0.8 if file.suffix == ".ris" else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The texts that the records name. Raises UserError when there is no record."""
        text, warnings = decoded_records(file)
        starts = [found.start() for found in _START.finditer(text)]
        pieces = [text[start:end] for start, end in pairwise([*starts, len(text)])]
        return read_records(list(map(_record_of, map(_parser(), pieces))), file.name, warnings)


def _parser() -> Callable[[str], _Fields]:
    """What reads one record at a time, so that a damaged one spoils no other."""
    from rispy import RisParser

    parser = RisParser(
        mapping={tag: tag for tag in ("TY", "ER", "UK", *_TAGS)},
        list_tags=list(_LISTS),
        delimiter_tags_mapping={},
    )

    def parse(piece: str) -> _Fields:
        read = parser.parse(piece.strip() + "\nER  - ")
        fields = read[0] if read else {}
        return {
            tag: value if isinstance(value, list) else [value]
            for tag, value in fields.items()
            if tag not in ("UK", "ER")
        }

    return parse


def _record_of(fields: _Fields) -> BibliographicRecord:
    files = (path for tag in ("L1", "L2", "L4") for path in fields.get(tag, ()))
    return BibliographicRecord(
        title=_first(fields, "T1", "TI", "CT", "ST", "BT") or "Untitled record",
        citation=_citation_of(fields),
        written=_date_of(fields),
        url=_first(fields, "UR", "LK"),
        language=_first(fields, "LA"),
        abstract="\n".join(fields.get("AB") or fields.get("N2", ())),
        note="\n".join(fields.get("N1", ())),
        files=tuple(files),
    )


def _citation_of(fields: _Fields) -> Citation:
    number = _first(fields, "SN")
    is_isbn = sum(map(str.isalnum, number.partition(" ")[0])) in _ISBN_DIGITS
    pages = (_first(fields, "SP"), _first(fields, "EP"))
    return Citation(
        kind=_KINDS.get(_first(fields, "TY"), "document"),
        authors=tuple(map(line, fields.get("A1") or fields.get("AU", ()))),
        container_title=_first(fields, "T2", "JO", "JF", "JA", "J2", "BT"),
        publisher=_first(fields, "PB"),
        publisher_place=_first(fields, "CY", "PP"),
        volume=_first(fields, "VL", "VO"),
        issue=_first(fields, "IS", "CP"),
        page="–".join(dict.fromkeys(filter(None, pages))),
        section=_first(fields, "SE"),
        doi=_first(fields, "DO"),
        isbn=number if is_isbn else "",
        issn="" if is_isbn else number,
        accessed=day_in(_first(fields, "Y2")),
    )


def _first(fields: _Fields, *tags: str) -> str:
    values = (line(value) for tag in tags for value in fields.get(tag, ()))
    return next(filter(None, values), "")


def _date_of(fields: _Fields) -> str:
    """The fullest date; "2024///" is how RIS writes a year alone."""
    dates = [_first(fields, tag).strip("/ ") for tag in ("DA", "Y1", "PY")]
    full = [date for date in dates if day_in(date)]
    return (full or sorted(dates, key=len, reverse=True))[0]
