"""Reads CSL-JSON, which Zotero, pandoc and many others exchange records in.

Fields: https://docs.citationstyles.org/en/stable/specification.html, appendix IV.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import cast

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
from timeline_app.domain.errors import UserError

_SUFFIXES = frozenset((".json", ".csljson"))
_SIGN = re.compile(
    rb'"(?:issued|container-title|date-parts|publisher-place)"\s*:|"type"\s*:\s*"(?:article-|book"'
    rb'|chapter"|webpage"|post-weblog"|paper-conference"|report"|thesis")'
)
_HEAD = 65_536
_Item = Mapping[str, object]


class CslJsonReader:
    """Knows CSL-JSON by its field names; other JSON is no text to read."""

    def confidence(self, file: FileBytes) -> float:
        """Sure of the field names, fairly so of the suffix."""
        is_json = file.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")
        if is_json and _SIGN.search(file.data[:_HEAD]):
            return 0.95
        return 0.7 if file.suffix in _SUFFIXES else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The texts that the records name. Raises UserError when there is no record."""
        text, warnings = decoded_records(file)
        try:
            value: object = json.loads(text)
        except RecursionError as error:
            raise UserError(f"“{file.name}” is nested too deeply to be read.") from error
        except json.JSONDecodeError as error:
            raise UserError(f"“{file.name}” is damaged in line {error.lineno}.") from error
        except ValueError as error:  # a number of thousands of digits
            raise UserError(f"“{file.name}” holds a number that is far too long.") from error
        return read_records(list(map(_record_of, _items_in(value))), file.name, warnings)


def _items_in(value: object) -> Iterator[_Item]:
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        value = value["items"]
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and ("title" in item or "issued" in item):
            yield cast(_Item, item)


def _record_of(item: _Item) -> BibliographicRecord:
    return BibliographicRecord(
        title=line(_text(item, "title")) or "Untitled record",
        citation=Citation(
            kind=_text(item, "type"),
            authors=tuple(_names(item.get("author"))),
            container_title=line(_text(item, "container-title")),
            publisher=_text(item, "publisher"),
            publisher_place=_text(item, "publisher-place"),
            volume=_text(item, "volume"),
            issue=_text(item, "issue"),
            page=_text(item, "page"),
            section=_text(item, "section"),
            doi=_text(item, "DOI"),
            isbn=_text(item, "ISBN"),
            issn=_text(item, "ISSN"),
            accessed=day_in(_date(item.get("accessed"))),
        ),
        written=_date(item.get("issued")),
        url=_text(item, "URL"),
        language=_text(item, "language"),
        abstract=_text(item, "abstract"),
        note=_text(item, "note"),
    )


def _text(item: _Item, field: str) -> str:
    """The value of a field as text; some programs give lists or numbers."""
    value = item.get(field)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value) if isinstance(value, str | int | float) else ""


def _names(value: object) -> Iterator[str]:
    for name in value if isinstance(value, list) else ():
        if isinstance(name, dict):
            particle = _text(name, "non-dropping-particle")
            family = f"{particle} {_text(name, 'family')}".strip()
            parts = (family, _text(name, "given"))
            yield _text(name, "literal") or ", ".join(filter(None, parts))


def _date(value: object) -> str:
    """A date as it is written: "2024-10-29", or what stands there in words."""
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first and all(str(part).lstrip("-").isdigit() for part in first):
        return "-".join(f"{int(str(part)):02d}" for part in first)
    return _text(value, "raw") or _text(value, "literal")
