"""Copies are found however they were trimmed; articles on the same subject are not."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from timeline_app.domain import Article, hash_text
from timeline_app.resources import seeds_path
from timeline_app.services.duplicates import WIRE_COPY, CopyFinder, sketch

_SEED = seeds_path("000_621c974184a7e2e5.txt").read_text(encoding="utf-8")
_WORDS = [f"word{number}" for number in range(3_000)]


def _article(article_id: int, text: str) -> Article:
    return Article(article_id, f"Report {article_id}", text, (), content_hash=hash_text(text))


def _texts(count: int) -> Mapping[int, Article]:
    chance = random.Random(7)  # noqa: S311 - nothing secret
    made = (" ".join(chance.choices(_WORDS, k=300)) for _ in range(count))
    return {number: _article(number, text) for number, text in enumerate(made, 1)}


def _finder(articles: Mapping[int, Article]) -> CopyFinder:
    finder = CopyFinder()
    finder.take(sketch(articles.values()))
    return finder


def _share_of(text: str) -> float:
    """How much of a text is known where the seed article is."""
    articles = {1: _article(1, _SEED)}
    copy = _finder(articles).find(_article(0, text), articles)
    return copy.share if copy is not None else 0.0


@pytest.mark.parametrize(
    "text",
    [
        f"Another headline for it\n\n{_SEED}",
        _SEED.upper(),
        _SEED.replace("\n\n", " "),
        _SEED.replace(", ", " – ").replace("’", "'"),
        _SEED[: len(_SEED) // 2],
        _SEED + "\n\nReporting by a colleague in Seoul; editing by another in London.",
    ],
    ids=["headline", "capitals", "one paragraph", "punctuation", "cut in half", "with a tail"],
)
def test_a_wire_copy_is_found(text: str) -> None:
    assert WIRE_COPY <= _share_of(text) < 1


def test_an_article_with_much_that_is_new_is_no_copy() -> None:
    first, second = _texts(2).values()
    assert _share_of(f"{_SEED}\n\n{first.text}\n\n{second.text}") == 0


def test_other_articles_on_the_same_subject_are_no_copies() -> None:
    for name in ("summit-other-date.txt", "vague-dates.txt"):
        assert _share_of(seeds_path(name).read_text(encoding="utf-8")) == 0


def test_a_short_text_is_compared_letter_by_letter_only() -> None:
    assert _share_of(" ".join(_SEED.split()[:20])) == 0


def test_the_closest_of_many_is_found_also_among_those_taken_later() -> None:
    articles = _texts(200)
    early = {number: article for number, article in articles.items() if number <= 100}
    finder = _finder(early)
    for number in range(101, 201):
        finder.take(sketch([articles[number]]))
    for number in (1, 50, 101, 200):
        cut = _article(0, articles[number].text[40:])
        copy = finder.find(cut, articles)
        assert copy is not None
        assert copy.article_id == number
    assert not finder.unknown(articles)


def test_an_article_that_left_the_project_is_not_found() -> None:
    articles = dict(_texts(3))
    finder = _finder(articles)
    gone = articles.pop(2)
    assert finder.find(_article(0, gone.text), articles) is None
