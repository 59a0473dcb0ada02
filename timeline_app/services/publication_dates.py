"""Holds the possible days of an article's publication against the day of today."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Article, DateCandidate, DateOrigin
from timeline_app.domain.time.calendar import CivilDate

_FUTURE = "It lies in the future."


def doubt_future(article: Article, today: CivilDate) -> Article:
    """The article, its future days doubted and behind all others.

    A day is the future's if it has not begun anywhere on Earth: tomorrow may have. Where every
    candidate lies in the future, the likeliest is kept, and asked about.
    """
    latest = today.plus_days(1)
    candidates = article.candidates or _taken(article)
    if all(candidate.day <= latest for candidate in candidates):
        return article
    past = [each for each in candidates if each.day <= latest]
    future = [replace(each, doubt=_FUTURE) for each in candidates if each.day > latest]
    likeliest = (past or future)[0]
    return replace(
        article,
        published=likeliest.day,
        date_origin=likeliest.origin,
        candidates=(*past, *future),
    )


def _taken(article: Article) -> tuple[DateCandidate, ...]:
    """The day that was taken as its only candidate; none where the researcher typed it."""
    if article.published is None or article.date_origin is DateOrigin.TYPED:
        return ()
    return (DateCandidate(article.published, article.date_origin),)
