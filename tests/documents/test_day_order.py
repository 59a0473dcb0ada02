from __future__ import annotations

import pytest

from timeline_app.documents import read_html, read_text
from timeline_app.documents.day_order import is_day_first, with_named_order
from timeline_app.domain import DateOrigin
from timeline_app.domain.time import CivilDate


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("14/10/2024", "", True),
        ("10/14/2024", "", False),
        ("05/11/2024", "", None),
        ("14/10/2024 and 10/14/2024", "en-GB", None),
        ("14/10/2024", "en-US", True),
        ("05/11/2024", "en-GB", True),
        ("05/11/2024", "en_us", False),
        ("05/11/2024", "en", None),
        ("05/11/2024", "fr", True),
        ("05/11/2024", "fr-CA", None),
        ("41/10/2024", "", None),
    ],
)
def test_the_order_comes_from_clear_dates_or_from_the_region(
    text: str, language: str, expected: bool | None
) -> None:
    assert is_day_first(text, language) is expected


def test_only_ambiguous_dates_are_written_anew() -> None:
    line = "Published: 05/11/2024, updated 14/10/2024"
    expected = "Published: 2024-11-05, updated 14/10/2024"
    assert with_named_order(line, is_day_first=True) == expected
    assert with_named_order(line, is_day_first=None) == line


def test_a_dateline_is_read_in_the_order_of_the_text() -> None:
    lines = "Council backs a bridge\n\nPublished: 05/11/2024\n\n"
    prose = "The council of Millbrook voted for a new bridge over the river. "
    clear = read_text(lines + prose + "It had put the vote off on 14/10/2024.")
    assert clear.published == CivilDate(2024, 11, 5)
    assert clear.title == "Council backs a bridge"
    assert read_text(lines + prose).date_origin is DateOrigin.NOT_FOUND


def test_the_region_of_a_page_tells_the_order_of_its_dateline() -> None:
    prose = "A ferry carrying 140 people sank off the island of Corva on Sunday night. " * 3
    page = (
        "<html lang='{}'><head><title>Ferry sinks off Corva</title></head><body><article>"
        "<h1>Ferry sinks off Corva</h1><p>By Helen Marsh</p><time>Published 03/02/2025</time>"
        f"<p>{prose}</p></article></body></html>"
    )
    assert read_html(page.format("en-GB")).published == CivilDate(2025, 2, 3)
    assert read_html(page.format("en-US")).published == CivilDate(2025, 3, 2)
    assert read_html(page.format("en-GB")).language == "en-gb"
