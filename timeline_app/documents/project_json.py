"""Reads whole projects from JSON, as `exporters.project_json` writes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvents
from timeline_app.domain import (
    Alias,
    Article,
    Contents,
    Event,
    Evidence,
    Preferences,
    Ruling,
    UserError,
)
from timeline_app.domain.plain import from_plain

_FORMAT, _VERSION = "timeline-app-project", 1
_HEAD = 4_096
_R = TypeVar("_R", Article, Event, Evidence, Preferences, Ruling, Alias)


class ProjectJsonReader:
    """Reads version 1."""

    def recognises(self, file: FileBytes) -> bool:
        """The name of the format stands near the beginning."""
        head = file.data[:_HEAD]
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _FORMAT.encode() in head

    def read(self, file: FileBytes) -> ReadEvents:
        """The records of the project, checked one by one and against each other."""
        try:
            whole = json.loads(file.data)
            version = whole.get("version") if whole.get("format") == _FORMAT else None
            contents = _checked(_contents(whole)) if version == _VERSION else None
        except (ValueError, AttributeError, RecursionError) as error:
            raise UserError(f"“{file.name}” is no project that can be read: {error}.") from error
        if contents is None:
            raise UserError(
                f"“{file.name}” is of version {str(version)[:20]} of its format, which is unknown "
                "here. A newer program may read it."
            )
        return ReadEvents(contents=contents)


def _contents(whole: dict[str, Any]) -> Contents:
    return Contents(
        _records(Article, whole, "articles"),
        _records(Event, whole, "events"),
        _records(Evidence, whole, "evidence"),
        _records(Preferences, whole, "preferences")[:1],
        _records(Ruling, whole, "rulings"),
        _records(Alias, whole, "aliases"),
    )


def _records(kind: type[_R], whole: dict[str, Any], name: str) -> tuple[_R, ...]:
    found = whole.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f"{name} is no list")  # noqa: TRY004 - it is the file that is wrong
    records = []
    for number, plain in enumerate(found, 1):
        try:
            records.append(from_plain(kind, plain))
        except ValueError as error:
            raise ValueError(f"{name}, number {number}: {error}") from error
    return tuple(sorted(records, key=lambda record: record.id))


def _checked(contents: Contents) -> Contents:
    """The same, if every id is given once and every reference leads somewhere."""
    articles = {article.id: article for article in contents.articles}
    events = {event.id for event in contents.events}
    _check_ids(contents)
    for each in contents.evidence:
        article = articles.get(each.article_id)
        if article is None or each.event_id not in events:
            raise ValueError(f"evidence {each.id} rests on an article or an event that is missing")
        ranges = (each.quote_range, each.trigger, each.expression, each.clause)
        if any(part is not None and part.end > len(article.text) for part in ranges):
            raise ValueError(f"evidence {each.id} lies beyond the end of its article")
    return contents


def _check_ids(contents: Contents) -> None:
    groups: tuple[Sequence[Article | Event | Evidence | Ruling | Alias], ...] = (
        contents.articles,
        contents.events,
        contents.evidence,
        contents.rulings,
        contents.aliases,
    )
    ids = [record.id for group in groups for record in group]
    if len(set(ids)) != len(ids) or min(ids, default=1) < 1:
        raise ValueError("an id is given twice, or is no positive number")
