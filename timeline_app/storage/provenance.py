"""Where an article comes from, as values of one column: its possible days, its citation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from timeline_app.domain import Citation, DateCandidate, DateOrigin
from timeline_app.domain.plain import day_as_text, day_of_text
from timeline_app.domain.time import CivilDate
from timeline_app.storage.spans import Row


def encode_day(day: CivilDate | None) -> str | None:
    """A day in ISO 8601, with a minus sign before the years before 0000."""
    return None if day is None else day_as_text(day)


def decode_day(text: str | None) -> CivilDate | None:
    """The inverse of `encode_day`."""
    return None if text is None else day_of_text(text)


def encode_candidates(candidates: Sequence[DateCandidate]) -> str:
    """The possible days of publication, in their order, as JSON."""
    return json.dumps([_candidate_row(each) for each in candidates], ensure_ascii=False)


def decode_candidates(text: str) -> tuple[DateCandidate, ...]:
    """The inverse of `encode_candidates`."""
    return tuple(map(_candidate, json.loads(text))) if text != "[]" else ()


def encode_citation(citation: Citation | None) -> str | None:
    """A citation as JSON; the fields that say nothing are left out."""
    if citation is None:
        return None
    fields = asdict(citation) | {"accessed": encode_day(citation.accessed)}
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False)


def decode_citation(text: str | None) -> Citation | None:
    """The inverse of `encode_citation`."""
    if text is None:
        return None
    fields: Row = json.loads(text)
    authors, accessed = fields.pop("authors", ()), fields.pop("accessed", None)
    return Citation(**fields, authors=tuple(authors), accessed=decode_day(accessed))


def _candidate_row(candidate: DateCandidate) -> Row:
    return {
        "day": encode_day(candidate.day),
        "origin": candidate.origin.value,
        "where": candidate.where,
        "written": candidate.written,
        "other_day": encode_day(candidate.other_day),
        "doubt": candidate.doubt,
    }


def _candidate(row: Row) -> DateCandidate:
    day = decode_day(row["day"])
    if day is None:
        raise ValueError("a possible day of publication is empty")
    return DateCandidate(
        day,
        DateOrigin(row["origin"]),
        row["where"],
        row["written"],
        decode_day(row["other_day"]),
        row["doubt"],
    )
