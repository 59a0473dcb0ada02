"""Every format from the shell, and files of events into a project."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import run
from timeline_app.domain import TextRange
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.rendering.drawn_formats import FORMATS
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.reading import read_pasted_text
from timeline_app.services.review import add_event


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "korea.timeline"
    with closing(Library.open(path)) as library:
        article = read_pasted_text("Kazan, 29 October 2024\n\nPutin held a summit last week.")
        article_id = add_article(library, article, ())
        date, quote = parse_edtf("[2024-10-21..2024-10-27]"), TextRange(24, 54)
        add_event(library, "A summit", date, article_id=article_id, quote_range=quote)
        add_event(library, "A vote", parse_edtf("2024-10-29"))
    return path


@pytest.mark.parametrize("exporter", FORMATS, ids=lambda exporter: exporter.key)
def test_every_format_is_chosen_by_the_suffix(
    project: Path, exporter: object, qapp: object
) -> None:
    target = project.with_name(f"out{exporter.suffix}")  # type: ignore[attr-defined]
    result = run("export", project, "--to", target)
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    assert target.stat().st_size > 0


def test_what_is_lost_is_told_before(project: Path) -> None:
    result = run("export", project, "--to", project.with_name("out.ics"))
    assert result.stderr.startswith("1 date is not known exactly")


def test_a_format_may_be_named(project: Path) -> None:
    target = project.with_name("out.data")
    assert run("export", project, "--to", target, "--format", "csv").exit_code == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfNumber,Title")


def test_a_picture_is_as_wide_as_wanted(project: Path, qapp: object) -> None:
    target = project.with_name("out.svg")
    assert run("export", project, "--to", target, "--width", "3000").exit_code == 0
    assert 'viewBox="0 0 3000 ' in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--to", "out.xyz"), "“out.xyz” names no format"),
        (("--to", "out.csv", "--format", "xyz"), "There is no format “xyz”"),
    ],
)
def test_an_unknown_format_is_told(project: Path, options: tuple[str, ...], sentence: str) -> None:
    result = run("export", project, *options)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "--format: pdf, html, docx" in result.stderr


def test_one_file_is_named(project: Path) -> None:
    assert run("export", project).exit_code == 2
    assert run("export", project, "--to", "a.csv", "--pdf", "a.pdf").exit_code == 2


def test_a_project_goes_through_json_and_events_come_from_elsewhere(project: Path) -> None:
    whole, events = project.with_name("whole.json"), project.with_name("more.mw")
    events.write_text("2024: Another\nafter !x 2 weeks: Relative\n", encoding="utf-8")
    assert run("export", project, "--to", whole, "--everything").exit_code == 0
    other = project.with_name("other.timeline")
    result = run("import", other, whole, events)
    assert result.exit_code == 0
    assert "Added 1 article and 3 events." in result.stderr
    assert "more.mw: 1 event has no date that can be read." in result.stderr
    with closing(Library.open(other)) as library:
        titles = [event.title for event in library.project.chronological()]
    assert titles == ["Another", "A summit", "A vote"]
    assert len(json.loads(whole.read_bytes())["events"]) == 2
