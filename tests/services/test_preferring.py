"""Laying down for the project how weeks and dates in numbers are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import open_sample, sample_article
from timeline_app.domain import DayOrder, Preferences, TextRange, WeekStart, hash_text
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.preferring import plan_preferences, planned
from timeline_app.services.reading import find_proposals, read_pasted_html
from timeline_app.services.redating import RedatingPlan

_TEXTS = (
    "Putin held a summit last week. The treaty was signed on 05/06/2024. Tsukuryne fell yesterday.",
    "Austin arrived last week.",
)
_SUNDAY = Preferences(week_start=WeekStart.SUNDAY)
_SUNDAY_AND_DAY_FIRST = replace(_SUNDAY, day_order=DayOrder.DAY_FIRST)


@pytest.fixture
def event_ids(library: Library) -> list[int]:
    """One event for each sentence of two articles."""
    ids = []
    for text in _TEXTS:
        article = replace(sample_article(text), content_hash=hash_text(text))
        article_id = add_article(library, article, [])
        for sentence in text.split(". "):
            start = text.index(sentence)
            selection = TextRange(start, start + len(sentence))
            ids.append(review.add_event_from_selection(library, article_id, selection))
    return ids


def _when(library: Library, event_ids: list[int]) -> list[str]:
    spans = [library.project.events[event_id].span for event_id in event_ids]
    return [write_edtf(span) for span in spans if span is not None]


def _plan(library: Library, preferences: Preferences) -> RedatingPlan:
    return planned(plan_preferences(library, preferences))


def test_all_articles_follow_in_one_step_and_undo_takes_all_back(
    library: Library, event_ids: list[int]
) -> None:
    before = _when(library, event_ids)
    assert before == [
        "[2024-10-21..2024-10-27]", "2024-05-06", "2024-10-28", "[2024-10-21..2024-10-27]"
    ]  # fmt: skip
    plan = _plan(library, _SUNDAY_AND_DAY_FIRST)
    assert plan.sentence == "3 dates follow"
    assert _when(library, event_ids) == before

    library.apply(plan.change)
    assert _when(library, event_ids) == [
        "[2024-10-20..2024-10-26]", "2024-06-05", "2024-10-28", "[2024-10-20..2024-10-26]"
    ]  # fmt: skip
    assert library.project.preferences == _SUNDAY_AND_DAY_FIRST

    library.undo()
    assert _when(library, event_ids) == before
    assert library.project.preferences == Preferences()


def test_a_date_that_the_researcher_has_set_stays(library: Library, event_ids: list[int]) -> None:
    review.set_date(library, event_ids[0], parse_edtf("2024-10-23"))
    plan = _plan(library, _SUNDAY)
    assert plan.sentence == "1 date follows, 1 you edited stays"
    library.apply(plan.change)
    assert _when(library, event_ids)[0] == "2024-10-23"


def test_the_same_settings_are_no_step(library: Library, event_ids: list[int]) -> None:
    assert _plan(library, Preferences()).change.edits == ()
    library.apply(_plan(library, _SUNDAY).change)
    assert _plan(library, _SUNDAY).change.edits == ()


def test_an_article_whose_region_says_the_same_is_left_alone(library: Library) -> None:
    article = replace(sample_article(_TEXTS[1]), language="en-US")
    article_id = add_article(library, article, find_proposals(article))
    (event,) = library.project.events_of_article(article_id)
    assert event.span is not None
    assert write_edtf(event.span) == "[2024-10-20..2024-10-26]"
    assert _plan(library, _SUNDAY).follows == 0
    assert _plan(library, Preferences(week_start=WeekStart.MONDAY)).follows == 1


def test_articles_that_are_added_later_are_read_by_the_settings(library: Library) -> None:
    library.apply(_plan(library, _SUNDAY).change)
    article = sample_article(_TEXTS[1])
    (found,) = find_proposals(article, preferences=library.project.preferences)
    assert found.span is not None
    assert write_edtf(found.span) == "[2024-10-20..2024-10-26]"


def test_the_settings_are_kept_with_the_project(library: Library, event_ids: list[int]) -> None:
    library.apply(_plan(library, _SUNDAY).change)
    folder, name = library.path.parent, library.path.name
    library.close()
    again = open_sample(folder, name)
    assert again.project.preferences == _SUNDAY
    assert again.undo_label == "change the settings"
    again.close()


def test_a_page_says_for_which_region_it_is() -> None:
    prose = "The ferry sank off the coast last week, and nobody was hurt. " * 12
    page = (
        "<html lang='en-GB'><head><title>Ferry sinks off Corva</title></head><body><article>"
        f"<h1>Ferry sinks off Corva</h1><p>{prose}</p></article></body></html>"
    )
    article = read_pasted_html(page)
    assert article.language == "en-GB"
    assert find_proposals(replace(article, published=CivilDate(2024, 10, 29)))
