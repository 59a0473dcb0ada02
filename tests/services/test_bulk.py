"""The same edit of many events is one step; events it does not change are left alone."""

from __future__ import annotations

import pytest

from timeline_app.domain import Certainty, Change, Edit, Event, Factuality
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services.library import Library
from timeline_app.services.review import bulk

IDS = (1, 2, 3)


@pytest.fixture
def three(library: Library) -> Library:
    events = (
        Event(1, "First", parse_edtf("2024-10-29"), people=("Putin",), places=("Kazan",)),
        Event(2, "Second", None, factuality=Factuality.SAID),
        Event(3, "Third", parse_edtf("2024-11"), tags=("war",)),
    )
    library.apply(Change("add", tuple(Edit(None, event) for event in events)))
    return library


def test_factuality_and_certainty(three: Library) -> None:
    touched = bulk.set_factuality_of_all(three, IDS, Factuality.SAID)
    assert touched.events == {1, 3}
    bulk.set_certainty_of_all(three, IDS, Certainty.UNSURE)
    events = three.project.events.values()
    assert {event.factuality for event in events} == {Factuality.SAID}
    assert {event.certainty for event in events} == {Certainty.UNSURE}
    three.undo()
    three.undo()
    assert three.project.events[1].factuality is Factuality.HAPPENED


def test_nothing_to_change_is_no_step(three: Library) -> None:
    label = three.undo_label
    assert not bulk.set_certainty_of_all(three, IDS, Certainty.CERTAIN).events
    assert not bulk.add_tags_to_all(three, IDS, [" "]).events
    assert three.undo_label == label


def test_tags_are_added_once(three: Library) -> None:
    bulk.add_tags_to_all(three, IDS, ["war", "north", "north"])
    assert [three.project.events[id_].tags for id_ in IDS] == [
        ("war", "north"),
        ("war", "north"),
        ("war", "north"),
    ]


@pytest.mark.parametrize("field", list(bulk.FillField))
def test_fill_down_takes_one_field_over(three: Library, field: bulk.FillField) -> None:
    bulk.fill_down(three, 1, IDS, field)
    source, target = three.project.events[1], three.project.events[2]
    taken = {
        bulk.FillField.DATE: target.span == source.span and target.is_date_edited,
        bulk.FillField.WHO: target.actors == source.actors,
        bulk.FillField.WHERE: target.places == source.places,
        bulk.FillField.STATUS: target.factuality == source.factuality,
    }
    assert taken == {key: key is field for key in taken}
    assert three.undo_label is not None
    assert three.undo_label.startswith("change the ")


def test_steps_survive_closing(three: Library) -> None:
    bulk.set_factuality_of_all(three, IDS, Factuality.PLANNED)
    path = three.path
    three.close()
    again = Library.open(path)
    assert {e.factuality for e in again.project.events.values()} == {Factuality.PLANNED}
    again.close()
