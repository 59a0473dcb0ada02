"""Markdown: the text as it is shown, its front matter, and no markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from timeline_app.documents import ReadArticle, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_PROSE = "The council of Millbrook has voted to close the old bridge over the river."


def _read(folder: Path, text: str, name: str = "notes.md") -> ReadArticle:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_only_article(path)


def test_front_matter_says_who_wrote_when_and_where(tmp_path: Path) -> None:
    front = (
        '---\ntitle: "The Old Bridge"\nauthor:\n  - "[[people/doe|Jane Doe]]"\n  - John Roe\n'
        "published: 2024-10-29\ncreated: 2024-11-05\nsource: https://example.org/a\nlang: en-GB\n"
        "tags: [clippings]\n---\n"
    )

    article = _read(tmp_path, f"{front}\n{_PROSE}\n")

    assert article.text == _PROSE
    assert (article.title, article.author) == ("The Old Bridge", "Jane Doe, John Roe")
    assert (article.url, article.language) == ("https://example.org/a", "en-gb")
    assert (article.published, article.date_origin) == (CivilDate(2024, 10, 29), DateOrigin.MARKUP)
    assert [(each.day.day, each.origin) for each in article.candidates] == [
        (29, DateOrigin.MARKUP),
        (5, DateOrigin.PROPERTIES),
    ]


def test_fields_in_toml(tmp_path: Path) -> None:
    front = '+++\ntitle = "The Old Bridge"\nauthors = ["Jane Doe", "John Roe"]\n+++\n'

    article = _read(tmp_path, front + _PROSE)

    assert (article.title, article.author) == ("The Old Bridge", "Jane Doe, John Roe")


def test_the_text_is_what_is_shown(tmp_path: Path) -> None:
    source = (
        "# The *Old* Bridge\n\nIt is **closed** to [cars](http://example.org), says `the` \n"
        "council.  \nReally.\n\n![a bridge](a.png)\n\n* One\n* Two &amp; three\n\n> It was old.\n\n"
        "| Year | What |\n|---|---|\n| 1990 | It opens |\n\n<div>In <b>HTML</b></div>\n\n"
        "<script>let a = 1</script>\n\n```\ncode\n```\n"
    )

    article = _read(tmp_path, source)

    assert article.title == "The Old Bridge"
    assert article.text.split("\n\n") == [
        "The Old Bridge",
        "It is closed to cars, says the council.\nReally.",
        "One",
        "Two & three",
        "It was old.",
        "| Year | What |",
        "| 1990 | It opens |",
        "In HTML",
        "code",
    ]


def test_a_dateline_serves_where_there_is_no_front_matter(tmp_path: Path) -> None:
    article = _read(tmp_path, f"# The Old Bridge\n\n29 October 2024\n\n{_PROSE}\n")

    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.DATELINE,
    )
    assert [piece.cut(article.text) for piece in article.body] == [_PROSE]


@pytest.mark.parametrize("text", ["---\ntitle: x\n---\n", "![](a.png)", "---"])
def test_a_file_without_words_is_said_to_have_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UserError, match=r"notes\.md.*no text"):
        read_file(path)
