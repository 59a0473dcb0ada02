"""A dateline without its year takes it from elsewhere in the text, and never for sure."""

from __future__ import annotations

import pytest

from timeline_app.documents import ReadArticle, read_html, read_text
from timeline_app.domain import DateTrust
from timeline_app.domain.time import CivilDate

_PROSE = (
    "The council of Millbrook has voted to close the old bridge over the river for good, and the "
    "mayor said that nobody had been hurt. Traffic will be led over the new bridge from next week."
)
_OPENING = f"LONDON, Oct 29 (Reuters) - {_PROSE}"


def _read(*lines: str) -> ReadArticle:
    return read_text("\n\n".join(("Old bridge is closed for good", *lines)), "bridge.txt")


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ((_OPENING, "Copyright 2019-2024 Meridian Wire."), "the copyright line"),
        ((_OPENING, "© 2024 Meridian Wire"), "the copyright line"),
        (("Tuesday, October 29", _PROSE, "(c) 2024 Meridian Wire"), "the copyright line"),
        ((_OPENING, "https://news.example/2024/10/bridge"), "the address"),
        ((_OPENING, "Archived on 3 November 2024"), "the line that says when it was kept"),
        ((_OPENING, "Archived on 3 February 2025"), "the line that says when it was kept"),
    ],
)
def test_the_year_comes_from_elsewhere_and_is_asked_for(lines: tuple[str, ...], where: str) -> None:
    article = _read(*lines)
    assert article.published == CivilDate(2024, 10, 29)
    [candidate] = article.candidates
    assert candidate.trust is DateTrust.GUESSED
    assert candidate.where == f"dateline, with the year of {where}"
    assert "names no year" in candidate.doubt


@pytest.mark.parametrize(
    "lines",
    [
        (_OPENING,),
        (_PROSE, "© 2024 Meridian Wire"),
        ("Monday, October 29", _PROSE, "© 2024 Meridian Wire"),  # it was a Tuesday
        ("October 29", _PROSE, "October 30", _PROSE, "© 2024 Meridian Wire"),  # a diary
        (_OPENING.replace("Oct 29", "Feb 30"), "© 2024 Meridian Wire"),
    ],
)
def test_without_a_year_that_fits_there_is_no_date(lines: tuple[str, ...]) -> None:
    assert _read(*lines).published is None


def test_the_foot_of_a_page_names_the_year() -> None:
    html = (
        "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
        f"<p>{_OPENING}</p><p>{_PROSE}</p></article><footer>© 2024 Meridian Wire</footer></body>"
        "</html>"
    )
    article = read_html(html)
    assert article.published == CivilDate(2024, 10, 29)
    assert article.candidates[0].trust is DateTrust.GUESSED
