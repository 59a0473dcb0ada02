"""Dates as people type them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain import Conventions, DayOrder, UserError, WeekStart
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, instant_at
from timeline_app.domain.time.wording import span_in_words
from timeline_app.services.typed_dates import understand_date, with_reading

ANCHOR = CivilDate(2024, 10, 29)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-10-29", "2024-10-29"),
        ("  2024-10-29 ", "2024-10-29"),
        ("[2024-10-21..2024-10-27]", "[2024-10-21..2024-10-27]"),
        ("2024-w43-5", "2024-10-25"),
        ("185x", "185X"),
        ("1850?", "1850?"),
        ("~1850", "1850~"),
    ],
)
def test_edtf_is_taken_as_it_is(text: str, edtf: str) -> None:
    typed = understand_date(text, ANCHOR)
    assert (typed.edtf, typed.how) == (edtf, "EDTF")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("29 October 2024", "2024-10-29"),
        ("Tuesday, 29 October 2024", "2024-10-29"),
        ("October 29, 2024", "2024-10-29"),
        ("the 29th of October 2024", "2024-10-29"),
        ("29.10.2024", "2024-10-29"),
        ("29 Oct 2024 at 9 pm", "2024-10-29T21"),
        ("29 Oct 2024, 12 am", "2024-10-29T00"),
        ("29 Oct 2024, 9:30 pm", "2024-10-29T21:30"),
        ("29 Oct 2024, 21:00 GMT", "2024-10-29T21:00Z"),
        ("c. 1850", "1850~"),
        ("c.1850", "1850~"),
        ("ca 1850", "1850~"),
        ("about the 1850s", "185X~"),
        ("perhaps 5 May 2020", "2020-05-05?"),
        ("spring 2003", "2003-21"),
        ("winter 2003/04", "2003-24"),
        ("winter of 2003-2004", "2003-24"),
        ("Q3 2024", "2024-35"),
        ("second half of 2024", "2024-41"),
        ("the 1850s", "185X"),
        ("the 19th century", "18XX"),
        ("5th century BC", "[-0499..-0400]"),
        ("44 BC", "-0043"),
        ("AD 79", "0079"),
        ("79 AD", "0079"),
        ("4.5 Ga", "Y-4500000000"),
        ("66 million years ago", "Y-66000000"),
        ("12,345 CE", "Y12345"),
        ("by 29 Oct 2024", "[..2024-10-29]"),
        ("by 2024-10", "[..2024-10]"),
        ("no later than 5 May 2020", "[..2020-05-05]"),
        ("5 May 2020 at the latest", "[..2020-05-05]"),
        ("before 1945", "[..1944]"),
        ("after 5 May 2020", "[2020-05-06..]"),
        ("on or after 5 May 2020", "[2020-05-05..]"),
        ("not before 5 May 2020", "[2020-05-05..]"),
        ("5 May 2020 or later", "[2020-05-05..]"),
        ("from 5 May 2020 onwards", "[2020-05-05..]"),
        ("5 May 2020 onwards", "[2020-05-05..]"),
        ("since 5 May 2020", "2020-05-05/.."),
        ("until May 2020", "../2020-05"),
        ("at the earliest 5 May 2020", "[2020-05-05..]"),
        ("winter 2003–04 – spring 2005", "2003-24/2005-21"),
        ("50s BCE", "[-0058..-0049]"),
        ("the 850s", "085X"),
        ("29 Oct 850", "0850-10-29"),
        ("850", "0850"),
        ("since 1850 or 1860", "[1850/..,1860/..]"),
        ("from about 24 Oct 2024", "2024-10-24~/.."),
        ("21 – 27 Oct 2024", "2024-10-21/2024-10-27"),
        ("21-27 Oct 2024", "2024-10-21/2024-10-27"),
        ("October 21-27, 2024", "2024-10-21/2024-10-27"),
        ("30 Oct – 3 Nov 2024", "2024-10-30/2024-11-03"),
        ("30 Dec 2024 – 2 Jan 2025", "2024-12-30/2025-01-02"),
        ("from 3 May to 5 June 2020", "2020-05-03/2020-06-05"),
        ("Oct – Dec 2024", "2024-10/2024-12"),
        ("1914-1918", "1914/1918"),
        ("1914–18", "1914/1918"),
        ("58 – 50 BCE", "-0057/-0049"),
        ("1200 – 1150 BCE", "-1199/-1149"),
        ("1200 or 1150 BC", "[-1199,-1149]"),
        ("44 BCE – 14 CE", "-0043/0014"),
        ("18th – 19th century", "17XX/18XX"),
        ("all October 2024", "2024-10-01/2024-10-31"),
        ("sometime 21 – 27 Oct 2024", "[2024-10-21..2024-10-27]"),
        ("between 3 and 5 May 2020", "[2020-05-03..2020-05-05]"),
        ("at least 22 – 24 Oct 2024, at most 21 – 27 Oct 2024", None),
        ("26 or 28 Oct 2024", "[2024-10-26,2024-10-28]"),
        ("October 26 or 28, 2024", "[2024-10-26,2024-10-28]"),
        ("26, 28 or 30 Oct 2024", "[2024-10-26,2024-10-28,2024-10-30]"),
        ("3 – 5 May 2020 or June 2020", "[2020-05-03/2020-05-05,2020-06]"),
        ("1850s or 1870s", "[185X,187X]"),
    ],
)
def test_english_that_needs_no_article(text: str, edtf: str | None) -> None:
    typed = understand_date(text, None)
    assert typed.how == "read as English"
    assert typed.edtf == (edtf or "[2024-10-21..2024-10-22]/[2024-10-24..2024-10-27]")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("last week", "[2024-10-21..2024-10-27]"),
        ("sometime last week", "[2024-10-21..2024-10-27]"),
        ("yesterday", "2024-10-28"),
        ("3 days before", "2024-10-26"),
        ("since 6 Aug", "2024-08-06/.."),
        ("6 Aug", "2024-08-06"),
        ("26 or 28 Oct", "[2024-10-26,2024-10-28]"),
        ("21 – 27 Oct", "2024-10-21/2024-10-27"),
        ("from Monday to Friday", "2024-10-28/2024-11-01"),
        ("by last week", "[..2024-10-27]"),
    ],
)
def test_english_that_counts_from_the_article(text: str, edtf: str) -> None:
    typed = understand_date(text, ANCHOR)
    assert (typed.edtf, typed.how) == (edtf, "read as English")


def test_the_last_week_of_a_month_lies_at_its_end() -> None:
    span = understand_date("last week of October 2024", ANCHOR).span
    assert span.begin is not None
    assert span.end is not None
    assert span.overlaps(instant_at(2024, 10, 31), instant_at(2024, 11, 1))
    assert span.end - span.begin <= 7 * SECONDS_PER_DAY


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 mars 2021", "2021-03-12"),
        ("by 12 mars 2021", "[..2021-03-12]"),
        ("about 12 mars 2021", "2021-03-12~"),
        ("März 2021", "2021-03"),
    ],
)
def test_other_languages_are_read_as_finely_as_they_are_written(text: str, edtf: str) -> None:
    typed = understand_date(text, ANCHOR)
    assert (typed.edtf, typed.how) == (edtf, "read in another language")


def test_a_typed_date_is_told_in_words_and_in_edtf() -> None:
    typed = understand_date("26 or 28 Oct 2024", ANCHOR)
    assert typed.words == "Sat 26 Oct or Mon 28 Oct 2024"
    assert typed.edtf == "[2024-10-26,2024-10-28]"


def test_an_ambiguous_date_has_other_readings() -> None:
    typed = understand_date("last week", ANCHOR)
    assert len(typed.readings) == 3
    other = with_reading(typed, 1)
    assert other.span == typed.readings[1].span != typed.span
    assert other.words == span_in_words(other.span)
    assert other.readings == typed.readings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "hello",
        "or",
        "by",
        "since",
        "–",
        "?",
        "~",
        "from to",
        "between and",
        "2024-13",
        "31 Feb 2024",
        "by 31 Feb 2024",
        "32.13.2024",
        "winter 2003/07",
        "29 Oct 2024, 9",
        "85",
        "since since 2014",
        "sometime since 2014",
        "by 3 or 5 May or 7",
        "1.5 ka",
        "0 BCE",
        "0th century",
        "Mon 29 Oct 2024 BCE or or",
        "at least 21 – 27 Oct 2024, at most 22 – 24 Oct 2024",
        "27 Oct 2024 – 21 Oct 2024",
        "999999999999 CE",
        "400000 billion years ago",
        "29 Oct 2024, 25:00",
        "29 Oct 2024, 13 pm",
        "a or b or c or d or e or f or g or h or i or j",
        "2024 " * 100,
        "\x00",
    ],
)
def test_what_is_not_understood_is_said_with_two_examples(text: str) -> None:
    with pytest.raises(UserError) as caught:
        understand_date(text, ANCHOR)
    assert '"last week of October 2024" or "c. 1850"' in str(caught.value)


@pytest.mark.parametrize("text", ["last week", "yesterday", "3 days before", "since Tuesday"])
def test_relative_dates_need_the_articles_date(text: str) -> None:
    with pytest.raises(UserError):
        understand_date(text, None)


_years = st.one_of(
    st.integers(1_000, 9_999),
    st.integers(-9_000, 999),
    st.integers(-290_000, -10).map(lambda thousands: thousands * 1_000_000),
)
_common_precisions = st.sampled_from(
    [
        Precision.SECOND,
        Precision.MINUTE,
        Precision.HOUR,
        Precision.DAY,
        Precision.MONTH,
        Precision.QUARTER,
        Precision.HALF,
        Precision.YEAR,
        Precision.DECADE,
        Precision.CENTURY,
    ]
)


@st.composite
def _common_spans(draw: st.DrawFn) -> TimeSpan:
    precision = draw(_common_precisions)
    if precision is Precision.YEAR:
        first = instant_at(draw(_years))
    else:
        first = draw(st.integers(instant_at(1_000), instant_at(9_900)))
    last = first + draw(st.integers(0, 900 * SECONDS_PER_DAY))
    one_ended = (
        TimeSpan.at,
        TimeSpan.on_or_before,
        TimeSpan.on_or_after,
        TimeSpan.ongoing_since,
        TimeSpan.ongoing_until,
        TimeSpan.begun,
        TimeSpan.ended,
    )
    if draw(st.booleans()):
        span = draw(st.sampled_from(one_ended))(first, precision)
    else:
        span = draw(st.sampled_from((TimeSpan.within, TimeSpan.lasting)))(first, last, precision)
    span = span.qualified(uncertain=draw(st.booleans()))
    if precision <= Precision.HOUR:
        span = replace(span, zone=draw(st.sampled_from([None, "Z", "-05:00", "+05:30"])))
    return span


@settings(max_examples=400, deadline=None)
@given(_common_spans())
def test_our_own_words_are_understood(span: TimeSpan) -> None:
    assert understand_date(span_in_words(span), None).span == span


@settings(max_examples=200, deadline=None)
@given(_common_spans())
def test_our_own_words_about_a_date_are_understood(span: TimeSpan) -> None:
    about = span.qualified(approximate=True)
    assert understand_date(span_in_words(about), None).span == about


@settings(deadline=None)
@given(
    st.lists(
        st.integers(instant_at(2024), instant_at(2025) - 1).map(TimeSpan.at),
        min_size=2,
        max_size=3,
        unique=True,
    )
)
def test_our_own_words_for_a_dispute_are_understood(days: list[TimeSpan]) -> None:
    span = TimeSpan.one_of(days)
    assert understand_date(span_in_words(span), None).span == span


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789 –-/.,?~sinceorbytBCE"), max_size=30))
def test_any_text_is_a_date_or_a_user_error(text: str) -> None:
    try:
        typed = understand_date(text, ANCHOR)
    except UserError:
        return
    assert typed.span in [reading.span for reading in typed.readings]


def test_weeks_and_dates_in_numbers_are_read_by_the_conventions_of_the_article() -> None:
    anchor = CivilDate(2024, 10, 29)
    customs = Conventions(WeekStart.SUNDAY, DayOrder.DAY_FIRST)
    assert understand_date("last week", anchor, customs).edtf == "[2024-10-20..2024-10-26]"
    assert understand_date("05/06/2024", anchor, customs).edtf == "2024-06-05"
    assert understand_date("05/06/2024", anchor).edtf == "2024-05-06"
