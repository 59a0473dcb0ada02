"""Events as short texts for the clipboard: plain, as a table in HTML, and as JSON."""

from __future__ import annotations

import json
from html import escape

from timeline_app.exporters.publication import Publication, PublishedEvent
from timeline_app.exporters.table_columns import HEADINGS, TableRows

_SHOWN = ("Date", "Title", "Quote", "Source")


def as_text(publication: Publication) -> str:
    """A line for each event: its date, its title, and every quote with its source."""
    return "\n".join(map(_line, publication.events))


def as_html_table(publication: Publication) -> str:
    """The main columns as a table; nothing in the texts is markup."""
    rows, columns = TableRows.of(publication), [HEADINGS.index(name) for name in _SHOWN]
    head = "".join(f"<th>{name}</th>" for name in _SHOWN)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cells[column])}</td>' for column in columns)}</tr>"
        for cells in map(rows.row, publication.events)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def as_json(publication: Publication) -> str:
    """A list of objects with all columns of the tables, empty ones left out."""
    rows = TableRows.of(publication)
    objects = [
        {name: cell for name, cell in zip(HEADINGS, rows.row(event), strict=True) if cell}
        for event in publication.events
    ]
    return json.dumps(objects, ensure_ascii=False, indent=1)


def _line(event: PublishedEvent) -> str:
    quotes = "".join(f" “{each.quote}” ({each.article_name})" for each in event.citations)
    return " ".join(f"{event.when}: {event.title}.{quotes}".split())
