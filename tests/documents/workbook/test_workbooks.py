"""Workbooks of Excel: cells as they are shown, within limits, and nothing passed over unsaid."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from timeline_app.documents import FileBytes, ReadFile, read_content
from timeline_app.domain import UserError
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services.table_events import guess_mapping, read_rows


def _saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _book(fill: Callable[[Worksheet], None]) -> bytes:
    book = Workbook()
    assert book.active is not None
    fill(book.active)
    return _saved(book)


def _read(data: bytes, name: str = "events.xlsx") -> ReadFile:
    return read_content(FileBytes(name, data))


def _rows(data: bytes) -> tuple[tuple[str, ...], ...]:
    [table] = _read(data).tables
    return table.rows


def _with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return buffer.getvalue()


_SHEET = "xl/worksheets/sheet1.xml"


def _simple(sheet: Worksheet) -> None:
    sheet.append(["Date", "Event", "Number"])
    sheet.append([datetime(2024, 10, 29), "Bridge closed", 1.0])  # noqa: DTZ001
    sheet.append([datetime(2024, 11, 5, 14, 5), "Ferry starts", 2.5])  # noqa: DTZ001
    sheet.append([date(2024, 11, 6), None, time(9, 30)])


def test_cells_are_read_as_they_are_shown() -> None:
    [table] = _read(_book(_simple)).tables

    assert table.name == "events.xlsx"
    assert table.headings == ("Date", "Event", "Number")
    assert table.rows == (
        ("2024-10-29", "Bridge closed", "1"),
        ("2024-11-05 14:05", "Ferry starts", "2.5"),
        ("2024-11-06", "", "09:30:00"),
    )


def test_a_date_is_no_finer_than_the_sheet_shows_it() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Date", "Event"])
        for row, shown in enumerate(("yyyy", "mmm yyyy", 'yyyy"d"', "[$-407]d. mmmm yyyy"), 2):
            sheet.append([datetime(1914, 1, 1), "A"])  # noqa: DTZ001
            sheet.cell(row, 1).number_format = shown

    assert [row[0] for row in _rows(_book(fill))] == ["1914", "1914-01", "1914", "1914-01-01"]


def test_day_numbers_without_a_format_count_from_the_books_own_day() -> None:
    for epoch, number in ((None, 45_594), (CALENDAR_MAC_1904, 44_132)):
        book = Workbook()
        if epoch is not None:
            book.epoch = epoch
        sheet = book.active
        assert sheet is not None
        sheet.append(["Date", "Event"])
        sheet.append([number, "Bridge closed"])
        sheet.append([datetime(2024, 10, 30), "Ferry starts"])  # noqa: DTZ001
        [table] = _read(_saved(book)).tables

        events = read_rows(table, guess_mapping(table)).events

        assert [write_edtf(event.span) for event in events] == ["2024-10-29", "2024-10-30"]


def test_each_sheet_is_a_table_and_a_hidden_one_is_told_of() -> None:
    book = Workbook()
    for name in ("First", "Second", "Lists"):
        sheet = book.create_sheet(name)
        sheet.append(["Date", "Event"])
        sheet.append(["2024", name])
    book["Lists"].sheet_state = "hidden"

    read = _read(_saved(book))

    assert [table.name for table in read.tables] == ["events.xlsx, First", "events.xlsx, Second"]
    assert read.warnings == ("The hidden sheet “Lists” is not read.",)


def test_hidden_rows_are_read_and_told_of() -> None:
    def fill(sheet: Worksheet) -> None:
        _simple(sheet)
        sheet.row_dimensions[3].hidden = True

    read = _read(_book(fill))

    assert len(read.tables[0].rows) == 3
    assert read.warnings == ("1 hidden row of “events.xlsx” is read as well.",)


def test_a_cell_merged_over_rows_holds_for_each_of_them() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Chronology of the bridge"])
        sheet.merge_cells("A1:C1")
        sheet.append(["Date", "Event", "Place"])
        sheet.append(["2024-10-29", "Bridge closed", "Harbourtown"])
        sheet.append([None, "Ferry starts"])
        sheet.append([None, "Strike ends"])
        sheet.merge_cells("A3:A5")

    read = _read(_book(fill))

    assert [row[0] for row in read.tables[0].rows] == ["2024-10-29"] * 3
    assert read.warnings == ("“Chronology of the bridge” stands above the headings and is no row.",)


def test_formulas_are_read_as_their_results_or_told_of() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Date", "Event"])
        sheet.append(["2024", "=CONCAT(A1,A2)"])

    data = _book(fill)
    [warning] = _read(data).warnings
    assert "1 formula was saved without a result" in warning

    calculated = _with_part(data, _SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>7</v>"))
    assert _rows(calculated) == (("2024", "7"),)


def test_errors_of_formulas_are_empty() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Date", "Event", "Note"])
        sheet.append(["2024", "Bridge closed", "#REF!"])

    assert _rows(_book(fill)) == (("2024", "Bridge closed", ""),)


def test_a_cell_at_the_far_end_of_a_sheet_takes_no_time() -> None:
    def fill(sheet: Worksheet) -> None:
        _simple(sheet)
        sheet["XFD5"] = "far away"

    read = _read(_book(fill))

    assert len(read.tables[0].headings) == 3
    assert read.warnings == ("Of “events.xlsx”, the first 256 columns are read.",)


def test_too_many_rows_are_refused() -> None:
    data = _book(_simple)
    far = (
        b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    )

    with pytest.raises(UserError, match="more than 50,000 rows"):
        _read(_with_part(data, _SHEET, lambda xml: xml.replace(b"</sheetData>", far)))


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    with pytest.raises(UserError, match=r"“events\.xlsx” is not read: its XML defines entities"):
        _read(_with_part(_book(_simple), _SHEET, lambda xml: bomb + xml))


def test_a_zip_bomb_is_refused() -> None:
    zeros = b"<worksheet>" + b" " * 70_000_000 + b"</worksheet>"

    with pytest.raises(UserError, match=r"“events\.xlsx” is not read"):
        _read(_with_part(_book(_simple), _SHEET, lambda _: zeros))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (_SHEET, b"<worksheet"),
        (_SHEET, b""),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/styles.xml", b"<styleSheet><cellXfs><xf numFmtId='x'/></cellXfs></styleSheet>"),
        (
            _SHEET,
            (
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                b'<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>'
            ),
        ),
        ("[Content_Types].xml", b"<Types/>"),
    ],
)
def test_a_damaged_workbook_ends_in_a_sentence(part: str, content: bytes) -> None:
    with pytest.raises(UserError, match=r"“events\.xlsx”"):
        _read(_with_part(_book(_simple), part, lambda _: content))


def test_an_empty_workbook_is_told_of() -> None:
    with pytest.raises(UserError, match=r"“events\.xlsx” holds no rows"):
        _read(_saved(Workbook()))


def test_an_old_workbook_is_refused_with_advice() -> None:
    with pytest.raises(UserError, match="old Word, Excel or PowerPoint file"):
        _read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "events.xls")


_DATA = _book(_simple)
_JUNK = (
    *(b"<c/>", b'r="A"', b't="s"', b"<v>9999999</v>", b"<row r='x'>", b"<f>", b"<mergeCells/>"),
    *(b'<c t="d"><v>x</v></c>', b'<mergeCell ref="A1:B2"/>', b"<cols><col/></cols>", b's="99"'),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, len(_DATA) - 1), st.integers(0, 255)), max_size=20))
def test_no_changed_bytes_bring_the_reader_down(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_DATA)
    for place, byte in changes:
        data[place] = byte
    with suppress(UserError):
        _read(bytes(data))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_changed_sheet_brings_the_reader_down(data: st.DataObject) -> None:
    with ZipFile(BytesIO(_DATA)) as archive:
        sheet = archive.read(_SHEET)
    place = data.draw(st.integers(0, len(sheet)))
    junk = data.draw(st.binary(max_size=12) | st.sampled_from(_JUNK))
    changed = sheet[:place] + junk + sheet[place + data.draw(st.integers(0, 8)) :]
    with suppress(UserError):
        _read(_with_part(_DATA, _SHEET, lambda _: changed))


def test_the_suffix_does_not_matter(tmp_path: Path) -> None:
    assert _read(_book(_simple), "events.txt").tables


def test_a_workbook_in_the_strict_form_is_read_as_any_other() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Date", "Event"])
        sheet.append([date(2024, 11, 5), "A vote"])

    data = _book(fill)
    strict = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(strict, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for usual in (b"spreadsheetml", b"officeDocument"):
                part = part.replace(
                    b"http://schemas.openxmlformats.org/" + usual + b"/2006/",
                    b"http://purl.oclc.org/ooxml/" + usual + b"/",
                )
            new.writestr(name, part)
    assert _rows(strict.getvalue()) == _rows(data) == (("2024-11-05", "A vote"),)
