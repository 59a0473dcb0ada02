"""Rows and domain values, one into the other and back without loss."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from timeline_app.domain import (
    Alias,
    Article,
    Certainty,
    DateOrigin,
    DayOrder,
    Event,
    Evidence,
    Factuality,
    NameKind,
    Origin,
    Participant,
    Preferences,
    Reading,
    Record,
    Relation,
    ReviewStatus,
    Role,
    Ruling,
    RulingKind,
    TextRange,
    WeekStart,
    hash_text,
)
from timeline_app.storage.provenance import (
    decode_candidates,
    decode_citation,
    decode_day,
    encode_candidates,
    encode_citation,
    encode_day,
)
from timeline_app.storage.spans import Row, decode_span, encode_span

_to_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes an encoder each time
# What an article of the formats before 4 has for the columns that it lacks.
_UNTRACED: Row = {"candidates": "[]", "pages": "[]", "citation": None, "original": ""}
# What an evidence of the formats before 3 has for the columns that it lacks.
_UNEXPLAINED: Row = {
    "clause_start": None,
    "clause_end": None,
    "participants": "[]",
    "source": "",
    "relation": Relation.WITHIN.value,
    "why": "[]",
    "salience": 0.5,
    "was_folded": 0,
}


# There are hundreds of thousands of these: to look one up takes a fifth of calling its class.
_STATUSES = {each.value: each for each in ReviewStatus}
_FACTUALITIES = {each.value: each for each in Factuality}
_CERTAINTIES = {each.value: each for each in Certainty}
_ORIGINS = {each.value: each for each in Origin}
_RELATIONS = {each.value: each for each in Relation}


class Table(StrEnum):
    """The tables that hold records, named as in the file."""

    ARTICLES = "articles"
    EVENTS = "events"
    EVIDENCE = "evidence"
    PREFERENCES = "preferences"
    RULINGS = "rulings"
    ALIASES = "aliases"


def table_of(record: Record) -> Table:
    """The table that holds a record."""
    match record:
        case Article():
            return Table.ARTICLES
        case Event():
            return Table.EVENTS
        case Evidence():
            return Table.EVIDENCE
        case Preferences():
            return Table.PREFERENCES
        case Ruling():
            return Table.RULINGS
        case Alias():
            return Table.ALIASES


def encode(record: Record) -> Row:
    """The row of a record; every value is text, a number or None."""
    match record:
        case Article():
            return _encode_article(record)
        case Event():
            return _encode_event(record)
        case Evidence():
            return _encode_evidence(record)
        case Preferences():
            return {
                "id": record.id,
                "week_start": record.week_start and record.week_start.value,
                "day_order": record.day_order and record.day_order.value,
            }
        case Ruling():
            subjects = json.dumps(record.subjects)
            return {"id": record.id, "kind": record.kind.value, "subjects": subjects}
        case Alias():
            return {
                "id": record.id,
                "kind": record.kind.value,
                "name": record.name,
                "stands_for": record.stands_for,
                "holds": int(record.holds),
            }


def decode(table: Table, row: Row) -> Record:
    """The record of a row; the inverse of `encode`."""
    match table:
        case Table.ARTICLES:
            return decode_article(row)
        case Table.EVENTS:
            return decode_event(row)
        case Table.EVIDENCE:
            return decode_evidence(row)
        case Table.PREFERENCES:
            return decode_preferences(row)
        case Table.RULINGS:
            return decode_ruling(row)
        case Table.ALIASES:
            return decode_alias(row)


def _encode_article(article: Article) -> Row:
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "text_sha256": hash_text(article.text),
        "body": json.dumps(article.body),
        "published": encode_day(article.published),
        "date_origin": article.date_origin.value,
        "is_date_confirmed": int(article.is_date_confirmed),
        "source": article.source,
        "author": article.author,
        "place": article.place,
        "url": article.url,
        "language": article.language,
        "added_at": article.added_at,
        "content_hash": article.content_hash,
        "candidates": encode_candidates(article.candidates),
        "pages": json.dumps(article.pages),
        "citation": encode_citation(article.citation),
        "original": article.original,
    }


def decode_article(row: Row) -> Article:
    """The article of a row of `articles`; the undo log may hold rows of the older formats.

    Raises ValueError when its text is not what was kept.
    """
    if hash_text(row["text"]) != row["text_sha256"]:
        raise ValueError("the text of the article has changed on the disk")
    return decode_unchecked_article(row)


def decode_unchecked_article(row: Row) -> Article:
    """The same, whatever its text is; the caller sees to it that the whole file is looked through.

    To look at the texts of 10,000 articles takes 0.1 s.
    """
    if "original" not in row:
        row = _UNTRACED | row
    return Article(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        body=tuple(TextRange(start, end) for start, end in json.loads(row["body"])),
        published=decode_day(row["published"]),
        date_origin=DateOrigin(row["date_origin"]),
        is_date_confirmed=bool(row["is_date_confirmed"]),
        source=row["source"],
        author=row["author"],
        place=row["place"],
        url=row["url"],
        language=row["language"],
        added_at=row["added_at"],
        content_hash=row["content_hash"],
        candidates=decode_candidates(row["candidates"]),
        pages=tuple(json.loads(row["pages"])) if row["pages"] != "[]" else (),
        citation=decode_citation(row["citation"]),
        original=row["original"],
    )


def _encode_event(event: Event) -> Row:
    return {
        "id": event.id,
        "title": event.title,
        **encode_span(event.span),
        "status": event.status.value,
        "factuality": event.factuality.value,
        "certainty": event.certainty.value,
        "people": _encode_names(event.people),
        "organisations": _encode_names(event.organisations),
        "places": _encode_names(event.places),
        "tags": _encode_names(event.tags),
        "note": event.note,
        "origin": event.origin.value,
        "is_date_edited": int(event.is_date_edited),
        "is_title_edited": int(event.is_title_edited),
        "times_deferred": event.times_deferred,
    }


def decode_status(value: str) -> ReviewStatus:
    """The status of an event as its column holds it."""
    return _STATUSES[value]


def decode_factuality(value: str) -> Factuality:
    """What the sources say of an event, as its column holds it."""
    return _FACTUALITIES[value]


def decode_certainty(value: str) -> Certainty:
    """How certain an event is, as its column holds it."""
    return _CERTAINTIES[value]


def decode_event(row: Row) -> Event:
    """The event of a row of `events`."""
    return Event(
        id=row["id"],
        title=row["title"],
        span=decode_span(row),
        status=decode_status(row["status"]),
        factuality=decode_factuality(row["factuality"]),
        certainty=decode_certainty(row["certainty"]),
        people=decode_names(row["people"]),
        organisations=decode_names(row["organisations"]),
        places=decode_names(row["places"]),
        tags=decode_names(row["tags"]),
        note=row["note"],
        origin=_ORIGINS[row["origin"]],
        is_date_edited=bool(row["is_date_edited"]),
        is_title_edited=bool(row["is_title_edited"]),
        times_deferred=row["times_deferred"],
    )


def _encode_evidence(evidence: Evidence) -> Row:
    trigger = evidence.trigger or (None, None)
    expression = evidence.expression or (None, None)
    clause = evidence.clause or (None, None)
    return {
        "id": evidence.id,
        "event_id": evidence.event_id,
        "article_id": evidence.article_id,
        "quote_start": evidence.quote_range.start,
        "quote_end": evidence.quote_range.end,
        "quote": evidence.quote,
        "trigger_start": trigger[0],
        "trigger_end": trigger[1],
        "expression_start": expression[0],
        "expression_end": expression[1],
        "rule": evidence.rule,
        "reason": evidence.reason,
        "readings": _encode_readings(evidence.readings),
        "chosen": evidence.chosen,
        "clause_start": clause[0],
        "clause_end": clause[1],
        "participants": _encode_participants(evidence.participants),
        "source": evidence.source,
        "relation": evidence.relation.value,
        "why": _encode_names(evidence.why),
        "salience": evidence.salience,
        "was_folded": int(evidence.was_folded),
    }


def decode_evidence(row: Row) -> Evidence:
    """The evidence of a row of `evidence`; the undo log may hold rows of the older formats."""
    if "was_folded" not in row:
        row = _UNEXPLAINED | row
    return Evidence(
        id=row["id"],
        event_id=row["event_id"],
        article_id=row["article_id"],
        quote_range=TextRange(row["quote_start"], row["quote_end"]),
        quote=row["quote"],
        trigger=_range(row["trigger_start"], row["trigger_end"]),
        expression=_range(row["expression_start"], row["expression_end"]),
        rule=row["rule"],
        reason=row["reason"],
        readings=_decode_readings(row["readings"]),
        chosen=row["chosen"],
        clause=_range(row["clause_start"], row["clause_end"]),
        participants=_decode_participants(row["participants"]),
        source=row["source"],
        relation=_RELATIONS[row["relation"]],
        why=decode_names(row["why"]),
        salience=row["salience"],
        was_folded=bool(row["was_folded"]),
    )


def decode_preferences(row: Row) -> Preferences:
    """The preferences of the row of `preferences`."""
    week_start, day_order = row["week_start"], row["day_order"]
    return Preferences(
        row["id"],
        None if week_start is None else WeekStart(week_start),
        None if day_order is None else DayOrder(day_order),
    )


def decode_ruling(row: Row) -> Ruling:
    """The ruling of a row of `rulings`."""
    return Ruling(row["id"], RulingKind(row["kind"]), tuple(json.loads(row["subjects"])))


def decode_alias(row: Row) -> Alias:
    """The alias of a row of `aliases`."""
    kind, holds = NameKind(row["kind"]), bool(row["holds"])
    return Alias(row["id"], kind, row["name"], row["stands_for"], holds)


def _range(start: int | None, end: int | None) -> TextRange | None:
    return None if start is None or end is None else TextRange(start, end)


def _encode_readings(readings: Sequence[Reading]) -> str:
    return _to_json([{"label": reading.label, **encode_span(reading.span)} for reading in readings])


def _decode_readings(text: str) -> tuple[Reading, ...]:
    if text == "[]":
        return ()
    rows: list[Row] = json.loads(text)
    spans = (decode_span(row) for row in rows)
    return tuple(
        Reading(span, row["label"])
        for span, row in zip(spans, rows, strict=True)
        if span is not None
    )


def _encode_participants(participants: Sequence[Participant]) -> str:
    return _to_json(
        [
            {"name": each.name, "role": each.role, "start": each.range.start, "end": each.range.end}
            for each in participants
        ]
    )


def _decode_participants(text: str) -> tuple[Participant, ...]:
    if text == "[]":
        return ()
    rows: list[Row] = json.loads(text)
    return tuple(
        Participant(row["name"], Role(row["role"]), TextRange(row["start"], row["end"]))
        for row in rows
    )


def _encode_names(names: Sequence[str]) -> str:
    return _to_json(names) if names else "[]"


@lru_cache(maxsize=10_000)  # the same people and places come again and again
def decode_names(text: str) -> tuple[str, ...]:
    """The names that a column of them holds."""
    return tuple(json.loads(text)) if text != "[]" else ()
