"""The program in a shell: output for programs, sentences for people, exit codes for scripts."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import timeline_app
from tests.cli.running import run
from timeline_app.resources import seeds_path
from timeline_app.services.library import Library
from timeline_app.services.originals import original_of

_SEED = seeds_path("000_621c974184a7e2e5.txt")
_BOUNDS = {"earliest_start", "latest_start", "earliest_end", "latest_end"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(
        "A summit in Kazan\n\nKazan, October 29, 2024\n\n"
        "Putin held a summit with leaders from China and India last week. "
        "On 3 October 2024, Lloyd Austin arrived in Seoul.\n",
        encoding="utf-8",
    )
    return path


def test_version() -> None:
    result = run("--version")
    assert result.stdout == f"timeline-app {timeline_app.__version__}\n"
    assert result.exit_code == 0


def test_extract_prints_json_with_offsets_that_cut_out_the_quotes() -> None:
    result = run("extract", _SEED, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    article = found["article"]
    assert article["published"] == "2024-10-29"
    assert article["date_origin"] == "dateline"
    assert found["proposals"]
    for proposal in found["proposals"]:
        start, end = proposal["quote_start"], proposal["quote_end"]
        assert article["text"][start:end] == proposal["quote"]
        assert set(proposal["bounds"]) == _BOUNDS
        for passage in (proposal["expression"], proposal["trigger"]):
            if passage is not None:
                assert article["text"][passage["start"] : passage["end"]] == passage["text"]
    whens = {proposal["when"]: proposal for proposal in found["proposals"]}
    summit = whens["[2024-10-21..2024-10-27]"]
    assert summit["expression"]["text"] == "last week"
    assert summit["bounds"]["earliest_start"] == "2024-10-21"
    assert summit["bounds"]["latest_end"] == "2024-10-27"
    assert summit["readings"][0]["when"] == "[2024-10-21..2024-10-27]"
    assert summit["factuality"] == "happened"


def test_extract_prints_a_table_for_people(article: Path) -> None:
    result = run("extract", article)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["A summit in Kazan", "Tue 29 Oct 2024 (dateline)"]
    assert any(line.startswith("Sometime 21 – 27 Oct 2024") for line in lines)
    assert lines[-1].endswith("proposals")


def test_a_date_given_in_the_shell_goes_before_the_one_found(article: Path) -> None:
    result = run("extract", article, "--date", "2024-11-12", "--json")
    found = json.loads(result.stdout)
    assert found["article"]["published"] == "2024-11-12"
    assert found["article"]["date_origin"] == "typed"
    assert "[2024-11-04..2024-11-10]" in {p["when"] for p in found["proposals"]}


def test_weeks_and_dates_in_numbers_are_read_as_the_shell_says() -> None:
    text = (
        b"London, 29 October 2024\n\nPutin held a summit last week. "
        b"The treaty was signed on 05/06/2024.\n"
    )

    def whens(*options: str) -> list[str]:
        result = run("extract", "-", "--json", *options, stdin=text)
        return [proposal["when"] for proposal in json.loads(result.stdout)["proposals"]]

    assert whens() == ["[2024-10-21..2024-10-27]", "2024-06-05"]
    options = "--week-start", "sunday", "--month-first"
    assert whens(*options) == ["[2024-10-20..2024-10-26]", "2024-05-06"]
    assert whens("--day-first")[1] == "2024-06-05"


def test_extract_reads_standard_input_and_says_when_there_is_no_date() -> None:
    text = b"The summit\n\nPutin held a summit with leaders from China and India last week.\n"
    result = run("extract", "-", "--json", stdin=text)
    found = json.loads(result.stdout)
    assert found["article"]["published"] is None
    for proposal in found["proposals"]:
        assert proposal["when"] is None
        assert proposal["bounds"] == dict.fromkeys(_BOUNDS)
    assert "Give one with --date" in run("extract", "-", stdin=text).stdout


def test_dates_without_an_event_are_told_beside_the_output() -> None:
    alone = run("extract", "-", stdin=b"Mr Low, 3 March 2020. Ms High, 4 April 2021.\n")
    assert alone.stderr == "2 dates stand in sentences where no event was found.\n"
    assert alone.stdout.endswith("0 proposals\n")
    told = run("extract", "-", stdin=b"Putin met Xi in Kazan on 3 March 2020.\n")
    assert told.stderr == ""


@pytest.mark.parametrize("date", ["2024-13-01", "2024-02-30", "29.10.2024", "2024-10", "", "x"])
def test_a_date_that_is_no_day_is_wrong_usage(article: Path, date: str) -> None:
    result = run("extract", article, "--date", date)
    assert result.exit_code == 2
    assert "is not a day such as 2024-10-29" in result.stderr
    assert result.stdout == ""


def _bad_files(folder: Path) -> dict[str, Path]:
    empty, binary = folder / "empty.txt", folder / "picture.png"
    empty.touch()
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    project = folder / "other.timeline"
    project.touch()
    return {
        "missing": folder / "missing.txt",
        "empty": empty,
        "binary": binary,
        "folder": folder,
        "project": project,
    }


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "folder", "project"])
def test_a_file_without_an_article_ends_with_one_line(tmp_path: Path, kind: str) -> None:
    result = run("extract", _bad_files(tmp_path)[kind], "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [("extract",), ("import", "new.timeline")])
def test_what_was_not_read_as_it_stands_is_told_beside_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("damaged.txt").write_bytes(b"Kazan, October 29, 2024\n\nPutin met\x00 Xi last week.\n")
    result = run(*command, "damaged.txt")
    assert result.exit_code == 0
    assert "damaged.txt: 1 character" in result.stderr
    assert "damaged.txt:" not in result.stdout


def test_a_pdf_does_not_take_the_place_of_its_project(tmp_path: Path, article: Path) -> None:
    project = tmp_path / "new.timeline"
    run("import", project, article)
    before = project.read_bytes()
    result = run("export", project, "--pdf", project)
    assert result.exit_code == 1
    assert result.stderr == "Error: The file to write needs another name than the project itself.\n"
    assert project.read_bytes() == before


def test_import_makes_a_project_and_goes_on_after_a_bad_file(tmp_path: Path, article: Path) -> None:
    project = tmp_path / "new.timeline"
    missing = tmp_path / "missing.txt"
    result = run("import", project, missing, article, article, _SEED)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Error: There is no file “missing.txt” at this place." in result.stderr
    assert "Error: “A summit in Kazan” is already in the project." in result.stderr
    assert result.stderr.endswith("Added 2 articles; 2 files could not be added.\n")
    library = Library.open(project)
    assert next(iter(library.project.articles.values())).title == "A summit in Kazan"
    assert library.project.counts().proposed == library.project.counts().total > 2
    library.close()


def test_import_of_good_files_succeeds(tmp_path: Path, article: Path) -> None:
    result = run("import", tmp_path / "new.timeline", article)
    assert result.exit_code == 0
    assert result.stderr == "Added 1 article.\n"  # no bar where nobody watches


def test_a_wire_copy_is_not_imported_and_the_file_of_an_article_is_kept(tmp_path: Path) -> None:
    project, copy = tmp_path / "new.timeline", tmp_path / "wire.txt"
    copy.write_bytes(b"Another headline\n\n" + _SEED.read_bytes())
    result = run("import", project, _SEED, copy)
    assert result.exit_code == 1
    assert "% of it stands in" in result.stderr
    with closing(Library.open(project)) as library:
        [article] = library.project.articles.values()
        original = original_of(library, article)
    assert original is not None
    assert original.data == _SEED.read_bytes()


def test_import_into_something_else_changes_nothing(tmp_path: Path, article: Path) -> None:
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = other.read_bytes()
    result = run("import", other, article)
    assert result.exit_code == 1
    assert "is a database of another program" in result.stderr
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("import",), ("import", "p"), ("export", "p"), ("nonsense",)]
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage:")


def test_a_project_that_does_not_exist_cannot_be_exported(tmp_path: Path) -> None:
    result = run("export", tmp_path / "none.timeline", "--pdf", tmp_path / "out.pdf")
    assert result.exit_code == 1
    assert result.stderr == "Error: There is no project “none.timeline”.\n"
    assert list(tmp_path.glob("*.pdf")) == []
    assert not (tmp_path / "none.timeline").exists()


@pytest.mark.slow
def test_the_whole_way_in_processes_of_its_own(tmp_path: Path, article: Path) -> None:
    project, pdf = tmp_path / "way.timeline", tmp_path / "way.pdf"

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "timeline_app", *arguments],
            env={
                **os.environ,
                "PYTHONPATH": str(Path(timeline_app.__file__).parents[1]),
                "PYTHONIOENCODING": "ascii:backslashreplace",
            },
            check=False,
            capture_output=True,
            text=True,
        )

    assert run("import", project, article).returncode == 0
    nothing = run("export", project, "--pdf", pdf)
    assert nothing.returncode == 1
    assert "Nothing accepted yet" in nothing.stderr
    assert not pdf.exists()
    done = run("export", project, "--pdf", pdf, "--accept-all")
    assert (done.returncode, done.stdout) == (0, "")
    assert "as one step that can be undone" in done.stderr
    assert pdf.read_bytes().startswith(b"%PDF")
    library = Library.open(project)
    assert library.project.counts().proposed == 0
    assert library.undo_label is not None
    assert library.undo_label.startswith("accept")
    library.close()
    json.loads(run("extract", article, "--json").stdout)
