"""Single dates that need no article."""

from __future__ import annotations

import pytest

from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services.typed_granules import read_granule


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Tue 29 Oct 2024", "2024-10-29"),
        ("Tue 29 Oct 2024, 9 pm UTC−05:00", "2024-10-29T21-05:00"),
        ("OCTOBER 2024", "2024-10"),
        ("fall 2003", "2003-23"),
        ("first half of 2024", "2024-40"),
        ("2nd millennium", "1XXX"),
        ("1st millennium BCE", "[-0999..0000]"),
        ("0s BCE", "[-0008..0000]"),
        ("12,340s CE", None),
        ("12340s CE", "Y12340S4"),
        ("200 thousand years ago", "Y-200000"),
    ],
)
def test_complete_dates(text: str, edtf: str | None) -> None:
    span = read_granule(text)
    assert (None if span is None else write_edtf(span)) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "29 Oct",
        "29 Oct 85",
        "October 85",
        "Q3 85",
        "85",
        "60s",
        "winter 2003",
        "winter 2003–07",
        "29 Oct 2024, 9",
        "Mon 29 Oct 2024",
        "3 thousand years ago",
        "400000 billion years ago",
    ],
)
def test_what_is_incomplete_is_left_to_others(text: str) -> None:
    assert read_granule(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "31 Feb 2024",
        "31.02.2024",
        "0 BCE",
        "999999999999 CE",
        "0th century",
        "29 Oct 2024, 25:00",
        "29 Oct 2024, 13 pm",
        "29 Oct 2024, 21:60",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"there is no|has no|no clock"):
        read_granule(text)
