"""Every decision is one step, with a label that completes "Undo …"."""

from __future__ import annotations

import pytest

from tests.services.sample_project import TEXT, day, folded_proposal, sample_article
from timeline_app.domain import (
    Certainty,
    ChangeSet,
    Event,
    Evidence,
    Factuality,
    Origin,
    ReviewStatus,
    TextRange,
    UserError,
)
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library


@pytest.fixture
def first(library: Library, article_id: int) -> int:
    """The first proposal: two readings, the first in use."""
    return library.project.queue(article_id)[0].id


def _event(library: Library, event_id: int) -> Event:
    return library.project.events[event_id]


def _evidence(library: Library, event_id: int) -> Evidence:
    return library.project.evidence_of_event(event_id)[0]


def test_accepting_rejecting_and_reopening_are_one_step_each(library: Library, first: int) -> None:
    touched = review.accept(library, first)
    assert touched == ChangeSet(events=frozenset({first}))
    assert _event(library, first).status is ReviewStatus.ACCEPTED
    assert library.undo_label == "accept “Putin held a summit last week”"
    review.reject(library, first)
    assert _event(library, first).status is ReviewStatus.REJECTED
    review.reopen(library, first)
    assert _event(library, first).status is ReviewStatus.PROPOSED
    assert library.undo_label == "reopen “Putin held a summit last week”"
    for _ in range(3):
        library.undo()
    assert library.undo_label == "add “The summit”"


def test_several_events_are_decided_in_one_step(library: Library, article_id: int) -> None:
    event_ids = [event.id for event in library.project.queue(article_id)]
    review.accept(library, event_ids[0])
    review.accept(library, *event_ids)
    assert library.undo_label == "accept 2 events"
    library.undo()
    assert library.project.counts(article_id).accepted == 1


def test_a_decision_that_stands_already_is_no_step(library: Library, first: int) -> None:
    review.accept(library, first)
    assert review.accept(library, first) == ChangeSet()
    assert review.accept(library) == ChangeSet()
    library.undo()
    assert _event(library, first).status is ReviewStatus.PROPOSED


def test_a_typed_date_is_the_researchers_own(library: Library, first: int) -> None:
    review.set_date(library, first, day(30))
    event = _event(library, first)
    assert event.span == day(30)
    assert event.is_date_edited
    assert _evidence(library, first).chosen is None
    assert library.undo_label == "change the date of “Putin held a summit last week”"


def test_typing_the_date_that_is_there_vouches_for_it(library: Library, first: int) -> None:
    review.set_date(library, first, _event(library, first).span)
    assert _event(library, first).is_date_edited


def test_taking_the_date_away(library: Library, first: int) -> None:
    review.set_date(library, first, None)
    assert _event(library, first).span is None
    assert _event(library, first).is_date_edited


def test_a_reading_is_no_edit_of_the_date(library: Library, first: int) -> None:
    review.set_date(library, first, day(30))
    review.choose_reading(library, first, 1)
    assert _event(library, first).span == day(22)
    assert not _event(library, first).is_date_edited
    assert _evidence(library, first).chosen == 1
    library.undo()
    assert _event(library, first).span == day(30)
    assert _evidence(library, first).chosen is None


def test_readings_go_round(library: Library, first: int) -> None:
    spans = []
    for step in (1, 1, -1, -1):
        review.next_reading(library, first, step)
        spans.append(_event(library, first).span)
    assert spans == [day(22), day(21), day(22), day(21)]


@pytest.mark.parametrize(("step", "number"), [(1, 21), (-1, 22)])
def test_after_a_typed_date_the_readings_begin_at_their_ends(
    library: Library, first: int, step: int, number: int
) -> None:
    review.set_date(library, first, day(30))
    review.next_reading(library, first, step)
    assert _event(library, first).span == day(number)


def test_without_readings_there_is_no_other_one(library: Library, article_id: int) -> None:
    undated = library.project.queue(article_id)[1].id
    assert review.next_reading(library, undated, 1) == ChangeSet()
    by_hand = review.add_event(library, "By hand", day(1))
    assert review.next_reading(library, by_hand, 1) == ChangeSet()
    with pytest.raises(IndexError):
        review.choose_reading(library, undated, 0)


def test_only_existing_readings_can_be_chosen(library: Library, first: int) -> None:
    for index in (-1, 2):
        with pytest.raises(IndexError):
            review.choose_reading(library, first, index)


def test_a_title_is_kept_on_one_line(library: Library, first: int) -> None:
    review.set_title(library, first, "  Putin \n met\ud800 Xi ")
    assert _event(library, first).title == "Putin met\ufffd Xi"
    assert _event(library, first).is_title_edited
    assert library.undo_label == "change the title of “Putin held a summit last week”"


