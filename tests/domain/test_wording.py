"""Time spans in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.domain.span_strategies import spans
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.domain.time.wording import date_in_words, knowledge_in_words, span_in_words


@pytest.mark.parametrize(
    ("edtf", "words", "short"),
    [
        ("2024-10-29", "Tue 29 Oct 2024", "Tue 29 Oct"),
        ("2023-10-29", "Sun 29 Oct 2023", "Sun 29 Oct 2023"),
        ("2024-10-29~", "about 29 Oct 2024", "about 29 Oct"),
        ("2024-10-29?", "Tue 29 Oct 2024?", "Tue 29 Oct?"),
        ("2024-10-29%", "about 29 Oct 2024?", "about 29 Oct?"),
        ("2024-10-29T21:00", "Tue 29 Oct 2024, 21:00", "Tue 29 Oct, 21:00"),
        ("2024-10-29T21", "Tue 29 Oct 2024, 9 pm", "Tue 29 Oct, 9 pm"),
        ("2024-10-29T00", "Tue 29 Oct 2024, 12 am", "Tue 29 Oct, 12 am"),
        ("2024-10-29T12", "Tue 29 Oct 2024, 12 pm", "Tue 29 Oct, 12 pm"),
        ("2024-10-29T21:00:05", "Tue 29 Oct 2024, 21:00:05", "Tue 29 Oct, 21:00:05"),
        ("2024-10-29T21:00Z", "Tue 29 Oct 2024, 21:00 UTC", "Tue 29 Oct, 21:00 UTC"),
        (
            "2024-10-29T21:00-05:00",
            "Tue 29 Oct 2024, 21:00 UTC−05:00",
            "Tue 29 Oct, 21:00 UTC−05:00",
        ),
        (
            "2024-10-29T21:00Z/2024-10-29T23:30Z",
            "Tue 29 Oct 2024, 21:00 – 23:30 UTC",
            "Tue 29 Oct, 21:00 – 23:30 UTC",
        ),
        (
            "2024-10-29T21:00/2024-10-30T02:00",
            "29 Oct 2024, 21:00 – 30 Oct 2024, 02:00",
            "29 Oct, 21:00 – 30 Oct, 02:00",
        ),
        ("[2024-10-21..2024-10-27]", "Sometime 21 – 27 Oct 2024", "21 – 27 Oct"),
        ("[2024-10-21..2024-10-27]~", "Sometime about 21 – 27 Oct 2024", "about 21 – 27 Oct"),
        ("2024-10-08/2024-10-13", "8 – 13 Oct 2024", "8 – 13 Oct"),
        ("2024-10-30/2024-11-03", "30 Oct – 3 Nov 2024", "30 Oct – 3 Nov"),
        ("2024-12-30/2025-01-02", "30 Dec 2024 – 2 Jan 2025", "30 Dec 2024 – 2 Jan 2025"),
        ("2024-10", "October 2024", "Oct"),
        ("2024-10/2024-12", "Oct – Dec 2024", "Oct – Dec"),
        ("2003-21", "spring 2003", "spring 2003"),
        ("2024-24", "winter 2024–25", "winter"),
        ("2003-21/2003-23", "spring – autumn 2003", "spring – autumn 2003"),
        ("2003-22/2003-24", "summer 2003 – winter 2003–04", "summer 2003 – winter 2003–04"),
        ("2024-35", "Q3 2024", "Q3"),
        ("2024-40", "first half of 2024", "first half of 2024"),
        ("[..2024-41]", "by the second half of 2024", "by the second half of 2024"),
        ("2024", "2024", "2024"),
        ("1850~", "about 1850", "about 1850"),
        ("1914/1918", "1914 – 1918", "1914 – 1918"),
        ("185X", "1850s", "1850s"),
        ("185X~", "about the 1850s", "about the 1850s"),
        ("[..185X]", "by the 1850s", "by the 1850s"),
        ("18XX", "19th century", "19th century"),
        ("20XX", "21st century", "21st century"),
        ("10XX", "11th century", "11th century"),
        ("17XX/18XX", "18th – 19th century", "18th – 19th century"),
        ("1XXX", "2nd millennium", "2nd millennium"),
        ("006X", "60s CE", "60s CE"),
        ("00XX", "1st century CE", "1st century CE"),
        ("0079", "79 CE", "79 CE"),
        ("0000", "1 BCE", "1 BCE"),
        ("-0043", "44 BCE", "44 BCE"),
        ("-0043-03-15", "Fri 15 Mar 44 BCE", "Fri 15 Mar 44 BCE"),
        ("-0057/-0049", "58 – 50 BCE", "58 – 50 BCE"),
        ("-0043/0014", "44 BCE – 14 CE", "44 BCE – 14 CE"),
        ("Y-13800000000", "13.8 billion years ago", "13.8 Ga"),
        ("Y-66000000~", "about 66 million years ago", "about 66 Ma"),
        ("Y-200000", "200 thousand years ago", "200 ka"),
        ("Y-66000001", "66,000,002 BCE", "66,000,002 BCE"),
        ("Y12345", "12,345 CE", "12,345 CE"),
        ("Y-66000000-10", "October 66,000,001 BCE", "Oct 66,000,001 BCE"),
        ("[..2024-10-29]", "by 29 Oct 2024", "by 29 Oct"),
        ("[2024-10-29..]", "on or after 29 Oct 2024", "from 29 Oct"),
        ("2024-08-06/..", "since 6 Aug 2024", "since 6 Aug"),
        ("2024-10-24~/..", "from about 24 Oct 2024", "from about 24 Oct"),
        ("[2024-10-01..2024-10-06]/..", "since 1 – 6 Oct 2024", "since 1 – 6 Oct"),
        ("2024-08-06/", "from 6 Aug 2024, end unknown", "from 6 Aug"),
        (
            "2024-08-06/[2024-08-09..]",
            "from 6 Aug 2024 until 9 Aug 2024 or later",
            "from 6 Aug",
        ),
        ("../2024-08-06", "until 6 Aug 2024", "until 6 Aug"),
        ("/2024-08-06", "until 6 Aug 2024, start unknown", "until 6 Aug"),
        (
            "[..2024-08-01]/2024-08-06",
            "from 1 Aug 2024 or earlier until 6 Aug 2024",
            "until 6 Aug",
        ),
        ("../[2024-10-01..2024-10-06]", "until 1 – 6 Oct 2024", "until 1 – 6 Oct"),
        (
            "[2024-10-21..2024-10-22]/[2024-10-24..2024-10-27]",
            "at least 22 – 24 Oct 2024, at most 21 – 27 Oct 2024",
            "22 – 24 Oct",
        ),
        ("[2024-10-26,2024-10-28]", "Sat 26 Oct or Mon 28 Oct 2024", "26 or 28 Oct"),
        ("[2024-10-26,2024-11-28]", "Sat 26 Oct or Thu 28 Nov 2024", "26 Oct or 28 Nov"),
        (
            "[2023-10-26,2024-11-28]",
            "Thu 26 Oct 2023 or Thu 28 Nov 2024",
            "26 Oct 2023 or 28 Nov",
        ),
        (
            "[2024-10-26,2024-10-28,2024-10-30]",
            "Sat 26 Oct, Mon 28 Oct or Wed 30 Oct 2024",
            "26, 28 or 30 Oct",
        ),
        (
            "[2020-05-03..2020-05-05,2020-06]",
            "sometime 3 – 5 May 2020 or June 2020",
            "3 – 5 May 2020 or Jun 2020",
        ),
        (
            "156X-12-25",
            "one of 10 dates, 25 Dec 1560 – 25 Dec 1569",
            "one of 10 dates, 25 Dec 1560 – 25 Dec 1569",
        ),
        ("../..", "date unknown", "date unknown"),
    ],
)
def test_words(edtf: str, words: str, short: str) -> None:
    span = parse_edtf(edtf)
    assert span_in_words(span) == words
    assert span_in_words(span, short=True, today_year=2024) == short


def test_a_year_is_left_out_only_where_it_is_known() -> None:
    span = parse_edtf("[2024-10-21..2024-10-27]")
    assert span_in_words(span, short=True) == "21 – 27 Oct 2024"
    assert span_in_words(span, today_year=2024) == "Sometime 21 – 27 Oct"


def test_a_date_in_words() -> None:
    assert date_in_words(CivilDate(2024, 10, 29)) == "Tue 29 Oct 2024"
    assert date_in_words(CivilDate(2024, 10, 29), with_weekday=False) == "29 Oct 2024"


@pytest.mark.parametrize(
    ("edtf", "knowledge"),
    [
        ("2024-10-29", "the day is known"),
        ("2024-10-29T21:00", "the minute is known"),
        ("2024-10-29~", "about this day"),
        ("2024-10-29?", "the day is known, but the source is not sure"),
        ("[2024-10-21..2024-10-27]", "one day in this week"),
        ("[2024-10-21..2024-10-26]", "one day in this stretch"),
        ("[2024-10..2024-12]", "one month in this stretch"),
        ("[2024-10-21..2024-10-26]~", "one day in this stretch, approximately"),
        ("2024-10", "sometime in this month"),
        ("185X", "sometime in this decade"),
        ("1850~", "about this year"),
        ("2024-10-21/2024-10-27", "lasted all this time"),
        ("[..2024-10-29]", "this day or one before it"),
        ("[2024-10-29..]", "this day or one after it"),
        ("2024-08-06/..", "goes on since then"),
        ("2024-08-06/", "began then, its end is not known"),
        ("../2024-08-06", "went on until then"),
        ("/2024-08-06", "ended then, its beginning is not known"),
        (
            "[2024-10-21..2024-10-22]/[2024-10-24..2024-10-27]",
            "lasted at least the known part",
        ),
        ("[2024-10-26,2024-10-28]", "the sources differ"),
        ("../..", "nothing is known of the date"),
    ],
)
def test_the_kind_of_knowledge(edtf: str, knowledge: str) -> None:
    assert knowledge_in_words(parse_edtf(edtf)) == knowledge


@given(spans)
def test_every_span_has_words(span: TimeSpan) -> None:
    for text in (span_in_words(span), span_in_words(span, short=True, today_year=2024)):
        assert text == text.strip()
        assert not re.search(r"[{}]|None|  ", text)
    assert knowledge_in_words(span)
