"""Tables are added on the command line with the mapping that is guessed, which is told."""

from __future__ import annotations

from pathlib import Path

from click.testing import Result

from tests.cli.running import run
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services.library import Library

_ROWS = "Date,Event,Colour\n05/11/2024,Ferry starts,red\n2024-10-29,Bridge closed,blue\n"


def _import(folder: Path, text: str, *options: str) -> Result:
    (folder / "events.csv").write_text(text, encoding="utf-8")
    project, table = folder / "new.timeline", folder / "events.csv"
    return run("import", project, table, *options)


def _dates(folder: Path) -> list[str]:
    library = Library.open(folder / "new.timeline")
    events = library.project.chronological()
    library.close()
    return [write_edtf(event.span) for event in events if event.span]


def test_the_columns_and_the_rows_that_wait_are_told(tmp_path: Path) -> None:
    result = _import(tmp_path, _ROWS)

    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        (
            "events.csv: “Date” is read as date (05/11/2024 may have day or month first); "
            "“Event” is read as title; “Colour” is passed over."
        ),
        "events.csv: Row 2: “05/11/2024” may have day or month first.",
        "events.csv: say which with --day-first or --month-first.",
        "Added 1 event.",
    ]
    assert _dates(tmp_path) == ["2024-10-29"]


def test_an_option_says_what_the_dates_do_not(tmp_path: Path) -> None:
    result = _import(tmp_path, _ROWS, "--month-first")

    assert result.stderr.endswith("Added 2 events.\n")
    assert _dates(tmp_path) == ["2024-05-11", "2024-10-29"]


def test_a_table_without_dates_ends_with_one_line(tmp_path: Path) -> None:
    result = _import(tmp_path, "Name,Colour\nAnna,red\n")

    assert result.exit_code == 1
    assert "Error: No column of “events.csv” is known to hold dates." in result.stderr


def test_no_events_are_looked_for_in_a_table(tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    table.write_text(_ROWS, encoding="utf-8")

    result = run("extract", table)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "“events.csv” holds no article" in result.stderr
