"""RIS: the sources as reference managers have exchanged them since the eighties, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from timeline_app.domain import Progress
from timeline_app.domain.time import CivilDate
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.publication import Publication
from timeline_app.exporters.references import (
    Source,
    losses_of_sources,
    on_one_line,
    sources_of,
)

_TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "article": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "broadcast": "VIDEO",
    "personal_communication": "PCOMM",
    "speech": "CONF",
    "legislation": "STAT",
    "bill": "BILL",
    "map": "MAP",
}


class RisExporter:
    """A record for each source."""

    key = "ris"
    name = "Sources, RIS"
    suffix = ".ris"
    is_whole = False

    def losses(self, publication: Publication) -> list[str]:
        """Articles only."""
        return losses_of_sources(publication)

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write record by record."""
        for source in watched(sources_of(publication), progress, "source"):
            lines = (
                f"{tag}  - {on_one_line(value)}\r\n" for tag, value in _fields(source) if value
            )
            stream.write("".join(lines).encode())
            stream.write(b"ER  - \r\n\r\n")


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    reference = source.reference
    first_page, _, last_page = reference.page.replace("–", "-").partition("-")
    yield "TY", _TYPES.get(source.kind, "GEN")
    yield "ID", source.key
    yield "TI", source.title
    for author in source.authors:
        yield "AU", author
    yield "T2", source.container
    yield "PY", "" if source.issued is None else str(source.issued.year)
    yield "DA", _date(source.issued)
    yield "Y2", _date(source.accessed)
    yield "PB", reference.publisher
    yield "CY", reference.publisher_place or source.place
    yield "VL", reference.volume
    yield "IS", reference.issue
    yield "SP", first_page.strip()
    yield "EP", last_page.strip()
    yield "DO", reference.doi
    yield "SN", reference.issn or reference.isbn
    yield "LA", source.language
    yield "UR", source.url


def _date(day: CivilDate | None) -> str:
    return "" if day is None else f"{day.year:04d}/{day.month:02d}/{day.day:02d}/"
