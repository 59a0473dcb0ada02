"""Laws that hold for any bytes and any text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.files import read_only_article
from timeline_app.documents import ReadArticle, read_html, read_text
from timeline_app.domain import DateOrigin, UserError

_LINES = st.sampled_from(
    [
        "Old Bridge Is Closed to Traffic",
        "By Jane Doe",
        "Tuesday, October 29, 2024",
        "LONDON, Oct 29 (Reuters) - The council voted to close the bridge on Monday.",
        "Advertisement",
        "",
        "politics",
        "# Heading",
        "The council voted. Nobody was hurt, she said on Monday in the town of Kazan.",
        "Published: 29 October 2024 14:05 BST",
        "https://example.org/a",
        "|a|b|",
    ]
)
_TEXTS = st.text(st.characters(exclude_categories=[])) | st.lists(_LINES, max_size=12).map(
    "\n".join
)
_TAGS = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<title>", "</title>", "<h1>", "<meta charset=", "'", '"', ">", "<", "<!--",
         "-->", "<script type='application/ld+json'>", "</script>", "{}", "&#0;", "&#xD800;",
         "text ", "October 29, 2024", "<time datetime='2024-10-29'>", "<td>", "<table>", "\x00"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def _read_or_refuse(read: object, *arguments: object) -> ReadArticle | None:
    try:
        article = read(*arguments)  # type: ignore[operator]
    except UserError:
        return None
    assert isinstance(article, ReadArticle)
    return article


def _check(article: ReadArticle | None) -> None:
    if article is None:
        return
    assert article.title.strip()
    assert article.body
    ends = [0]
    for piece in article.body:
        assert ends[-1] <= piece.start < piece.end <= len(article.text)
        ends.append(piece.end)
    assert (article.published is None) == (article.date_origin is DateOrigin.NOT_FOUND)
    assert "\r" not in article.text
    assert "\x00" not in article.text
    article.text.encode("utf-8")


@settings(deadline=None, max_examples=200)
@given(_TEXTS)
def test_any_text_gives_ordered_ranges_inside_it_or_a_sentence(text: str) -> None:
    _check(_read_or_refuse(read_text, text))


@settings(deadline=None, max_examples=100)
@given(_TAGS | _TEXTS)
def test_any_page_gives_ordered_ranges_inside_it_or_a_sentence(html: str) -> None:
    _check(_read_or_refuse(read_html, html))


@settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.binary() | st.text().map(lambda text: text.encode("utf-16")),
    st.sampled_from([".txt", ".html", ""]),
)
def test_any_bytes_give_an_article_or_a_sentence(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"article{suffix}"
    path.write_bytes(data)

    _check(_read_or_refuse(read_only_article, path))
