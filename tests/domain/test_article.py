"""How far an article's date is to be trusted, and which page a passage stands on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.domain import Article, DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.time import CivilDate

_DAY = CivilDate(2024, 11, 5)
_ARTICLE = Article(1, "Title", "Text", (), _DAY, DateOrigin.MARKUP)


@pytest.mark.parametrize(
    ("origin", "trust"),
    [
        (DateOrigin.MARKUP, DateTrust.FOUND),
        (DateOrigin.DATELINE, DateTrust.FOUND),
        (DateOrigin.RECORD, DateTrust.FOUND),
        (DateOrigin.ADDRESS, DateTrust.GUESSED),
        (DateOrigin.PROPERTIES, DateTrust.GUESSED),
        (DateOrigin.GUESSED, DateTrust.GUESSED),
        (DateOrigin.TYPED, DateTrust.FOUND),
    ],
)
def test_a_day_is_trusted_by_where_it_stands(origin: DateOrigin, trust: DateTrust) -> None:
    assert replace(_ARTICLE, date_origin=origin).date_trust is trust


def test_without_a_day_there_is_nothing_to_trust() -> None:
    assert replace(_ARTICLE, published=None).date_trust is DateTrust.NONE


@pytest.mark.parametrize(
    "candidate",
    [
        DateCandidate(_DAY, DateOrigin.MARKUP, other_day=CivilDate(2024, 5, 11)),
        DateCandidate(_DAY, DateOrigin.MARKUP, doubt="It lies in the future."),
    ],
)
def test_an_open_question_is_asked_until_it_is_answered(candidate: DateCandidate) -> None:
    asked = replace(_ARTICLE, candidates=(candidate,))
    assert asked.date_trust is DateTrust.GUESSED
    assert replace(asked, is_date_confirmed=True).date_trust is DateTrust.FOUND


def test_pages_begin_at_their_offsets() -> None:
    printed = replace(_ARTICLE, pages=(0, 2))
    assert [printed.page_at(offset) for offset in range(4)] == [1, 1, 2, 2]
    assert _ARTICLE.page_at(0) is None
