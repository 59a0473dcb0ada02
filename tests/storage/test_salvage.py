"""What can be read of a damaged project comes into a new one; the damaged one is left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.domain import (
    Article,
    Cancelled,
    Change,
    Contents,
    Edit,
    Event,
    Evidence,
    Preferences,
    Record,
    TextRange,
    UserError,
    WeekStart,
)
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.storage import Original, ProjectFile
from timeline_app.storage import salvage as salvaging
from timeline_app.storage.salvage import Salvaged, salvage

_AT = "2024-10-29T12:00:00+00:00"
_PAGE = 4096
_COUNT = 60
# The pages that hold the rows of articles, in their order.
_LEAVES = "SELECT pageno FROM dbstat WHERE name = 'articles' AND pagetype = 'leaf' ORDER BY path"


def _records() -> list[Record]:
    records: list[Record] = []
    for number in range(1, 3 * _COUNT, 3):
        text = f"War {number} began. " * 120
        day = CivilDate(2024, 10, 1).plus_days(number)
        records += [
            Article(number, f"Title {number}", text, (TextRange(0, len(text)),)),
            Event(number + 1, f"Event {number}", TimeSpan.on(day), people=("Clio",)),
            Evidence(number + 2, number + 1, number, TextRange(0, 5), text[:5]),
        ]
    return [*records, Preferences(week_start=WeekStart.SUNDAY)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project of 60 articles, each with an event."""
    path = tmp_path / "project.timeline"
    with closing(ProjectFile.open(path)) as file:
        change = Change("make", tuple(Edit(None, record) for record in _records()))
        file.commit(change, _AT, Original.of("war.txt", b"War began."))
    return path


def _salvaged(project: Path) -> tuple[Salvaged, Contents]:
    before = project.read_bytes()
    target = project.with_name("new.timeline")
    target.unlink(missing_ok=True)
    found = salvage(project, target)
    assert project.read_bytes() == before
    with closing(ProjectFile.open(target)) as file:
        contents = file.load()
        assert file.next_id() > max(record.id for record in contents.events)
        assert file.undo_label is None
    assert (found.articles, found.events) == (len(contents.articles), len(contents.events))
    return found, contents


def test_of_a_sound_project_everything_comes_over(project: Path) -> None:
    with closing(ProjectFile.open(project)) as file:
        whole = file.load()
    found, contents = _salvaged(project)
    assert contents == whole
    assert (found.left_out, found.changed_texts) == (0, [])
    with closing(ProjectFile.open(project.with_name("new.timeline"))) as file:
        assert file.measure_originals()[0] == 1


def test_a_page_that_cannot_be_read_costs_what_was_on_it_and_no_more(
    project: Path, tmp_path: Path
) -> None:
    ProjectFile.open(tmp_path / "empty.timeline").close()
    without_records = (tmp_path / "empty.timeline").stat().st_size // _PAGE
    whole = project.read_bytes()
    for page in range(without_records, len(whole) // _PAGE, 7):
        start = page * _PAGE
        project.write_bytes(whole[:start] + bytes(_PAGE) + whole[start + _PAGE :])
        _found, contents = _salvaged(project)
        assert len(contents.articles) >= _COUNT - 6
        known = {article.id for article in contents.articles}
        assert all(each.article_id in known for each in contents.evidence)


def test_of_a_file_that_was_cut_in_half_the_first_half_comes_over(project: Path) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[: len(whole) * 3 // 4])
    _found, contents = _salvaged(project)
    assert contents.articles or contents.events


def test_a_text_that_has_changed_comes_over_and_is_told(project: Path) -> None:
    whole = project.read_bytes()
    assert whole.count(b"War 31 began.") > 1
    project.write_bytes(whole.replace(b"War 31 began.", b"War 31 ended.", 1))
    found, contents = _salvaged(project)
    assert len(contents.articles) == _COUNT
    assert found.changed_texts == ["Title 31"]


def test_what_is_still_in_the_log_comes_over(project: Path, tmp_path: Path) -> None:
    (tmp_path / "killed").mkdir()
    killed = tmp_path / "killed" / project.name
    with closing(ProjectFile.open(project)) as file:
        file.commit(Change("add", (Edit(None, Event(500, "Late", None)),)), _AT)
        for end in ("", "-wal"):
            killed.with_name(killed.name + end).write_bytes(Path(f"{project}{end}").read_bytes())
    found = salvage(killed, tmp_path / "new.timeline")
    assert found.events == _COUNT + 1
    assert killed.with_name(f"{killed.name}-wal").exists()


def test_of_a_file_of_which_nothing_is_left_no_new_one_is_made(project: Path) -> None:
    project.write_bytes(project.read_bytes()[:100] + bytes(100_000))
    with pytest.raises(UserError, match=r"Nothing could be read|is damaged"):
        salvage(project, project.with_name("new.timeline"))
    assert not project.with_name("new.timeline").exists()


def test_rows_that_make_no_sense_are_left_out_and_counted(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE events SET status = 'dreamt' WHERE id = 2")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM articles WHERE id = 4")
        connection.commit()
    found, contents = _salvaged(project)
    assert found.left_out == 3, "the event, its evidence, and the evidence of the lost article"
    assert len(contents.events) == _COUNT - 1


def test_what_a_damaged_file_says_of_its_length_is_not_waited_for(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salvaging, "_MOST_ASKED", 2_000)
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE meta SET value = 9000000000000000000 WHERE key = 'next_id'")
        connection.commit()
        whole = project.read_bytes()
        pages = [page for (page,) in connection.execute(_LEAVES)]
    for page in (pages[1], pages[-1]):
        start = (page - 1) * _PAGE
        project.write_bytes(whole[:start] + bytes(_PAGE) + whole[start + _PAGE :])
        found = salvage(project, project.with_name("new.timeline"))
        assert _COUNT - 6 <= found.articles < _COUNT


def test_a_recovery_that_is_stopped_leaves_nothing(project: Path) -> None:
    class Stopped:
        """Stops at the second table."""

        def step(self, done: int, _total: int, _note: str = "") -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        salvage(project, project.with_name("new.timeline"), Stopped())
    assert [each.name for each in project.parent.iterdir()] == [project.name]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be copied"):
        salvage(tmp_path / "gone.timeline", tmp_path / "new.timeline")