def test_an_empty_title_is_refused(library: Library, first: int) -> None:
    for attempt in (
        lambda: review.set_title(library, first, " \n"),
        lambda: review.add_event(library, "", day(1)),
    ):
        with pytest.raises(UserError, match="at least one word"):
            attempt()


def test_typing_the_same_title_is_no_edit(library: Library, first: int) -> None:
    title = _event(library, first).title
    assert review.set_title(library, first, f" {title} ") == ChangeSet()
    assert not _event(library, first).is_title_edited


def test_a_long_title_is_cut_in_the_label(library: Library) -> None:
    review.add_event(library, "A title that goes on and on and never comes to an end", day(1))
    assert library.undo_label == "add “A title that goes on and on and never c…”"


def test_the_other_fields_are_set_one_by_one(library: Library, first: int) -> None:
    review.set_factuality(library, first, Factuality.SAID)
    review.set_certainty(library, first, Certainty.UNSURE)
    review.set_names(library, first, people=["Putin", " Xi  Jinping ", "", "Putin"])
    review.set_names(library, first, organisations=["BRICS"], places=["Kazan"])
    review.set_tags(library, first, ["war", "war"])
    review.set_note(library, first, " first line\nsecond line \0")
    event = _event(library, first)
    assert event.factuality is Factuality.SAID
    assert event.certainty is Certainty.UNSURE
    assert event.people == ("Putin", "Xi Jinping")
    assert event.organisations == ("BRICS",)
    assert event.places == ("Kazan",)
    assert event.tags == ("war",)
    assert event.note == "first line\nsecond line \ufffd"
    assert not event.is_date_edited
    assert not event.is_title_edited


def test_deleting_events_takes_their_evidence_along(library: Library, article_id: int) -> None:
    event_ids = [event.id for event in library.project.queue(article_id)]
    review.delete_events(library, event_ids[:2])
    assert library.undo_label == "delete 2 events"
    assert list(library.project.events) == event_ids[2:]
    assert len(library.project.evidence) == 1
    library.undo()
    assert [e.id for e in library.project.queue(article_id)] == event_ids
    assert review.delete_events(library, []) == ChangeSet()


def test_accepting_all_that_is_certain_leaves_the_rest(library: Library, article_id: int) -> None:
    first, undated, third = library.project.queue(article_id)
    review.set_certainty(library, third.id, Certainty.PROBABLE)
    review.accept_all_certain(library, article_id)
    statuses = [library.project.events[e.id].status for e in (first, undated, third)]
    assert [status.value for status in statuses] == ["accepted", "proposed", "proposed"]


def test_accepting_all_passes_over_what_is_folded(library: Library) -> None:
    article_id = add_article(library, sample_article(), [folded_proposal()])
    assert review.accept_all_certain(library, article_id) == ChangeSet()
    assert review.accept_all_dated(library) == ChangeSet()


def test_what_is_unfolded_waits_until_that_is_undone(library: Library) -> None:
    article_id = add_article(library, sample_article(), [folded_proposal()])
    (event,) = library.project.folded(article_id)
    review.unfold(library, event.id)
    assert library.undo_label == "unfold “Fall of Tsukuryne”"
    assert [each.id for each in library.project.queue(article_id)] == [event.id]
    assert library.project.counts().folded == 0
    library.undo()
    assert library.project.folded(article_id) == [event]
    review.accept(library, event.id)
    assert library.project.counts().accepted == 1


def test_accepting_all_that_has_a_date(library: Library, article_id: int) -> None:
    review.accept_all_dated(library)
    assert library.undo_label == "accept 2 events"
    assert library.project.counts(article_id).accepted == 2


def test_an_event_made_by_hand_is_accepted_and_stays_as_it_was_made(library: Library) -> None:
    event = _event(library, review.add_event(library, " The  truce ", None))
    assert event.title == "The truce"
    assert event.status is ReviewStatus.ACCEPTED
    assert event.origin is Origin.RESEARCHER
    assert event.is_date_edited
    assert event.is_title_edited


def test_an_event_made_by_hand_can_rest_on_a_quote(library: Library, article_id: int) -> None:
    passage = TextRange(0, 5)
    event_id = review.add_event(
        library, "Putin", day(3), article_id=article_id, quote_range=passage
    )
    evidence = _evidence(library, event_id)
    assert (evidence.article_id, evidence.quote_range) == (article_id, passage)
    assert evidence.quote == TEXT[:5]
    library.undo()
    assert event_id not in library.project.events
    assert evidence.id not in library.project.evidence
