"""Links between events, and the order of those that begin together."""

from __future__ import annotations

import pytest

from tests.services.sample_project import day
from timeline_app.domain import ChangeSet, RulingKind, UserError
from timeline_app.services import review
from timeline_app.services.library import Library


@pytest.fixture
def three(library: Library) -> tuple[int, int, int]:
    """Three events of one day, and a fourth of the day after."""
    ids = [review.add_event(library, title, day(2)) for title in ("Lunch", "Talks", "Dinner")]
    review.add_event(library, "Departure", day(3))
    return ids[0], ids[1], ids[2]


def told(library: Library, event_id: int) -> list[tuple[str, str]]:
    events = library.project.events
    links = review.links_of(library.project, event_id)
    return [(link.words, events[link.other].title) for link in links]


def titles(library: Library) -> list[str]:
    return [event.title for event in library.project.chronological()]


def test_a_link_is_told_from_both_sides(library: Library, three: tuple[int, int, int]) -> None:
    lunch, talks, dinner = three
    touched = review.link(library, lunch, RulingKind.CAUSES, talks)
    assert touched.events == {lunch, talks}, "views of both have to show it"
    review.link(library, talks, RulingKind.PART_OF, dinner)
    review.link(library, dinner, RulingKind.CONTRADICTS, lunch)
    assert told(library, lunch) == [("causes", "Talks"), ("contradicts", "Dinner")]
    assert told(library, talks) == [("caused by", "Lunch"), ("part of", "Dinner")]
    assert told(library, dinner) == [("includes", "Talks"), ("contradicts", "Lunch")]


def test_making_and_removing_a_link_are_one_step_each(
    library: Library, three: tuple[int, int, int]
) -> None:
    lunch, talks, _dinner = three
    review.link(library, lunch, RulingKind.BEFORE, talks)
    assert library.undo_label == "link “Lunch” to “Talks”"
    (link,) = review.links_of(library.project, lunch)
    review.unlink(library, link.ruling_id)
    assert told(library, lunch) == []
    assert library.undo_label == "unlink “Lunch” and “Talks”"
    library.undo()
    assert told(library, lunch) == [("before", "Talks")]


def test_what_is_linked_so_already_is_not_linked_again(
    library: Library, three: tuple[int, int, int]
) -> None:
    lunch, talks, dinner = three
    review.link(library, lunch, RulingKind.BEFORE, talks)
    assert review.link(library, lunch, RulingKind.BEFORE, talks) == ChangeSet()
    review.link(library, dinner, RulingKind.CONTRADICTS, lunch)
    assert review.link(library, lunch, RulingKind.CONTRADICTS, dinner) == ChangeSet()
    with pytest.raises(UserError, match="“Lunch” is linked as “before” “Talks” already"):
        review.link(library, talks, RulingKind.BEFORE, lunch)
    with pytest.raises(UserError, match="cannot be linked to itself"):
        review.link(library, talks, RulingKind.CAUSES, talks)


def test_events_of_one_day_stand_in_the_order_of_their_links(
    library: Library, three: tuple[int, int, int]
) -> None:
    lunch, talks, dinner = three
    assert titles(library) == ["Lunch", "Talks", "Dinner", "Departure"]
    review.link(library, dinner, RulingKind.BEFORE, lunch)
    assert titles(library) == ["Talks", "Dinner", "Lunch", "Departure"]
    review.link(library, lunch, RulingKind.BEFORE, talks)
    assert titles(library) == ["Dinner", "Lunch", "Talks", "Departure"]


def test_links_do_not_overrule_dates_and_circles_do_not_hang(
    library: Library, three: tuple[int, int, int]
) -> None:
    lunch, talks, dinner = three
    departure = library.project.chronological()[-1].id
    review.link(library, departure, RulingKind.BEFORE, lunch)
    assert titles(library)[-1] == "Departure"
    for one, other in ((lunch, talks), (talks, dinner), (dinner, lunch)):
        review.link(library, one, RulingKind.BEFORE, other)
    assert sorted(titles(library)) == ["Departure", "Dinner", "Lunch", "Talks"]


def test_links_of_merged_events_go_to_what_is_left(
    library: Library, three: tuple[int, int, int]
) -> None:
    lunch, talks, dinner = three
    review.link(library, lunch, RulingKind.BEFORE, dinner)
    review.link(library, talks, RulingKind.BEFORE, dinner)
    review.link(library, talks, RulingKind.CAUSES, lunch)
    kept = review.merge(library, lunch, talks)
    assert told(library, kept) == [("before", "Dinner")], "none to itself, none twice"
    library.undo()
    assert told(library, talks) == [("before", "Dinner"), ("causes", "Lunch")]


def test_links_to_what_is_deleted_are_not_told(
    library: Library, three: tuple[int, int, int]
) -> None:
    lunch, talks, _dinner = three
    review.link(library, lunch, RulingKind.BEFORE, talks)
    review.delete_events(library, [talks])
    assert told(library, lunch) == []
    library.undo()
    assert told(library, lunch) == [("before", "Talks")]


def test_links_outlive_reopening(library: Library, three: tuple[int, int, int]) -> None:
    lunch, talks, _dinner = three
    review.link(library, lunch, RulingKind.PART_OF, talks)
    library.close()
    again = Library.open(library.path)
    assert told(again, talks) == [("includes", "Lunch")]
    again.close()
