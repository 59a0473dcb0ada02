"""What was read otherwise for several dates is offered for the whole project."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.services.sample_project import open_sample
from timeline_app.domain import DayOrder, Preferences, WeekStart
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services import review
from timeline_app.services.corrections import Corrections
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.preferring import plan_preferences, planned
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import find_proposals, read_pasted_text

SUNDAY = WeekStart.SUNDAY


def told(library: Library, sentence: str, place: str = "MADRID") -> int:
    """The event of a sentence in an article of its own, of 29 October 2024."""
    text = f"The council\n\n{place}, October 29, 2024\n\n{sentence}\n"
    article = read_pasted_text(text)
    preferences = library.project.preferences
    found = find_proposals(article, preferences=preferences, proposers=Proposers())
    article_id = add_article(library, article, found)
    return library.project.events_of_article(article_id)[-1].id


def read_as(library: Library, event_id: int, label: str) -> None:
    evidence = library.project.dating_evidence(event_id)
    assert evidence is not None
    labels = [reading.label for reading in evidence.readings]
    review.choose_reading(library, event_id, labels.index(label))


@pytest.fixture
def events(library: Library) -> tuple[int, ...]:
    names = ("Warsaw", "Prague", "Vienna")
    return tuple(told(library, f"The council of {name} met last week.") for name in names)


@pytest.fixture
def corrections(library: Library) -> Corrections:
    found = Corrections(library)
    library.subscribe(found.follow)
    return found


def test_two_weeks_read_from_sunday_are_offered_for_all(
    library: Library, events: tuple[int, ...], corrections: Corrections
) -> None:
    read_as(library, events[0], SUNDAY.reading)
    assert corrections.offer(events[0]) is None, "one may be an exception"
    read_as(library, events[1], SUNDAY.reading)
    offer = corrections.offer(events[1])
    assert offer is not None
    assert offer.sentence == "You read 2 dates with weeks from Sunday."
    assert corrections.offer(events[2]) is None, "its date was not corrected"

    library.apply(planned(plan_preferences(library, offer.preferences)).change)
    assert library.project.preferences == Preferences(week_start=SUNDAY)
    spans = {library.project.events[each].span for each in events}
    assert {write_edtf(span) for span in spans if span} == {"[2024-10-20..2024-10-26]"}
    assert all(corrections.offer(each) is None for each in events)


def test_what_is_undone_counts_no_more(
    library: Library, events: tuple[int, ...], corrections: Corrections
) -> None:
    for event_id in events[:2]:
        read_as(library, event_id, SUNDAY.reading)
    library.undo()
    assert corrections.offer(events[0]) is None


def test_what_was_declined_is_not_offered_again(
    tmp_path: Path,
) -> None:
    with closing(open_sample(tmp_path)) as library:
        events = [
            told(library, f"The council of {name} met last week.") for name in ("Rome", "Oslo")
        ]
        for event_id in events:
            read_as(library, event_id, SUNDAY.reading)
        review.accept(library, *events)
        assert Corrections(library).offer(events[0]) is not None, "decisions of before count"
        Corrections(library).decline(SUNDAY)
    with closing(open_sample(tmp_path)) as library:
        assert Corrections(library).offer(events[0]) is None


def test_dates_with_the_day_first_are_offered_too(
    library: Library, corrections: Corrections
) -> None:
    events = [told(library, f"The council met on 0{day}/06/2023.") for day in (4, 5)]
    labels = {order.reading for order in DayOrder}
    for event_id in events:
        evidence = library.project.dating_evidence(event_id)
        assert evidence is not None
        assert labels <= {reading.label for reading in evidence.readings}
        review.choose_reading(library, event_id, 1)
    offer = corrections.offer(events[0])
    assert offer is not None
    assert offer.preferences.day_order is not None
    assert offer.sentence == f"You read 2 dates with the {offer.preferences.day_order}."


def test_nothing_is_offered_where_dates_were_read_both_ways(
    library: Library, events: tuple[int, ...], corrections: Corrections
) -> None:
    for event_id in events[:2]:
        read_as(library, event_id, SUNDAY.reading)
    american = told(library, "The council of Boston met last week.", "WASHINGTON")
    read_as(library, american, WeekStart.MONDAY.reading)
    assert corrections.offer(events[0]) is None


def test_a_reading_that_was_chosen_stays_when_the_order_of_readings_changes(
    library: Library, events: tuple[int, ...]
) -> None:
    read_as(library, events[0], SUNDAY.reading)
    read_as(library, events[1], "the seven days before")
    before = [library.project.events[each].span for each in events[:2]]
    library.apply(planned(plan_preferences(library, Preferences(week_start=SUNDAY))).change)
    assert [library.project.events[each].span for each in events[:2]] == before
    library.apply(planned(plan_preferences(library, Preferences())).change)
    assert library.project.events[events[1]].span == before[1]
