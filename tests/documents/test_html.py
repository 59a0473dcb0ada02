"""Saved pages and copied pieces of them: main text, title, date with its place, and no network."""

from __future__ import annotations

import contextlib
import json
import socket
import time

import pytest

from timeline_app.documents import LIMITS, ReadArticle, read_html
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_PARAGRAPHS = """
The council voted on Monday to close the old bridge. Engineers had warned for years that its piers \
were failing, and traffic will be led over the new one from next week.
Mayor Anna Berg said that nobody had been hurt. She thanked the firefighters who had kept the road \
clear through the night, and promised that the harbour would stay open.
A report by the transport ministry had found cracks in three of the nine piers. The ministry will \
pay half of the new bridge, which is expected to cost forty million euros.
""".strip().splitlines()


def _page(
    head: str = "", above: str = "", title: str = "Old Bridge Is Closed | Daily Herald"
) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{title}</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>Old Bridge Is Closed</h1>{above}{text}</article>"
        "<footer><p>Copyright 2019 Daily Herald. All rights reserved.</p></footer></body></html>"
    )


def _body(article: ReadArticle) -> list[str]:
    return [piece.cut(article.text) for piece in article.body]


def test_main_text_title_outlet_and_language_are_found() -> None:
    article = read_html(_page(), "bridge.html")

    assert article.title == "Old Bridge Is Closed"
    assert article.source == "Daily Herald"
    assert article.language == "en-gb"
    assert _body(article) == _PARAGRAPHS
    assert article.published is None
    assert article.date_origin is DateOrigin.NOT_FOUND


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2024-10-29T23:30:00-05:00'>",
        "<meta name='pubdate' content='29 October 2024'>",
        "<meta itemprop='datePublished' content='20241029'>",
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-10-29"}]}</script>',
    ],
)
def test_the_date_in_the_markup_is_taken_as_written(head: str) -> None:
    article = read_html(_page(head), "bridge.html")

    assert article.published == CivilDate(2024, 10, 29)
    assert article.date_origin is DateOrigin.MARKUP


def test_the_first_publication_is_preferred_to_the_last_change() -> None:
    data = {"dateModified": "2024-11-05", "datePublished": "2024-10-29", "@type": "Article"}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"

    assert read_html(_page(script), "x").published == CivilDate(2024, 10, 29)


def test_a_time_element_dates_the_page() -> None:
    article = read_html(_page(above="<time datetime='2024-10-29' pubdate>yesterday</time>"), "x")

    assert (article.published, article.date_origin) == (CivilDate(2024, 10, 29), DateOrigin.MARKUP)


def test_a_date_that_only_readers_see_is_a_dateline() -> None:
    article = read_html(_page(above="<div>By Jane Doe | October 29, 2024</div>"), "x")

    assert article.published == CivilDate(2024, 10, 29)
    assert article.date_origin is DateOrigin.DATELINE


def test_neither_prose_nor_a_copyright_line_dates_a_page() -> None:
    article = read_html(
        _page(above="<p>It was opened on May 3, 1931, by the king, who fell.</p>"), "x"
    )

    assert article.published is None


def test_broken_linked_data_is_passed_over() -> None:
    deep = "[" * 100_000
    article = read_html(_page(f"<script type='application/ld+json'>{deep}</script>"), "x")

    assert article.title == "Old Bridge Is Closed"


def test_a_copied_piece_is_kept_whole() -> None:
    piece = (
        "<meta charset='utf-8'><h1>Old Bridge Is Closed</h1><p>October 29, 2024</p>"
        "<p>The council <b>voted</b> on Monday.</p><p>Nobody was hurt&nbsp;there.</p>"
    )
    article = read_html(piece)

    assert article.title == "Old Bridge Is Closed"
    assert article.published == CivilDate(2024, 10, 29)
    assert _body(article) == ["The council voted on Monday.", "Nobody was hurt there."]
    assert article.source == "Pasted page"


def test_scripts_styles_and_controls_are_not_text() -> None:
    piece = (
        "<style>p { color: red }</style><script>alert('x')</script><p>The bridge is closed.</p>"
        "<button>Buy now</button><svg><text>logo</text></svg><p>Nobody was hurt.</p>"
    )
    assert read_html(piece).text == "The bridge is closed.\n\nNobody was hurt."


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: asked.append(address))
    links = (
        "<base href='http://127.0.0.1:9/'><link rel='stylesheet' href='http://127.0.0.1:9/a.css'>"
        "<link rel='canonical' href='http://127.0.0.1:9/bridge'>"
    )
    article = read_html(_page(links, "<img src='http://127.0.0.1:9/a.png'>"), "x")

    assert article.url == "http://127.0.0.1:9/bridge"
    assert asked == []


@pytest.mark.parametrize("html", ["", "   ", "<html></html>", "<script>1</script>", "<!-- x -->"])
def test_a_page_without_text_is_refused_in_a_sentence(html: str) -> None:
    with pytest.raises(UserError, match="“Pasted page” holds no text"):
        read_html(html)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x</p>", "attributes"),
        ("<p x='>' " + " ".join(f"a{n}" for n in range(200_000)) + ">x</p>", "attributes"),
        ("<div>" * 100_000, "levels deep"),
        ("<table><tr><td>" * 20_000 + "x", "levels deep"),
        ("<b>" * 120_000, "levels deep"),
        ("<a href=x>y</a>" * 400_000, "tags"),
    ],
)
def test_pages_made_to_stall_a_parser_are_refused_at_once(html: str, reason: str) -> None:
    start = time.process_time()
    with pytest.raises(UserError, match=reason):
        read_html(html)

    assert time.process_time() - start < 3


@pytest.mark.parametrize("nest", ["<div>", "<span>", "<table><tr><td>", "<ul><li>"])
def test_nesting_within_the_limit_is_read(nest: str) -> None:
    article = read_html(f"<title>Old Bridge</title>{nest * (LIMITS.html_depth - 2)}It is closed.")

    assert article.text == "It is closed."


def test_one_long_paragraph_is_read() -> None:
    assert len(read_html(f"<p>{'word ' * 2_500_000}</p>").text) > 12_000_000


@pytest.mark.parametrize("piece", ["<a '", '<a "', "<a'\"", "<!--", "<script>", "<", "<a b=", "</"])
def test_the_scan_before_parsing_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    with contextlib.suppress(UserError):
        read_html("x" + piece * 100_000)

    assert time.process_time() - start < 10


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(UserError, match="too large"):
        read_html("x" * (LIMITS.html_bytes + 1))
