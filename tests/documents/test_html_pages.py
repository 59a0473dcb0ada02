"""Odd pages: saved in odd ways, in odd encodings, of several articles, or of half of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from tests.documents.pages import PARAGRAPHS, linked_data, page
from timeline_app.documents import read_html
from timeline_app.domain import UserError

_SUBSCRIBERS = "This page may hold only the beginning"


@pytest.mark.parametrize(
    ("declared", "written", "words"),
    [
        ("iso-8859-1", "cp1252", "“Brücke” – 5 €"),
        ("gb2312", "gb18030", "桥梁关闭了，朱镕基"),
        ("Shift_JIS", "cp932", "橋は閉鎖①"),
        ("utf-16", "utf-8", "“Brücke” – 5 €"),
        ("windows-1251", "utf-8-sig", "мост закрыт"),
        ("no-such-thing", "utf-8", "мост закрыт"),
    ],
)
def test_the_letters_are_those_that_were_meant(
    declared: str, written: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    html = f"<meta charset={declared}><h1>Bridge</h1><p>{words}, they said, and went home.</p>"
    path.write_bytes(html.encode(written))

    assert words in read_only_article(path).text


def test_a_stray_byte_does_not_change_the_declared_encoding(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = "<meta charset=gbk><h1>桥梁</h1>" + "<p>桥梁关闭了。</p>" * 50
    path.write_bytes(text.encode("gbk") + b"\xff<p>end</p>")
    article = read_only_article(path)

    assert article.title == "桥梁"
    assert "1 place" in article.warnings[0]


def test_xhtml_with_a_declaration_and_nul_bytes_is_read() -> None:
    html = page().replace("<!DOCTYPE html>", '<?xml version="1.0" encoding="utf-16"?>\n')
    article = read_html(html.replace("Mayor Anna", "Mayor\x00Anna"))

    assert article.title == "Old Bridge Is Closed"
    assert "Mayor�Anna Berg" in article.text


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (linked_data({"@type": "NewsArticle", "isAccessibleForFree": False}), ""),
        ("", "<p>Subscribe to continue reading</p>"),
        ("", "<div>Cet article est réservé aux abonnés.</div>"),
        ("", "<div>Jetzt weiterlesen mit Herald+</div>"),
    ],
)
def test_a_stub_before_a_paywall_is_told(head: str, below: str) -> None:
    assert any(_SUBSCRIBERS in warning for warning in read_html(page(head, below=below)).warnings)


def test_an_ordinary_page_has_no_warnings() -> None:
    below = "<p>Sign up to our newsletter.</p>"

    assert read_html(page(below=below)).warnings == ()


def test_a_live_blog_is_told() -> None:
    entries = [{"@type": "BlogPosting", "datePublished": "2024-10-31", "headline": "It rains"}]
    blog = {
        "@type": "LiveBlogPosting",
        "headline": "Old Bridge Is Closed",
        "datePublished": "2024-10-29",
        "liveBlogUpdate": entries,
    }
    article = read_html(page(linked_data(blog)))

    assert "live blog" in article.warnings[0]
    assert article.published is not None
    assert article.published.day == 29


def test_several_articles_on_a_page_are_told() -> None:
    articles = "".join(
        f"<article><h2>Bridge {n}</h2><p>{text}</p><p>{text[::-1]}</p></article>"
        for n, text in enumerate(PARAGRAPHS)
    )
    article = read_html(f"<title>The bridges of 2024</title><main>{articles}</main>")

    assert "several articles" in article.warnings[0]


def test_a_frame_set_is_refused_with_advice() -> None:
    html = "<title>Herald</title><frameset cols='20%,80%'><frame src='a'><frame src='b'></frameset>"

    with pytest.raises(UserError, match=r"“herald.html” only joins other pages in frames"):
        read_html(html, "herald.html")


def test_a_page_without_the_tags_of_head_and_body_is_read_whole() -> None:
    html = page().replace("<head>", "").replace("</head><body>", "").replace("</body></html>", "")

    article = read_html(html)

    assert article.title == "Old Bridge Is Closed"
    assert [piece.cut(article.text) for piece in article.body] == PARAGRAPHS


def test_quotes_that_a_page_forgot_to_close_do_not_make_it_an_attack() -> None:
    html = page(above='<p class="by"">By Jane Doe</p>' + "<a href='/x'>y</a>" * 400)

    assert read_html(html).title == "Old Bridge Is Closed"


def test_control_characters_are_left_out() -> None:
    html = page(above="<script>1</script>\x01\x1f\ufffe<p>By\x0bJane\x02 Doe</p>\uffff")

    assert read_html(html).author == "Jane Doe"
