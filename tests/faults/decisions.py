"""Decisions to make in a project, one after the other.

Decision number n is always the same, so an undisturbed run tells what a project must hold after
any of them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from timeline_app.domain import (
    Article,
    Certainty,
    Factuality,
    Proposal,
    Reading,
    ReviewStatus,
    TextRange,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.services import review
from timeline_app.services.importing import add_article, delete_article
from timeline_app.services.library import Library
from timeline_app.storage import Original

_SENTENCE = "Putin held a summit in Kazan last week. "
_FIRST_DAY = CivilDate(2024, 10, 21)

IMPORT_AT = 37  # every decision of which it is a divisor imports an article


def open_library(path: Path) -> Library:
    """The project, under a clock that stands still."""
    return Library.open(path, now=lambda: datetime(2024, 10, 29, 12, tzinfo=UTC))


def decide(library: Library, number: int) -> None:
    """Make decision `number`."""
    event_ids = list(library.project.events)
    if not event_ids or number % IMPORT_AT == 0:
        _import(library, number)
        return
    event_id = event_ids[number * 7 % len(event_ids)]
    match number % 9:
        case 0:
            review.accept(library, *event_ids[:: number % 5 + 1])
        case 1:
            review.set_date(library, event_id, _day(number))
        case 2:
            review.next_reading(library, event_id, 1)
        case 3:
            review.add_event(library, f"Event {number}", _day(number))
        case 4:
            library.undo()
        case 5:
            library.undo()
        case 6:
            library.redo()
        case 7:
            review.set_note(library, event_id, f"Note {number}")
        case _:
            _remove(library, event_id, number)


def state(library: Library) -> object:
    """Everything a project holds, and where its undo log stands."""
    project = library.project
    return (
        dict(project.articles),
        dict(project.events),
        dict(project.evidence),
        library.undo_label,
        library.redo_label,
    )


def _remove(library: Library, event_id: int, number: int) -> None:
    articles = list(library.project.articles)
    if number % 4 == 0 and len(articles) > 1:
        delete_article(library, articles[0])
    elif library.project.events[event_id].status is ReviewStatus.PROPOSED:
        review.reject(library, event_id)
    else:
        review.delete_events(library, [event_id])


def _import(library: Library, number: int) -> None:
    text = f"Report {number}. " + _SENTENCE * 20
    article = Article(0, f"Report {number}", text, (TextRange(0, len(text)),), _FIRST_DAY)
    start = text.index(_SENTENCE)
    proposals = [_proposal(start + len(_SENTENCE) * i) for i in range(20)]
    add_article(library, article, proposals, Original.of(f"{number}.txt", text.encode()))


def _proposal(start: int) -> Proposal:
    return Proposal(
        title="Putin held a summit",
        span=_day(0),
        quote_range=TextRange(start, start + len(_SENTENCE) - 1),
        trigger=TextRange(start + 6, start + 10),
        expression=TextRange(start + 29, start + 38),
        factuality=Factuality.HAPPENED,
        certainty=Certainty.CERTAIN,
        rule="calendar week",
        reason="“last week” before the article’s date",
        readings=(Reading(_day(0), "Monday"), Reading(_day(1), "Tuesday")),
        people=("Putin",),
    )


def _day(number: int) -> TimeSpan:
    return TimeSpan.on(_FIRST_DAY.plus_days(number))
