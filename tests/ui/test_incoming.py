"""What a drop or a paste brings."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from timeline_app.services.incoming import Incoming
from timeline_app.ui.shell.incoming import Arrival, arrival_of


def test_files_come_before_everything_else(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a.txt")])
    mime.setText("file:///a.txt")
    assert arrival_of(mime).texts == (Incoming("file", "/a.txt"),)


def test_a_folder_brings_the_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "in/a.html", ".hidden"):
        (tmp_path / name).write_text("x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    names = [Path(text.content).name for text in arrival_of(mime).texts]
    assert names == ["b.txt", "a.html"]


def test_one_project_is_opened() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/x/war.timeline")])
    assert arrival_of(mime) == Arrival(project=Path("/x/war.timeline"))
    assert arrival_of(mime).promise == "Drop to open war.timeline"


def test_a_link_alone_is_not_followed() -> None:
    mime = QMimeData()
    mime.setText("https://example.org/article")
    assert arrival_of(mime) == Arrival()
    assert arrival_of(mime).promise == ""


def test_an_empty_clipboard_brings_nothing() -> None:
    assert arrival_of(None) == Arrival()
    assert arrival_of(QMimeData()) == Arrival()


@pytest.mark.parametrize(
    "text",
    [
        "Date\tEvent\n2024-01-02\tTalks\n",
        "Date\tEvent\r\n2024-01-02\tTalks\r\n3 March\tEnd",
        'Date\tEvent\n2024-01-02\t"Talks\nand dinner"\n',
    ],
)
def test_rows_of_a_spreadsheet_are_a_table_whatever_else_it_gives(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml("<table><tr><td>Date</td></tr></table>")
    assert arrival_of(mime).texts == (Incoming("attachment", "pasted rows.tsv", text.encode()),)


@pytest.mark.parametrize(
    "text",
    [
        "\tThe council voted on Monday.\nEngineers had warned for years.",
        "Date\tEvent",
        "a\tb\nc\td\te\n",
        "a\tb\n" + "c\t" + "x" * 200_000,
    ],
)
@pytest.mark.parametrize("allowed", [131_072, 10_000_000], ids=["as usual", "as others set it"])
def test_a_text_with_tabs_is_a_text(text: str, allowed: int) -> None:
    before = csv.field_size_limit(allowed)
    mime = QMimeData()
    mime.setText(text)
    try:
        assert arrival_of(mime).texts == (Incoming("text", text),)
    finally:
        csv.field_size_limit(before)
