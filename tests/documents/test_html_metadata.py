"""Headline, authors and outlet of a page: those that its readers see."""

from __future__ import annotations

import pytest

from tests.documents.pages import linked_data, meta, page
from timeline_app.documents import read_html

_LINKED = {"@type": "NewsArticle", "headline": "Old Bridge Is Closed"}


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (page(meta(og__title="Why the Old Bridge Is Closed")), "Old Bridge Is Closed"),
        (page(title="Old Bridge Is Closed - City - Daily Herald"), "Old Bridge Is Closed"),
        (page(title="Daily Herald | Old Bridge Is Closed"), "Old Bridge Is Closed"),
        (page(title="Traffic news of the week - Daily Herald"), "Old Bridge Is Closed"),
        (
            page(meta(og__site_name="Old Bridge Is Closed"), title="Rain at last"),
            "Rain at last",
        ),
        (
            page(title="Rain at last").replace("<h1>Old Bridge Is Closed", "<h1>News"),
            "Rain at last",
        ),
        (
            page(meta(og__title="Old Bridge Is Closed")).replace(
                "Closed</h1>", "ClosedHerald</h1>"
            ),
            "Old Bridge Is Closed",
        ),
        (page(title="老桥关闭_国内新闻").replace("Old Bridge Is Closed", "x"), "老桥关闭"),
    ],
)
def test_the_headline_is_the_one_that_is_shown(html: str, title: str) -> None:
    assert read_html(html).title == title


@pytest.mark.parametrize(
    ("head", "above", "author"),
    [
        (
            linked_data({**_LINKED, "author": {"@type": "Person", "name": "Jane Doe"}}),
            "",
            "Jane Doe",
        ),
        (
            linked_data({**_LINKED, "author": [{"@id": "#1"}, {"name": "John C. Welch"}]})
            + linked_data({"@type": "Person", "@id": "#1", "name": "JANE DOE"}),
            "",
            "Jane Doe, John C. Welch",
        ),
        (meta(author="By Jane Doe and John Smith"), "", "Jane Doe, John Smith"),
        (meta(author="Jane Doe") + meta(author="John Smith"), "", "Jane Doe, John Smith"),
        (meta(author="admin"), "<p>Von Jane Doe</p>", "Jane Doe"),
        (meta(author="https://herald.example/jane"), "<p>Par Jane Doe</p>", "Jane Doe"),
        ("", "<p>By JANE DOE OCT. 29, 2024</p>", "Jane Doe"),
        ("", "<p>By Jane Doe March 18 at 3:57 PM Follow @jane</p>", "Jane Doe"),
        ("", "<p>By Jane Doe, Associated Press Writer</p>", "Jane Doe"),
        (
            "",
            "<span class='author-name'>Jane Doe Senior Political Correspondent</span>",
            "Jane Doe",
        ),
        (meta(author="Daily Herald", og__site_name="Daily Herald"), "", ""),
    ],
)
def test_authors_are_people(head: str, above: str, author: str) -> None:
    assert read_html(page(head, above)).author == author


def test_the_author_of_a_comment_wrote_no_article() -> None:
    below = "<div id='comments'><a rel='author'>Rich Roe</a><p>I liked it a lot, really.</p></div>"

    assert read_html(page(below=below)).author != "Rich Roe"


@pytest.mark.parametrize(
    ("head", "language", "expected"),
    [
        (meta(og__locale="en_GB"), "en", "en-gb"),
        (meta(og__locale="de_DE"), "", "de-de"),
        (meta(og__locale="de_DE"), "fr", "fr"),
        ("", "pt-BR", "pt-br"),
        ("", "not a language", ""),
    ],
)
def test_the_language_has_its_region_where_the_page_names_it(
    head: str, language: str, expected: str
) -> None:
    assert read_html(page(head, language=language)).language == expected


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("//herald.example/bridge", "https://herald.example/bridge"),
        ("www.herald.example/bridge", "http://www.herald.example/bridge"),
        ("https://herald.example/bridge", "https://herald.example/bridge"),
    ],
)
def test_the_address_is_whole(stated: str, url: str) -> None:
    assert read_html(page(meta(og__url=stated))).url == url
