"""Every edit goes through the library, and is on the disk when it returns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.sample_project import NOW, day, open_sample
from timeline_app.domain import Change, ChangeSet, Edit, Event
from timeline_app.services.library import Library


def _add(library: Library, title: str = "Event") -> Event:
    event = Event(library.new_id(), title, day(29))
    library.apply(Change(f"add {title}", (Edit(None, event),)))
    return event


def test_an_applied_change_shows_in_memory_and_after_reopening(
    library: Library, tmp_path: Path
) -> None:
    event = _add(library)
    assert library.project.events[event.id] == event
    library.close()
    reopened = open_sample(tmp_path)
    assert reopened.project.events == {event.id: event}
    assert reopened.saved_at == NOW
    assert reopened.undo_label == "add Event"
    reopened.close()


def test_listeners_hear_what_was_touched_until_they_unsubscribe(library: Library) -> None:
    heard: list[ChangeSet] = []
    unsubscribe = library.subscribe(heard.append)
    event = _add(library)
    touched = ChangeSet(events=frozenset({event.id}))
    library.undo()
    library.redo()
    assert heard == [touched, touched, touched]
    unsubscribe()
    unsubscribe()
    _add(library)
    assert len(heard) == 3


def test_a_change_that_changes_nothing_is_no_step(library: Library) -> None:
    event = _add(library)
    heard: list[ChangeSet] = []
    library.subscribe(heard.append)
    assert library.apply(Change("nothing", (Edit(event, replace(event)),))) == ChangeSet()
    assert heard == []
    assert library.undo_label == "add Event"


def test_undo_and_redo_say_what_they_touched_or_that_there_was_nothing(library: Library) -> None:
    assert library.undo() is None
    event = _add(library)
    assert library.redo() is None
    assert library.undo() == ChangeSet(events=frozenset({event.id}))
    assert library.project.events == {}
    assert library.redo_label == "add Event"
    library.redo()
    assert library.project.events == {event.id: event}


def test_memory_does_not_follow_a_change_that_could_not_be_saved(library: Library) -> None:
    event = _add(library)
    wrong = Edit(replace(event, title="Never stored"), replace(event, title="New"))
    with pytest.raises(RuntimeError):
        library.apply(Change("wrong", (Edit(None, Event(99, "Other", None)), wrong)))
    assert library.project.events == {event.id: event}


def test_ids_are_new_also_after_undo(library: Library) -> None:
    event = _add(library)
    library.undo()
    assert _add(library).id != event.id


def test_a_new_project_was_never_saved(library: Library) -> None:
    assert library.saved_at is None
    assert not library.is_read_only
    assert library.notice == ""


def test_settings_and_copies_go_to_the_file(library: Library, tmp_path: Path) -> None:
    library.write_setting("view", {"zoom": 2})
    assert library.read_setting("view") == {"zoom": 2}
    assert library.read_setting("none", 7) == 7
    _add(library)
    library.copy_to(tmp_path / "copy.timeline")
    copy = open_sample(tmp_path, "copy.timeline")
    assert copy.project.events == library.project.events
    assert copy.read_setting("view") == {"zoom": 2}
    copy.close()
