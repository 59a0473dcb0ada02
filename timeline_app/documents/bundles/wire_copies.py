"""Folds the copies of one agency's text that several papers of a bundle have printed into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.documents.article import ReadArticle
from timeline_app.documents.near_copies import groups_of_copies
from timeline_app.domain.time.wording import date_in_words

_DAYS_APART = 14  # after which the same words are a column that comes again


def fold_wire_copies(
    articles: Sequence[ReadArticle],
) -> tuple[tuple[ReadArticle, ...], tuple[str, ...]]:
    """The articles without later copies, and a sentence that names who printed each.

    Of each group the earliest is kept, the longest of those of one day; it is warned of the others.
    """
    kept: list[ReadArticle | None] = list(articles)
    warnings: list[str] = []
    for group in groups_of_copies([_words_of(article) for article in articles]):
        first, *copies = sorted(group, key=lambda place: _precedence(articles[place]))
        copies = [place for place in copies if _is_near(articles[first], articles[place])]
        if not copies:
            continue
        outlets = "; ".join(_outlet(articles[place]) for place in sorted(copies))
        told = f"also printed, nearly word for word, by {outlets}"
        original = articles[first]
        kept[first] = replace(original, warnings=(*original.warnings, f"This text was {told}."))
        for place in copies:
            kept[place] = None
        warnings.append(f"“{original.title}” of {_outlet(original)} was {told}. It is read once.")
    return tuple(article for article in kept if article is not None), tuple(warnings)


def _words_of(article: ReadArticle) -> str:
    return "\n".join(part.cut(article.text) for part in article.body)


def _precedence(article: ReadArticle) -> tuple[bool, tuple[int, ...], int]:
    day = article.published
    return day is None, day or (), -sum(part.end - part.start for part in article.body)


def _is_near(one: ReadArticle, other: ReadArticle) -> bool:
    if one.published is None or other.published is None:
        return one.published == other.published
    return abs(one.published.ordinal - other.published.ordinal) <= _DAYS_APART


def _outlet(article: ReadArticle) -> str:
    day = f", {date_in_words(article.published)}" if article.published else ""
    return f"{article.source}{day}"
