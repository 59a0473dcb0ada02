"""Rich Text Format: letters in every way that it has for them, and nothing that is not shown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from timeline_app.documents import ReadArticle, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}"
    r"{\f2\fnil\fcharset128 MS Gothic;}}"
)


def _read(folder: Path, body: str, head: str = "", name: str = "memo.rtf") -> ReadArticle:
    path = folder / name
    path.write_bytes((r"{\rtf1\ansi\ansicpg1252\deff0" + _FONTS + head + body + "}").encode())
    return read_only_article(path)


def _text(folder: Path, body: str) -> list[str]:
    return _read(folder, body).text.split("\n\n")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"Caf\'e9", "Café"),
        (r"{\f1\'cf\'f0\'e8}", "При"),
        (r"{\f2\'93\'fa\'96\'7b}", "日本"),
        (r"\u8364?5", "€5"),
        (r"\uc2\u8364 EUx", "€x"),
        (r"\uc0\u8364 x", "€x"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\u8364\'805", "€5"),
        (r"one\~two\-three\_four", "one twothree-four"),
        (r"\ldblquote A\rdblquote\emdash\{b\}\\", "“A”—{b}\\"),
        (r"a\line b\tab c", "a\nb c"),
        (r"\u99999999?x", "x"),
        ("brok\r\nen", "broken"),
    ],
)
def test_letters(tmp_path: Path, written: str, shown: str) -> None:
    assert _read(tmp_path, rf"\pard It says {written} here.\par").text == f"It says {shown} here."


def test_paragraphs_properties_and_days(tmp_path: Path) -> None:
    info = (
        r"{\info{\title The Old Bridge}{\author Jane Do\'eb}"
        r"{\creatim\yr2024\mo10\dy29\hr23}{\revtim\yr2024\mo11\dy5}{\company Mill}}"
    )
    body = r"\pard\b The Old Bridge\b0\par\pard It is closed.\par\par It was old.\par"

    article = _read(tmp_path, body, info)

    assert article.text == "The Old Bridge\n\nIt is closed.\n\nIt was old."
    assert (article.title, article.author) == ("The Old Bridge", "Jane Doë")
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.PROPERTIES,
    )
    assert [each.day.day for each in article.candidates] == [29, 5]


def test_what_is_hidden_deleted_or_coded_is_not_shown(tmp_path: Path) -> None:
    body = (
        r"It is {\deleted open}{\revised closed}{\v secretly}."
        r"{\field{\*\fldinst HYPERLINK x.org}{\fldrslt  A link}}{\*\bkmkstart a}"
        r"{\pict\pngblip 89504e47}{\*\unknown 1}{\stylesheet{\s1 Heading;}}\bin4 }}}} after\par"
    )

    assert _text(tmp_path, body) == ["It is closed. A link after"]


def test_notes_boxes_and_running_heads(tmp_path: Path) -> None:
    body = (
        r"{\header 29 October 2024\par}It is closed{\footnote\pard See the minutes.}"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box.\par}}} now.\par Soon.\par"
    )

    article = _read(tmp_path, body)

    assert article.text.split("\n\n") == [
        "It is closed now.",
        "In a box.",
        "Soon.",
        "See the minutes.",
    ]
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.DATELINE,
    )


def test_rows_of_tables(tmp_path: Path) -> None:
    row = r"\trowd\cellx1000\cellx2000\intbl {}\cell {}\cell\row"
    body = r"Before\par" + row.replace("{}", "1990", 1).replace("{}", "It opens")
    body += row.replace("{}", r"One.\par Two.", 1).replace("{}", "Three.") + r"\pard After\par"

    assert _text(tmp_path, body) == [
        "Before",
        "| 1990 | It opens |",
        "One.",
        "Two.",
        "Three.",
        "After",
    ]


def test_a_file_called_doc_may_be_one(tmp_path: Path) -> None:
    assert _read(tmp_path, r"It is closed.\par", name="memo.doc").text == "It is closed."


@pytest.mark.parametrize("body", ["", r"\par", r"{\pict 00}"])
def test_a_text_without_words_is_said_to_have_none(tmp_path: Path, body: str) -> None:
    with pytest.raises(UserError, match=r"memo\.rtf.*no text"):
        _read(tmp_path, body)


def test_groups_without_end_or_beginning_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "memo.rtf"
    path.write_bytes(rb"{\rtf1 It " + b"{" * 100_000 + b"is" + b"}" * 300_000 + b" closed.")
    started = time.process_time()

    assert read_file(path).articles[0].text == "It is closed."
    assert time.process_time() - started < 10
