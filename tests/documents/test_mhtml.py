"""Web pages that browsers have saved in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.documents import ReadArticle, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_PROSE = "<p>" + "The council has voted to close the old bridge over the river. " * 5 + "</p>"
_HEAD = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/bridge\n"
    "Subject: =?utf-8?q?Br=C3=BCcke?=\nDate: Tue, 5 Nov 2024 10:00:00 -0000\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
)


def _page(body: str, head: str = "") -> str:
    return f"<html><head><title>Die Br=C3=BCcke</title>{head}</head><body>{body}</body></html>"


def _part(content: str, kind: str = "text/html") -> str:
    return (
        f"--b\nContent-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://example.org/part\n\n{content}\n"
    )


def _read(folder: Path, text: str, name: str = "page.mhtml") -> ReadArticle:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    [article] = read_file(path).articles
    return article


def test_the_day_of_saving_is_not_that_of_publication(tmp_path: Path) -> None:
    article = _read(tmp_path, f"{_HEAD}{_part(_page(_PROSE))}--b--\n")

    assert article.title == "Die Brücke"
    assert article.url == "https://example.org/part"
    assert article.published is None
    assert article.candidates == ()
    assert article.citation is not None
    assert article.citation.accessed == CivilDate(2024, 11, 5)


def test_the_markup_of_the_page_is_read(tmp_path: Path) -> None:
    meta = "<meta property=3D'article:published_time' content=3D'2024-10-29T10:00:00Z'>"

    article = _read(tmp_path, f"{_HEAD}{_part(_page(_PROSE, meta))}--b--\n", "forged.txt")

    assert (article.published, article.date_origin) == (CivilDate(2024, 10, 29), DateOrigin.MARKUP)


def test_the_first_frame_with_text_is_the_page(tmp_path: Path) -> None:
    frames = _part("<html><frameset><frame src=3D'a'></frameset></html>")

    article = _read(tmp_path, f"{_HEAD}{frames}{_part(_page(_PROSE))}--b--\n")

    assert "old bridge" in article.text


def test_an_archive_without_a_page_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    path.write_text(f"{_HEAD}{_part('GIF', 'image/gif')}--b--\n", encoding="utf-8")

    with pytest.raises(UserError, match=r"page\.mht.*no page"):
        read_file(path)
