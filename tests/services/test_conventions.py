"""The conventions of an article: of its region, or as laid down for the project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sample_project import sample_article
from timeline_app.domain import Article, Conventions, DayOrder, Preferences, WeekStart
from timeline_app.services.conventions import conventions_of, region_of

_NOTHING_LAID_DOWN = Preferences()


def _article(*, language: str = "en", url: str = "", source: str = "", place: str = "") -> Article:
    return replace(sample_article(), language=language, url=url, source=source, place=place)


@pytest.mark.parametrize(
    ("article", "region"),
    [
        (_article(), ""),
        (_article(language="en-GB"), "GB"),
        (_article(language="en-us"), "US"),
        (_article(language="zh-Hant-TW"), "TW"),
        (_article(url="https://www.nytimes.com/2024/10/29/world/x.html"), "US"),
        (_article(url="https://www.bbc.co.uk/news/1"), "GB"),
        (_article(url="https://www.smh.com.au/world"), "AU"),
        (_article(url="https://www.state.gov/briefing"), "US"),
        (_article(url="https://example.io/story"), ""),
        (_article(url="https://example.com/story"), ""),
        (_article(url="https://example.eu/story"), ""),
        (_article(source="The New York Times"), "US"),
        (_article(source="new york times"), "US"),
        (_article(source="Reuters"), "GB"),
        (_article(source="notes.txt"), ""),
        (_article(place="London"), "GB"),
        (_article(place="Dallas, United States"), "US"),
        (_article(place="Kursk, Russia"), ""),
        (_article(place="London", language="de"), ""),
        (_article(place="London", source="CNN"), "US"),
        (_article(source="Reuters", language="en-US"), "US"),
    ],
)
def test_the_region_of_an_article(article: Article, region: str) -> None:
    assert region_of(article) == region


@pytest.mark.parametrize(
    ("article", "conventions"),
    [
        (_article(), Conventions()),
        (
            _article(language="en-US"),
            Conventions(WeekStart.SUNDAY, DayOrder.MONTH_FIRST, "US"),
        ),
        (
            _article(language="en-GB"),
            Conventions(WeekStart.MONDAY, DayOrder.DAY_FIRST, "GB"),
        ),
        (
            _article(url="https://gate.ahram.org.eg/News"),
            Conventions(WeekStart.SATURDAY, DayOrder.DAY_FIRST, "EG"),
        ),
        (_article(language="en-CA"), Conventions(WeekStart.SUNDAY, None, "CA")),
        (_article(language="de"), Conventions(WeekStart.MONDAY, DayOrder.DAY_FIRST)),
    ],
)
def test_what_is_usual_in_a_region(article: Article, conventions: Conventions) -> None:
    assert conventions_of(article, _NOTHING_LAID_DOWN) == conventions


def test_what_is_laid_down_overrules_the_region() -> None:
    laid_down = Preferences(week_start=WeekStart.MONDAY)
    assert conventions_of(_article(language="en-US"), laid_down) == Conventions(
        WeekStart.MONDAY, DayOrder.MONTH_FIRST, "US"
    )
