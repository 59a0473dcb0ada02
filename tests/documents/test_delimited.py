"""Tables in CSV and TSV: their delimiter, encoding and headings are found."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from timeline_app.documents import LIMITS, ReadFile, ReadTable, read_file
from timeline_app.domain import UserError

_ROWS = (
    ("Date", "Event", "Place"),
    ("29/10/2024", "The bridge is closed", "Harbourtown"),
    ("3/4/2025", "A ferry, the first, starts", ""),
)


def _read(folder: Path, data: str | bytes, name: str = "events.csv") -> ReadFile:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_file(path)


def _table(folder: Path, data: str | bytes, name: str = "events.csv") -> ReadTable:
    [table] = _read(folder, data, name).tables
    return table


def _lines(delimiter: str) -> str:
    quoted = [
        [f'"{cell}"' if "," in cell or delimiter in cell else cell for cell in row] for row in _ROWS
    ]
    return "\r\n".join(delimiter.join(row) for row in quoted)


@pytest.mark.parametrize(
    ("delimiter", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv"), ("|", "a.csv")]
)
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str, name: str) -> None:
    table = _table(tmp_path, _lines(delimiter), name)

    assert table.headings == _ROWS[0]
    assert table.rows == _ROWS[1:]
    assert table.first_row == 2


def test_a_delimiter_named_in_the_first_line_is_used(tmp_path: Path) -> None:
    table = _table(tmp_path, "sep=;\r\n" + _lines(";"))

    assert (table.headings, table.first_row) == (_ROWS[0], 3)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    rows = "Datum;Ereignis;Ort\n29.10.2024;Brücke für immer geschlossen;Köln\n" * 3
    table = _table(tmp_path, rows.encode(encoding))

    assert table.rows[0] == ("29.10.2024", "Brücke für immer geschlossen", "Köln")


def test_a_cell_may_hold_lines_and_quotation_marks(tmp_path: Path) -> None:
    table = _table(tmp_path, 'Date,Text\n2024-10-29,"He said ""no"".\nThen he left."\n')

    assert table.rows == (("2024-10-29", 'He said "no".\nThen he left.'),)


def test_rows_without_headings_get_numbered_columns(tmp_path: Path) -> None:
    table = _table(tmp_path, "2024-10-29,The bridge is closed\n2024-10-30,A ferry starts\n")

    assert table.headings == ("Column 1", "Column 2")
    assert len(table.rows) == 2
    assert table.first_row == 1


def test_a_title_above_the_headings_is_told_of(tmp_path: Path) -> None:
    read = _read(tmp_path, "My chronology,,\n,,\nDate,Event,\n2024-10-29,The bridge is closed,\n")

    assert read.tables[0].headings == ("Date", "Event")
    assert (read.tables[0].first_row, len(read.tables[0].rows)) == (4, 1)
    assert read.warnings == ("“My chronology” stands above the headings and is no row.",)


def test_rows_of_unequal_length_are_filled_up_and_blank_rows_keep_the_numbers(
    tmp_path: Path,
) -> None:
    table = _table(tmp_path, "Date,Event,Place\n2024-10-29\n\n2024-10-30,A,B,C\n\n\n")

    assert table.headings == ("Date", "Event", "Place", "Column 4")
    assert table.rows == (
        ("2024-10-29", "", "", ""),
        ("", "", "", ""),
        ("2024-10-30", "A", "B", "C"),
    )


def test_nul_characters_become_visible(tmp_path: Path) -> None:
    table = _table(tmp_path, "Date,Event\n2024-10-29,A\x00B\n")

    assert table.rows == (("2024-10-29", "A\N{REPLACEMENT CHARACTER}B"),)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b",,,\n,,\n", "holds no rows"),
        (b'Date,Event\n2024,"never closed' + b"x" * 200_000, "a quotation mark is not closed"),
        (bytes(range(32)) * 300, "does not hold text"),
        (b"a,b\n" * (LIMITS.table_rows + 5), "more than 50,000 rows"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    with pytest.raises(UserError, match=f"“events.csv”.*{sentence}"):
        _read(tmp_path, data)


def test_a_mark_that_is_not_closed_is_told_whatever_others_allow(tmp_path: Path) -> None:
    allowed = csv.field_size_limit(10_000_000)
    try:
        with pytest.raises(UserError, match="a quotation mark is not closed"):
            _read(tmp_path, b'Date,Event\n2024,"never closed' + b"x" * 200_000)
    finally:
        csv.field_size_limit(allowed)


def test_of_very_many_columns_the_first_are_read(tmp_path: Path) -> None:
    header = ",".join(f"H{number}" for number in range(400))
    read = _read(tmp_path, f"{header}\n{header}\n")

    assert len(read.tables[0].headings) == LIMITS.table_columns
    assert read.warnings == ("Of 400 columns, the first 256 are read.",)
