"""TIMEX3 types and values."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline_app.extraction.timeml import tag

_WEDNESDAY = dt.date(2026, 11, 4)


def _tagged(text: str, day: dt.date = _WEDNESDAY) -> list[tuple[str, str, str]]:
    return [(text[start:end], kind, value) for start, end, kind, value in tag(text, day)]


# Sentences that call for tense, for calendar weeks, and for the date told before: no other tagger
# that was tried gets all of them right.
_HARD = [
    ("The minister said last week that he was ill.", "last week", "2026-W44"),
    ("Parliament will vote next week.", "next week", "2026-W46"),
    ("The court is expected to rule later this week.", "later this week", "2026-W45"),
    ("The fire broke out on October 29.", "October 29", "2026-10-29"),
    ("Police arrested him on Monday.", "Monday", "2026-11-02"),
    ("The trial will begin on Monday.", "Monday", "2026-11-09"),
    ("She resigned in March.", "March", "2026-03"),
    ("The museum will open in March.", "March", "2027-03"),
    ("They marched over the weekend.", "the weekend", "2026-W44-WE"),
    ("Profits rose in the third quarter.", "the third quarter", "2026-Q3"),
    ("It began on October 26. Three days later it was over.", "Three days later", "2026-10-29"),
    ("The bridge was hit on Tuesday night.", "Tuesday night", "2026-11-03TNI"),
    ("It was common in the early 1990s.", "the early 1990s", "199"),
    ("The talks start on Nov. 12.", "Nov. 12", "2026-11-12"),
    ("The law was passed last November.", "last November", "2025-11"),
]


@pytest.mark.parametrize(("text", "expression", "value"), _HARD)
def test_hard_sentences(text: str, expression: str, value: str) -> None:
    assert [found[::2] for found in _tagged(text) if found[0] == expression] == [
        (expression, value)
    ]


@pytest.mark.parametrize(
    ("text", "expression", "kind", "value"),
    [
        ("He said so last week.", "last week", "DATE", "2026-W44"),
        ("They will vote next week.", "next week", "DATE", "2026-W46"),
        ("The court is to rule later this week.", "later this week", "DATE", "2026-W45"),
        ("It broke out on October 29.", "October 29", "DATE", "2026-10-29"),
        ("Police arrested him on Monday.", "Monday", "DATE", "2026-11-02"),
        ("It will begin on Monday.", "Monday", "DATE", "2026-11-09"),
        ("He resigned in March.", "March", "DATE", "2026-03"),
        ("It will open in March.", "March", "DATE", "2027-03"),
        ("They met over the weekend.", "the weekend", "DATE", "2026-W44-WE"),
        ("Sales rose in the third quarter.", "the third quarter", "DATE", "2026-Q3"),
        ("It fell on Tuesday night.", "Tuesday night", "TIME", "2026-11-03TNI"),
        ("It began in the early 1990s.", "the early 1990s", "DATE", "199"),
        ("The fair will start on Nov. 12.", "Nov. 12", "DATE", "2026-11-12"),
        ("It was passed last November.", "last November", "DATE", "2025-11"),
        ("They fought for two weeks.", "two weeks", "DURATION", "P2W"),
        ("They fought for 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("They fought for several months.", "several months", "DURATION", "PXM"),
        ("It took a minute and a half.", "a minute and a half", "DURATION", "PT1M30S"),
        ("It fell in the past five years.", "the past five years", "DURATION", "P5Y"),
        ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("They fly daily.", "daily", "SET", "P1D"),
        ("They meet each July.", "each July", "SET", "XXXX-07"),
        ("He is now in town.", "now", "DATE", "PRESENT_REF"),
        ("He recently left.", "recently", "DATE", "PAST_REF"),
        ("He will soon leave.", "soon", "DATE", "FUTURE_REF"),
        ("It began at 9:30 a.m.", "9:30 a.m.", "TIME", "2026-11-04T09:30"),
        ("It began last summer.", "last summer", "DATE", "2026-SU"),
        ("It was in the 19th century.", "the 19th century", "DATE", "18"),
        ("It was in 44 BC.", "44 BC", "DATE", "BC0044"),
        ("It has lasted since 1999.", "1999", "DATE", "1999"),
        ("It rose in the first half of 2023.", "the first half of 2023", "DATE", "2023-H1"),
        ("They fought for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
        ("They fought for half a year.", "half a year", "DURATION", "P6M"),
        ("They fought for decades.", "decades", "DURATION", "PXDE"),
        ("They fought for three decades.", "three decades", "DURATION", "P30Y"),
        ("They meet every two weeks.", "every two weeks", "SET", "P2W"),
        ("They meet every other week.", "every other week", "SET", "P2W"),
        ("They meet every Friday night.", "every Friday night", "SET", "XXXX-WXX-5TNI"),
        ("They meet on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
        ("It began at 9 p.m. EST.", "9 p.m. EST", "TIME", "2026-11-04T21:00"),
        ("It began at 14:30 GMT.", "14:30 GMT", "TIME", "2026-11-04T14:30"),
        ("It began at noon.", "noon", "TIME", "2026-11-04T12:00"),
        ("It began this morning.", "this morning", "TIME", "2026-11-04TMO"),
        ("It began last night.", "last night", "TIME", "2026-11-03TNI"),
        ("It began on 3 May 2023.", "3 May 2023", "DATE", "2023-05-03"),
        ("It began in May 2023.", "May 2023", "DATE", "2023-05"),
        ("It began in fiscal 2024.", "fiscal 2024", "DATE", "2024"),
        ("It began in spring 2003.", "spring 2003", "DATE", "2003-SP"),
        ("It began in the winter of 2010.", "the winter of 2010", "DATE", "2010-WI"),
        ("It was so in the 1960s.", "the 1960s", "DATE", "196"),
        ("It began two weeks ago.", "two weeks ago", "DATE", "2026-W43"),
        ("It began in about 1850.", "about 1850", "DATE", "1850"),
    ],
)
def test_types_and_values(text: str, expression: str, kind: str, value: str) -> None:
    assert _tagged(text) == [(expression, kind, value)]


def test_later_counts_from_the_last_date_in_the_text() -> None:
    tagged = _tagged("It began on October 26. Three days later it ended.")
    assert tagged[1] == ("Three days later", "DATE", "2026-10-29")


def test_a_range_is_two_expressions() -> None:
    assert _tagged("It lasted from 8 to 13 October.") == [
        ("8", "DATE", "2026-10-08"),
        ("13 October", "DATE", "2026-10-13"),
    ]


def test_an_era_is_no_time_expression_of_timeml() -> None:
    assert _tagged("It is the largest since World War II.") == []
