"""Folds the copies of one agency's text that several papers of a bundle have printed into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.documents.article import ReadArticle
from timeline_app.documents.near_copies import groups_of_copies
from timeline_app.domain.time.wording import date_in_words

_UNCUT = 0.9  # of the length of the longest
_DAYS_APART = 14  # after which the same words are a column that comes again


def fold_wire_copies(
    articles: Sequence[ReadArticle],
) -> tuple[tuple[ReadArticle, ...], tuple[str, ...]]:
    """The articles without later copies, and a sentence that names who printed each.

    Of each group the earliest is kept, among those that nothing was cut from; it is warned of the
    others.
    """
    kept: list[ReadArticle | None] = list(articles)
    warnings: list[str] = []
    for group in groups_of_copies([_words_of(article) for article in articles]):
        first = _original(articles, group)
        copies = [
            place
            for place in group
            if place != first and _is_near(articles[first], articles[place])
        ]
        if not copies:
            continue
        outlets = "; ".join(_outlet(articles[place]) for place in copies)
        told = f"also printed, nearly word for word, by {outlets}"
        original = articles[first]
        kept[first] = replace(original, warnings=(*original.warnings, f"This text was {told}."))
        for place in copies:
            kept[place] = None
        warnings.append(f"“{original.title}” of {_outlet(original)} was {told}. It is read once.")
    return tuple(article for article in kept if article is not None), tuple(warnings)


def _words_of(article: ReadArticle) -> str:
    return "\n".join(part.cut(article.text) for part in article.body)


def _original(articles: Sequence[ReadArticle], group: Sequence[int]) -> int:
    """The earliest of the texts that are about as long as the longest."""
    lengths = {place: len(_words_of(articles[place])) for place in group}
    whole = [place for place in group if lengths[place] >= _UNCUT * max(lengths.values())]
    return min(
        whole,
        key=lambda place: (articles[place].published is None, articles[place].published or ()),
    )


def _is_near(one: ReadArticle, other: ReadArticle) -> bool:
    if one.published is None or other.published is None:
        return one.published == other.published
    return abs(one.published.ordinal - other.published.ordinal) <= _DAYS_APART


def _outlet(article: ReadArticle) -> str:
    day = f", {date_in_words(article.published)}" if article.published else ""
    return f"{article.source}{day}"
