"""Projects as JSON come back equal; events of other programs are added in one step."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.exporters.hostile import publication
from tests.storage import values
from timeline_app.documents.event_files import event_reader_for
from timeline_app.documents.files import FileBytes
from timeline_app.domain import (
    UNWATCHED,
    Article,
    Change,
    Contents,
    Event,
    Evidence,
    Record,
    ReviewStatus,
    TextRange,
    UserError,
    hash_text,
)
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.exporters.registry import exporter_called
from timeline_app.resources import resource_path
from timeline_app.services.edits import additions
from timeline_app.services.event_files import is_foreign_timeline, read_event_file, take_events
from timeline_app.services.library import Library
from timeline_app.services.publishing import build_publication

_TEXT = "Putin held a summit last week."


@st.composite
def whole_projects(draw: st.DrawFn) -> Contents:
    """Records of every kind whose references hold."""
    articles = draw(st.lists(values.articles, max_size=3, unique_by=lambda a: a.id))
    events = draw(st.lists(values.events, min_size=1, max_size=3, unique_by=lambda e: e.id))
    taken = {a.id for a in articles} | {e.id for e in events}
    free = (number for number in range(2**41, 2**42))
    evidence = [
        _within(each, next(free), draw(st.sampled_from(articles)), draw(st.sampled_from(events)))
        for each in draw(st.lists(values.evidence, max_size=3))
        if articles
    ]
    if len(taken) < len(articles) + len(events):
        articles, evidence = [], []
    preferences = draw(st.lists(values.preferences, max_size=1))
    return Contents(
        tuple(sorted(articles, key=lambda a: a.id)),
        tuple(sorted(events, key=lambda e: e.id)),
        tuple(evidence),
        tuple(preferences),
    )


def _within(each: Evidence, id_: int, article: Article, event: Event) -> Evidence:
    nothing = TextRange(0, 0)
    return replace(
        each,
        id=id_,
        article_id=article.id,
        event_id=event.id,
        quote_range=nothing,
        trigger=None,
        expression=None,
        clause=None,
    )


def as_json(library_contents: Contents) -> bytes:
    exporter = exporter_called("json")
    assert exporter is not None
    stream = BytesIO()
    exporter.write(replace(publication(), contents=library_contents), stream, UNWATCHED)
    return stream.getvalue()


@settings(max_examples=60, deadline=None)
@given(whole_projects())
def test_what_is_written_as_json_is_read_as_it_was_and_fits_the_schema(contents: Contents) -> None:
    data = as_json(contents)
    file = FileBytes("x.json", data)
    reader = event_reader_for(file)
    assert reader is not None
    assert reader.read(file).contents == contents
    _SCHEMA.validate(json.loads(data))


_SCHEMA = Draft202012Validator(
    json.loads(resource_path("schemas", "timeline-app-project-1.json").read_text(encoding="utf-8"))
)


def _records() -> tuple[Record, ...]:
    article = Article(
        1,
        "A summit",
        _TEXT,
        (TextRange(0, len(_TEXT)),),
        CivilDate(2024, 10, 29),
        content_hash=hash_text(_TEXT),
    )
    return (
        article,
        Event(
            2,
            "Summit",
            parse_edtf("[2024-10-21..2024-10-27]"),
            ReviewStatus.ACCEPTED,
            tags=("talks",),
            note="A note",
        ),
        Evidence(3, 2, 1, TextRange(0, len(_TEXT)), _TEXT),
        Event(4, "Doubt", None),
        Evidence(5, 4, 1, TextRange(0, 5), _TEXT[:5]),
        Event(6, "Folded", None, ReviewStatus.FOLDED),
    )


@pytest.fixture
def filled(tmp_path: Path) -> Library:
    library = Library.open(tmp_path / "first.timeline")
    library.apply(Change("fill", additions(_records())))
    return library


def _export(library: Library, path: Path, key: str, *, is_whole: bool) -> Path:
    made = build_publication(
        library.project,
        project_name=library.path.name,
        today=CivilDate(2024, 11, 14),
        version="0",
        is_whole=is_whole,
    )
    exporter = exporter_called(key)
    assert exporter is not None
    with path.open("wb") as file:
        exporter.write(made, file, UNWATCHED)
    return path


def _all(library: Library) -> list[Record]:
    project = library.project
    return [*project.articles.values(), *project.events.values(), *project.evidence.values()]


def test_a_whole_project_comes_back_equal_and_is_taken_back_in_one_step(
    filled: Library, tmp_path: Path
) -> None:
    path = _export(filled, tmp_path / "whole.json", "json", is_whole=True)
    other = Library.open(tmp_path / "second.timeline")
    read = read_event_file(path)
    assert read is not None
    taken = take_events(other, read, path.name)
    assert taken.in_words == "Added 3 events and 1 article"
    assert _all(other) == _all(filled)
    other.undo()
    assert _all(other) == []
    other.close()
    filled.close()


def test_what_is_accepted_alone_leaves_out_the_rest(filled: Library, tmp_path: Path) -> None:
    path = _export(filled, tmp_path / "accepted.json", "json", is_whole=False)
    whole = json.loads(path.read_bytes())
    assert [event["title"] for event in whole["events"]] == ["Summit"]
    assert [each["id"] for each in whole["evidence"]] == [3]
    filled.close()


def test_a_project_is_added_to_one_that_has_the_same_article(
    filled: Library, tmp_path: Path
) -> None:
    path = _export(filled, tmp_path / "whole.json", "json", is_whole=True)
    before = len(_all(filled))
    read = read_event_file(path)
    assert read is not None
    assert take_events(filled, read, path.name).in_words == "Added 3 events"
    assert len(filled.project.articles) == 1
    assert len(filled.project.evidence_of_article(1)) == 4
    filled.undo()
    assert len(_all(filled)) == before
    filled.close()


def test_events_of_other_programs_are_accepted_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "x.mw"
    path.write_text("2024-10-29: Summit #talks\n2024: Another\n", encoding="utf-8")
    library = Library.open(tmp_path / "new.timeline")
    read = read_event_file(path)
    assert read is not None
    assert take_events(library, read, path.name).events == 2
    events = library.project.chronological(ReviewStatus.ACCEPTED)
    assert [(event.title, event.tags) for event in events] == [
        ("Another", ()),
        ("Summit", ("talks",)),
    ]
    assert library.undo_label == "add the events of “x.mw”"
    library.undo()
    assert _all(library) == []
    library.close()


def test_a_file_without_events_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.mw"
    path.write_text("title: Nothing\n", encoding="utf-8")
    library = Library.open(tmp_path / "new.timeline")
    read = read_event_file(path)
    assert read is not None
    with pytest.raises(UserError, match="holds no events"):
        take_events(library, read, path.name)
    assert library.undo_label is None
    library.close()


def test_files_of_the_same_suffix_are_told_apart_by_their_first_bytes(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.timeline", tmp_path / "theirs.timeline"
    Library.open(ours).close()
    theirs.write_text("<?xml version='1.0'?>\n<timeline></timeline>", encoding="utf-8")
    assert not is_foreign_timeline(ours)
    assert is_foreign_timeline(theirs)
    assert read_event_file(ours) is None
    assert not is_foreign_timeline(tmp_path / "none.timeline")
