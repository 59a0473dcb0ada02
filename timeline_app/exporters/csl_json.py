"""CSL-JSON: the sources for Zotero, Mendeley, pandoc and every processor of citation styles."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.time import CivilDate
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.publication import Publication
from timeline_app.exporters.references import (
    Source,
    family_and_given,
    losses_of_sources,
    sources_of,
)


class CslJsonExporter:
    """A list of items."""

    key = "csl"
    name = "Sources, CSL-JSON"
    suffix = ".csl.json"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """Articles only."""
        return losses_of_sources(publication)

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write item by item."""
        separator = b"[\n"
        for source in watched(sources_of(publication), progress, "source"):
            item = json.dumps(_item(source), ensure_ascii=False)
            stream.write(separator + item.encode())
            separator = b",\n"
        stream.write(b"\n]\n" if publication.articles else b"[]\n")


def _item(source: Source) -> dict[str, Any]:
    reference = source.reference
    item: dict[str, Any] = {
        "id": source.key,
        "type": source.kind,
        "title": source.title,
        "author": [_name(author) for author in source.authors],
        "container-title": source.container,
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        "URL": source.url,
        "language": source.language,
        "publisher": reference.publisher,
        "publisher-place": reference.publisher_place,
        "event-place": source.place,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.page,
        "DOI": reference.doi,
        "ISBN": reference.isbn,
        "ISSN": reference.issn,
    }
    return {name: value for name, value in item.items() if value}


def _name(author: str) -> dict[str, str]:
    family, given = family_and_given(author)
    return {"family": family, "given": given} if given else {"literal": family}


def _date(day: CivilDate | None) -> dict[str, list[list[int]]] | None:
    return None if day is None else {"date-parts": [list(day)]}
