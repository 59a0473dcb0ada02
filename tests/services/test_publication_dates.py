"""No article was published after today: such days are doubted, and others preferred."""

from __future__ import annotations

from timeline_app.domain import Article, DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.time import CivilDate
from timeline_app.services.publication_dates import doubt_future
from timeline_app.services.reading import read_pasted_html, read_pasted_text

_TODAY = CivilDate(2024, 10, 30)
_PAST = DateCandidate(CivilDate(2024, 10, 29), DateOrigin.DATELINE, "dateline")
_FUTURE = DateCandidate(CivilDate(2042, 10, 29), DateOrigin.MARKUP, "JSON-LD, datePublished")


def _article(*candidates: DateCandidate) -> Article:
    first = candidates[0]
    return Article(0, "", "", (), first.day, first.origin, candidates=candidates)


def test_a_future_day_gives_way_to_the_next_candidate() -> None:
    article = doubt_future(_article(_FUTURE, _PAST), _TODAY)

    assert (article.published, article.date_origin) == (_PAST.day, _PAST.origin)
    assert article.date_trust is DateTrust.FOUND
    assert article.candidates[1].doubt == "It lies in the future."


def test_a_future_day_that_stands_alone_is_asked_about() -> None:
    article = doubt_future(_article(_FUTURE), _TODAY)

    assert article.published == _FUTURE.day
    assert article.date_trust is DateTrust.GUESSED


def test_tomorrow_has_begun_somewhere() -> None:
    tomorrow = _article(DateCandidate(_TODAY.plus_days(1), DateOrigin.DATELINE))

    assert doubt_future(tomorrow, _TODAY) == tomorrow


def test_a_day_that_the_researcher_typed_is_left_alone() -> None:
    typed = Article(0, "", "", (), _FUTURE.day, DateOrigin.TYPED)

    assert doubt_future(typed, _TODAY) == typed


def test_articles_are_held_against_the_day_on_which_they_are_read() -> None:
    text = read_pasted_text("LONDON, 29 October 2042\n\nIt rained. Trains stood.", today=_TODAY)
    piece = read_pasted_html("<h1>Rain</h1><p>29 October 2042</p><p>It rained.</p>", today=_TODAY)

    assert {text.date_trust, piece.date_trust} == {DateTrust.GUESSED}
