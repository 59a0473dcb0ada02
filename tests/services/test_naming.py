"""People, places and organisations go by one name each, whatever the articles call them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import open_sample, proposal, sample_article
from timeline_app.domain import NameKind, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.services import naming, review
from timeline_app.services.finding import HitKind, find
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.naming import SameName
from timeline_app.services.publishing import build_publication

_PERSON = NameKind.PERSON


def _add(library: Library, number: int, *people: str) -> int:
    """An article with one event in which these people are named; the id of the event."""
    text = f"It happened on day {number}."
    made = replace(proposal(text, text=text), people=people)
    article_id = add_article(library, sample_article(text, f"Day {number}"), [made])
    return library.project.events_of_article(article_id)[0].id


@pytest.fixture
def event_ids(library: Library) -> list[int]:
    return [
        _add(library, 1, "Vladimir Putin"),
        _add(library, 2, "Putin", "Xi Jinping"),
        _add(library, 3, "Russian President Vladimir Putin"),
    ]


def _shown(library: Library, event_id: int) -> tuple[str, ...]:
    return library.project.shown(library.project.events[event_id]).people


def test_forms_of_one_name_are_proposed_to_be_one(library: Library, event_ids: list[int]) -> None:
    assert naming.same_names(library.project, _PERSON) == [
        SameName(_PERSON, "Putin", "Vladimir Putin"),
        SameName(_PERSON, "Russian President Vladimir Putin", "Vladimir Putin"),
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (_PERSON, ("Smith", "Anna Smith", "John Smith")),
        (_PERSON, ("Vladimir", "Vladimir Putin")),
        (NameKind.PLACE, ("York", "New York")),
        (NameKind.ORGANISATION, ("UN", "United States")),
    ],
)
def test_what_may_be_another_is_not_proposed(
    library: Library, kind: NameKind, names: tuple[str, ...]
) -> None:
    event_id = _add(library, 1)
    fields = {NameKind.PERSON: "people", NameKind.PLACE: "places"}
    review.set_names(library, event_id, **{fields.get(kind, "organisations"): names})
    assert naming.same_names(library.project, kind) == []


@pytest.mark.parametrize(
    ("short", "long"),
    [("NATO", "North Atlantic Treaty Organization"), ("Moscow times", "Moscow Times")],
)
def test_organisations_go_by_their_initials(library: Library, short: str, long: str) -> None:
    event_id = _add(library, 1)
    review.set_names(library, event_id, organisations=[short, long])
    [found] = naming.same_names(library.project, NameKind.ORGANISATION)
    assert (found.name, found.stands_for) == (short, long)


def test_merged_names_are_shown_as_one_everywhere(library: Library, event_ids: list[int]) -> None:
    names = ["Putin", "Russian President Vladimir Putin"]
    change = naming.merge_names(library, _PERSON, names, "Vladimir Putin")

    assert change.events == set(event_ids[1:])
    assert _shown(library, event_ids[1]) == ("Vladimir Putin", "Xi Jinping")
    first = naming.named_in(library.project, _PERSON)[0]
    assert (first.name, first.others, first.events) == ("Vladimir Putin", tuple(names), 3)
    assert naming.same_names(library.project, _PERSON) == []
    late = _add(library, 4, "Putin")
    assert _shown(library, late) == ("Vladimir Putin",)
    kinds = [hit.kind for hit in find(library, "Vladimir Putin")]
    assert kinds == [HitKind.NAME, *[HitKind.EVENT] * 4]


def test_they_outlive_reopening_and_are_undone(library: Library, event_ids: list[int]) -> None:
    naming.merge_names(library, _PERSON, ["Putin"], "Vladimir Putin")
    folder = library.path.parent
    library.close()
    again = open_sample(folder)
    assert _shown(again, event_ids[1])[0] == "Vladimir Putin"
    again.undo()
    assert _shown(again, event_ids[1])[0] == "Putin"
    again.close()


def test_a_name_can_be_separated_again(library: Library, event_ids: list[int]) -> None:
    naming.merge_names(library, _PERSON, ["Putin"], "Vladimir Putin")
    naming.separate_name(library, _PERSON, "Putin")
    assert _shown(library, event_ids[1])[0] == "Putin"


def test_renaming_takes_other_names_along(library: Library, event_ids: list[int]) -> None:
    naming.merge_names(library, _PERSON, ["Putin"], "Vladimir Putin")
    naming.merge_names(library, _PERSON, ["Vladimir Putin"], "V. V. Putin")
    assert {_shown(library, each)[0] for each in event_ids[:2]} == {"V. V. Putin"}
    naming.merge_names(library, _PERSON, ["V. V. Putin"], "Vladimir Putin")
    assert {_shown(library, each)[0] for each in event_ids[:2]} == {"Vladimir Putin"}


def test_a_name_needs_letters(library: Library, event_ids: list[int]) -> None:
    with pytest.raises(UserError):
        naming.merge_names(library, _PERSON, ["Putin"], "  ")


def test_what_was_kept_apart_is_not_proposed_again(library: Library, event_ids: list[int]) -> None:
    first, second = naming.same_names(library.project, _PERSON)
    naming.keep_names_apart(library, first)
    assert naming.same_names(library.project, _PERSON) == [second]


def test_what_is_published_has_the_names_that_are_shown(
    library: Library, event_ids: list[int]
) -> None:
    naming.merge_names(library, _PERSON, ["Putin"], "Vladimir Putin")
    review.accept(library, event_ids[1])
    published = build_publication(
        library.project, project_name="a", today=CivilDate(2024, 11, 1), version="1"
    )
    assert published.events[0].people == ("Vladimir Putin", "Xi Jinping")
