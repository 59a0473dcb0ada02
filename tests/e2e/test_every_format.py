"""A folder with one file of every format is dropped onto the window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.e2e.every_format import every_format
from tests.e2e.walking import Key, Walk
from tests.window import Answers, OpenWindow
from timeline_app.documents import READERS
from timeline_app.domain import DateTrust
from timeline_app.ui.importing.rows import RowState

_ASKING = {"b.html", "d.csv", "q.xlsx"}  # a bundle and two tables
_DATED = {"a.bib", "c.json", "f.eml", "h.html", "j.mhtml", "n.txt", "o.ris", "r.rdf"}


def test_a_folder_with_one_file_of_every_format(
    qtbot: QtBot, answers: Answers, tmp_path: Path, open_window: OpenWindow
) -> None:
    walk = Walk(qtbot, answers, tmp_path, open_window, open_window())
    folder = tmp_path / "sources" / "2024"
    folder.mkdir(parents=True)
    files = every_format()
    assert set(files) == {type(reader) for reader in READERS}
    for name, data in files.values():
        (folder / name).write_bytes(data)
    (folder / "empty.pdf").touch()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    walk.drop_file(walk.window, folder.parent)

    imports = walk.window.imports
    imports.rows.flush()
    rows = {row.entry.name: row for row in imports.rows.rows}
    assert imports.panel.isVisible()
    assert set(rows) == {"empty.pdf", "photo.jpg"} | {name for name, _ in files.values()}
    failed = {name: row.note for name, row in rows.items() if row.state is RowState.FAILED}
    assert set(failed) == {"empty.pdf", "photo.jpg"}
    assert all(note.startswith(f"“{name}”") for name, note in failed.items())
    assert {name for name, row in rows.items() if row.state is RowState.ASKS} == _ASKING

    added = {name: row for name, row in rows.items() if row.state is RowState.ADDED}
    assert len(added) == len(files) - len(_ASKING)
    assert all(row.title.startswith("Bridge of ") for row in added.values())
    assert all((row.words or 0) > 30 and row.proposals for row in added.values())
    dated = {name for name, row in added.items() if row.trust is DateTrust.FOUND}
    assert dated == _DATED
    assert {row.date for name, row in added.items() if name in dated} == {"Tue 29 Oct 2024"}
    assert len(walk.stored().articles) == len(added)

    imports.show()
    walk.press(Key.Key_End)
    walk.press(Key.Key_Home)
    walk.press(Key.Key_Return)
    assert walk.window.model.current_article == imports.rows.rows[0].article_id
