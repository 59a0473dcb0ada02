"""The rows of the import list follow what becomes of the entries."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.documents import FileBytes
from timeline_app.domain import Article, hash_text
from timeline_app.services.project import Project
from timeline_app.ui.importing.entries import Entry, Offered, Outcome
from timeline_app.ui.importing.model import ImportModel
from timeline_app.ui.importing.progress_line import Tally
from timeline_app.ui.importing.rows import RowState, size_in_words

_PROJECT = Project()
_FILE = FileBytes("f.txt", b"A text.")
_COPY = Offered(
    Article(0, "Title", "A text.", (), content_hash=hash_text("A text.")), (), "Other", 7, 0.9
)


@pytest.fixture
def rows(qapp: object) -> ImportModel:
    model = ImportModel()
    model.begin([Entry(key, f"{key}.txt", f"/x/{key}.txt") for key in range(1, 4)])
    return model


def _states(model: ImportModel) -> list[RowState]:
    model.flush()
    return [row.state for row in model.rows]


def test_many_changes_are_shown_at_once(rows: ImportModel, qtbot: QtBot) -> None:
    rows.show_reading(1)
    rows.show_outcome(1, Outcome(failure="It is empty."), _PROJECT)
    rows.show_outcome(2, Outcome(is_cancelled=True), _PROJECT)
    assert {row.state for row in rows.rows} == {RowState.WAITING}
    with qtbot.waitSignal(rows.dataChanged) as shown:
        pass
    assert [index.row() for index in (shown.args or [])[:2]] == [0, 1]
    assert _states(rows) == [RowState.FAILED, RowState.CANCELLED, RowState.WAITING]
    tally = Tally.of(rows.rows)
    assert (tally.done, tally.total) == (2, 3)
    assert tally.in_words == "2 of 3 files read  ·  1 failed  ·  1 cancelled"


def test_what_was_taken_is_offered_no_more(rows: ImportModel) -> None:
    outcome = Outcome(offered=(_COPY,), attachments=(_FILE,))
    rows.show_outcome(2, outcome, _PROJECT)
    asks, present = RowState.ASKS, RowState.PRESENT
    assert _states(rows) == [RowState.WAITING, present, asks, RowState.WAITING]
    rows.show_taken(rows.rows[2], "Added.", _PROJECT)
    rows.show_outcome(2, outcome, _PROJECT)
    assert _states(rows)[1:3] == [present, RowState.ADDED]
    rows.show_reading(2)
    assert _states(rows) == [RowState.WAITING, RowState.READING, RowState.WAITING]


def test_a_row_as_text_names_file_state_and_reason(rows: ImportModel) -> None:
    rows.show_outcome(1, Outcome(failure="“1.txt” is empty."), _PROJECT)
    rows.flush()
    assert rows.rows[0].as_text == "/x/1.txt\tFailed\t“1.txt” is empty."


@pytest.mark.parametrize(
    ("count", "words"), [(7, "7 bytes"), (12_300, "12 kB"), (3_400_000, "3.4 MB")]
)
def test_sizes_are_told_as_people_read_them(count: int, words: str) -> None:
    assert size_in_words(count) == words
