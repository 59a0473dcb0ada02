"""Two events of one passage, dates read the other way round, and what gave no event."""

from __future__ import annotations

import pytest

from timeline_app.domain import ChangeSet, DayOrder, Event, ReviewStatus
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.reading import find_proposals, read_pasted_text

HEAD = "The Gazette\n\nNovember 20, 2024\n\n"


def added(library: Library, text: str) -> int:
    """An article with what was found in it."""
    article = read_pasted_text(HEAD + text)
    return add_article(library, article, find_proposals(article))


def spans(library: Library, article_id: int) -> list[str]:
    events = library.project.events_of_article(article_id)
    return [str(event.span and event.span.earliest_start) for event in events]


def on(month: int, day: int) -> str:
    return str(CivilDate(2024, month, day).instant)


def only_event(library: Library, article_id: int) -> Event:
    (event,) = library.project.events_of_article(article_id, with_folded=False)
    return event


def test_all_dates_of_an_article_are_read_the_other_way_round_in_one_step(
    library: Library,
) -> None:
    text = "The minister resigned on 05/11/2024. The court ruled on 06/10/2024."
    article = added(library, text)
    before = spans(library, article)
    assert before == [on(5, 11), on(6, 10)]
    order = review.other_day_order(library.project, article)
    assert order is DayOrder.DAY_FIRST
    review.read_in_order(library, article, order)
    assert spans(library, article) == [on(11, 5), on(10, 6)]
    assert review.other_day_order(library.project, article) is DayOrder.MONTH_FIRST
    assert review.read_in_order(library, article, order) == ChangeSet(), "they are read so already"
    library.undo()
    assert spans(library, article) == before


def test_dates_that_the_researcher_set_stay(library: Library) -> None:
    article = added(library, "The minister resigned on 05/11/2024. The court ruled on 06/10/2024.")
    first, _second = library.project.events_of_article(article)
    review.set_date(library, first.id, TimeSpan.on(CivilDate(2024, 1, 1)))
    review.read_in_order(library, article, DayOrder.DAY_FIRST)
    assert spans(library, article) == [on(1, 1), on(10, 6)]


def test_other_dates_can_be_read_in_one_order_only(library: Library) -> None:
    article = added(library, "The minister resigned on 29/10/2024. The court ruled on 3 October.")
    assert review.other_day_order(library.project, article) is None
    assert review.read_in_order(library, article, DayOrder.MONTH_FIRST) == ChangeSet()


def test_the_second_event_of_a_passage_is_dated_by_its_other_time(library: Library) -> None:
    article = added(library, "The army took Homs on 3 November 2024 and Hama on 7 November 2024.")
    event = only_event(library, article)
    review.set_tags(library, event.id, ["war"])
    twin = library.project.events[review.split(library, event.id)]
    spans_of_both = {each.span.earliest_start for each in (event, twin) if each.span}
    assert spans_of_both == {CivilDate(2024, 11, day).instant for day in (3, 7)}
    assert (twin.title, twin.tags, twin.status) == (event.title, ("war",), ReviewStatus.PROPOSED)
    (evidence,) = library.project.evidence_of_event(twin.id)
    assert evidence.expression is not None
    text = library.project.articles[article].text
    assert evidence.expression.cut(text) in ("3 November 2024", "7 November 2024")
    assert library.undo_label == f"split “{event.title}”"
    library.undo()
    assert library.project.events_of_article(article, with_folded=False) == [
        library.project.events[event.id]
    ]


def test_without_another_time_the_second_event_has_the_same_date(library: Library) -> None:
    article = added(library, "The army took Homs on 3 November 2024.")
    event = only_event(library, article)
    twin = library.project.events[review.split(library, event.id)]
    assert twin.span == event.span


def test_an_event_without_evidence_is_split_too(library: Library) -> None:
    event = review.add_event(library, "Meeting", TimeSpan.on(CivilDate(2024, 1, 1)))
    twin = library.project.events[review.split(library, event)]
    assert (twin.title, twin.span) == ("Meeting", library.project.events[event].span)
    assert library.project.evidence_of_event(twin.id) == []


@pytest.mark.parametrize("is_used", [True, False])
def test_what_gave_no_event_is_told_with_and_without_a_time(
    library: Library, *, is_used: bool
) -> None:
    text = "The army took Homs on 3 November 2024. So far, so good. Prices had been lower in 2019."
    article = read_pasted_text(HEAD + text)
    proposals = find_proposals(article) if is_used else []
    article_id = add_article(library, article, proposals)
    stored = library.project.articles[article_id]
    sentences = review.read_sentences(stored)
    unread = review.unread_in(library.project, article_id, sentences)
    plain = [each.cut(stored.text) for each in unread.plain]
    timed = [each.cut(stored.text) for each in unread.timed]
    assert "So far, so good." in plain
    assert ("The army took Homs on 3 November 2024." in timed) is not is_used
