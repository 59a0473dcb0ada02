"""JSON: the whole project, and back. Version 1.

    {
      "format": "timeline-app-project", "version": 1,
      "title": …, "made_with": "Timeline App 0.1.0", "made_on": "2024-11-14",
      "preferences": [{…}],       at most one
      "articles": [{…}, …],       with text, dates, pages and citation
      "events": [{…}, …],         with status: accepted, proposed, folded or rejected
      "evidence": [{…}, …],       each with the ids of its event and its article
      "rulings": [{…}, …],        which events are not the same, which dates are left open
      "aliases": [{…}, …]         which names are of one person, organisation or place
    }

Every record has the fields that it has in the program (`timeline_app.domain`), by the rules of
`timeline_app.domain.plain`; `resources/schemas/timeline-app-project-1.json` is their JSON Schema.
A reader passes over fields that it does not know. Whatever would change the meaning of a field
raises the version.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from timeline_app.domain import Progress, Record
from timeline_app.domain.plain import day_as_text, to_plain
from timeline_app.exporters.exporter import watched
from timeline_app.exporters.losses import told
from timeline_app.exporters.publication import Publication

FORMAT, VERSION = "timeline-app-project", 1


class ProjectJsonExporter:
    """All records that a publication brings with it, one on a line."""

    key = "json"
    name = "Project, JSON"
    suffix = ".json"
    is_whole = True

    def losses(self, publication: Publication) -> list[str]:
        """It holds all records, but nothing that the project keeps beside them."""
        originals = any(article.original for article in publication.contents.articles)
        return told(
            "The steps that can be undone, and how the window was left, are not in it.",
            "The files that articles were read from are not in it." if originals else "",
        )

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write record by record."""
        made_on = publication.made_on
        head = {
            "format": FORMAT,
            "version": VERSION,
            "title": publication.title,
            "made_with": f"Timeline App {publication.version}",
            "made_on": None if made_on is None else day_as_text(made_on),
        }
        stream.write(json.dumps(head, ensure_ascii=False)[:-1].encode())
        contents = publication.contents
        _write_list(stream, "preferences", contents.preferences, progress)
        _write_list(stream, "articles", contents.articles, progress)
        _write_list(stream, "events", contents.events, progress)
        _write_list(stream, "evidence", contents.evidence, progress)
        _write_list(stream, "rulings", contents.rulings, progress)
        _write_list(stream, "aliases", contents.aliases, progress)
        stream.write(b"\n}\n")


def _write_list(stream: BinaryIO, name: str, records: Sequence[Record], progress: Progress) -> None:
    stream.write(f',\n"{name}": ['.encode())
    separator = b"\n"
    for record in watched(records, progress, "record"):
        stream.write(separator + json.dumps(to_plain(record), ensure_ascii=False).encode())
        separator = b",\n"
    stream.write(b"]")
