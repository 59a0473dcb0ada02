"""Resolving: readings, their order, their labels, and the sentences that explain them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain import Certainty, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.calendar import civil_date, day_ordinal
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.extraction.expressions import Resolution, recognise, resolve
from timeline_app.extraction.expressions.nature import is_open

_ARTICLE_DATE = CivilDate(2024, 10, 29)  # a Tuesday
_ANCHORS = st.integers(day_ordinal(-4_000), day_ordinal(9_999, 12, 31)).map(civil_date)
_WORDS = (
    "last next this the a of two 3 29 2024 1990s October May Tuesday week weeks year ago later "
    "from to until by since and or early mid- end before after morning 9 a.m. , . - "
    "will said had half quarter third BC 's summer every recently Christmas "
    "hundred ’98 12:30 Q3 Cold War"
).split()
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)


def _resolve(text: str, anchor: CivilDate | None = _ARTICLE_DATE) -> list[Resolution]:
    return resolve(text, recognise(text, [TextRange(0, len(text))]), anchor)


def _only(text: str, anchor: CivilDate | None = _ARTICLE_DATE) -> Resolution:
    (resolution,) = _resolve(text, anchor)
    return resolution


def _readings(text: str, anchor: CivilDate | None = _ARTICLE_DATE) -> list[tuple[str, str]]:
    return [(write_edtf(each.span), each.label) for each in _only(text, anchor).readings]


@settings(deadline=None)
@given(_PIECES, st.one_of(st.none(), _ANCHORS))
def test_resolving_accepts_anything_and_is_deterministic(
    text: str, anchor: CivilDate | None
) -> None:
    assert _resolve(text, anchor) == _resolve(text, anchor)


@settings(deadline=None)
@given(_PIECES, _ANCHORS)
def test_every_reading_can_be_written_and_read_again(text: str, anchor: CivilDate) -> None:
    for resolution in _resolve(text, anchor):
        for reading in resolution.readings:
            assert parse_edtf(write_edtf(reading.span)) == reading.span


@settings(deadline=None)
@given(_PIECES, _ANCHORS)
def test_readings_differ_and_every_resolution_has_a_reason(text: str, anchor: CivilDate) -> None:
    for resolution in _resolve(text, anchor):
        spans = [reading.span for reading in resolution.readings]
        assert all(span not in spans[:index] for index, span in enumerate(spans))
        assert resolution.reason.startswith("“")


@settings(deadline=None)
@given(_PIECES)
def test_without_an_article_date_nothing_depends_on_one(text: str) -> None:
    for resolution in _resolve(text, None):
        assert not (resolution.needs_anchor and resolution.readings)


def test_last_week_has_three_readings() -> None:
    assert _readings("He held a summit last week.") == [
        ("[2024-10-21..2024-10-27]", "calendar week before, Mon – Sun"),
        ("[2024-10-22..2024-10-28]", "the seven days before"),
        ("[2024-10-20..2024-10-26]", "week from Sunday, US habit"),
    ]


def test_next_week_has_three_readings() -> None:
    assert _readings("They vote next week.") == [
        ("[2024-11-04..2024-11-10]", "calendar week after, Mon – Sun"),
        ("[2024-10-30..2024-11-05]", "the seven days after"),
        ("[2024-11-03..2024-11-09]", "week from Sunday, US habit"),
    ]


def test_a_weekday_can_lie_on_either_side() -> None:
    assert _readings("They met on Thursday.") == [
        ("2024-10-24", "the one before"),
        ("2024-10-31", "the one after"),
    ]
    assert _readings("They will meet on Thursday.") == [
        ("2024-10-31", "the one after"),
        ("2024-10-24", "the one before"),
    ]


def test_a_part_of_an_open_day_is_open_too() -> None:
    assert _readings("They met on Thursday evening.") == [
        ("2024-10-24", "the one before"),
        ("2024-10-31", "the one after"),
    ]


def test_next_friday_can_be_a_week_later() -> None:
    assert _readings("They meet next Friday.") == [
        ("2024-11-01", "the one after"),
        ("2024-11-08", "a week later"),
    ]


def test_a_bare_month_can_lie_in_another_year() -> None:
    assert _readings("He resigned in March.") == [
        ("2024-03", "in the article's year"),
        ("2025-03", "in the year after"),
    ]


def test_the_day_of_the_week_settles_the_year() -> None:
    assert _readings("The court sat on Wednesday, December 28.", CivilDate(2023, 3, 1)) == [
        ("2022-12-28", "in the year before"),
    ]


def test_day_and_month_in_numbers_can_be_swapped() -> None:
    assert _readings("It began on 03/04/2024.") == [
        ("2024-03-04", "month before day"),
        ("2024-04-03", "day before month"),
    ]


def test_another_date_of_the_text_settles_the_order_of_day_and_month() -> None:
    settled = _resolve("It began on 03/04/2024 and ended on 13/04/2024.")[0]
    assert [write_edtf(reading.span) for reading in settled.readings] == ["2024-04-03"]
    assert settled.readings[0].label == "day before month"


def test_weeks_ago_can_be_counted_to_the_day() -> None:
    assert _readings("They met three weeks ago.") == [
        ("[2024-10-07..2024-10-13]", "that calendar week"),
        ("2024-10-08", "counted to the day"),
    ]


def test_a_year_ago_beside_a_quarter_is_that_quarter_of_the_year_before() -> None:
    text = "Profit fell in the third quarter from $2 million a year ago."
    second = _resolve(text)[1]
    assert [write_edtf(reading.span) for reading in second.readings] == ["2023-35", "2023"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He left last week.", "“last week” counted from Tue 29 Oct 2024, the article's date"),
        (
            "Police arrested him on Monday.",
            "“Monday”: the one before, because of “arrested”",
        ),
        ("Talks will begin on Monday.", "“Monday”: the one after, because of “will”"),
        ("Talks are to be held on Monday.", "“Monday”: the one after, because of “be held”"),
        (
            "They will be held on Tuesday, Nov. 5.",
            "“Tuesday, Nov. 5” counted from Tue 29 Oct 2024, the article's date",
        ),
        (
            "The museum will open in March.",
            "“March”: in the year after, because of “will”",
        ),
        ("He left on 3 May 2020.", "“3 May 2020” as written"),
        ("They fought for two weeks.", "“two weeks” is a length of time, not a date"),
        ("They meet every Friday.", "“every Friday” comes again and again and is no single date"),
        ("They met recently.", "“recently” gives no date"),
        ("It was 30 Feb 2024.", "“30 Feb 2024” is no date of the calendar"),
    ],
)
def test_the_reason_is_one_sentence(text: str, reason: str) -> None:
    assert _only(text).reason == reason


def test_the_reason_names_the_date_in_the_story() -> None:
    later = _resolve("He left on 5 May 2020. Three days later he died.")[1]
    assert (
        later.reason == "“Three days later” counted from Tue 5 May 2020, the last date in the text"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 1995 he left. Two years later he died.", "1995"),
        ("He left in May 2020. The next day he died.", "May 2020"),
        ("He left in late August 2020. A month later he died.", "21 – 31 Aug 2020"),
        ("It was the third quarter of 2020. A year earlier he had left.", "Q3 2020"),
        ("In May 2020 he left. He died on the 15th.", "May 2020"),
    ],
)
def test_the_reason_names_the_date_in_the_story_no_finer_than_it_is_told(
    text: str, told: str
) -> None:
    reason = _resolve(text)[-1].reason
    assert reason.endswith(f" counted from {told}, the last date in the text")


def test_the_other_year_of_a_leap_day_has_such_a_day() -> None:
    assert _readings("They met on February 29.", CivilDate(2023, 2, 28)) == [
        ("2020-02-29", "in the year before")
    ]


def test_without_an_article_date_relative_expressions_need_one() -> None:
    resolution = _only("He left last week.", None)
    assert resolution.readings == ()
    assert resolution.needs_anchor
    assert resolution.reason == "“last week” needs the article's date, which is not known"


def test_a_date_written_out_needs_no_article_date() -> None:
    resolution = _only("He left on 5 May 2020.", None)
    assert not resolution.needs_anchor
    assert [write_edtf(reading.span) for reading in resolution.readings] == ["2020-05-05"]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("on 3 May 2020", Certainty.CERTAIN),
        ("yesterday", Certainty.CERTAIN),
        ("last week", Certainty.PROBABLE),
        ("about 1850", Certainty.PROBABLE),
        ("now", Certainty.PROBABLE),
        ("66 million years ago", Certainty.PROBABLE),
        ("recently", Certainty.UNSURE),
        ("since World War II", Certainty.UNSURE),
    ],
)
def test_certainty_follows_from_how_open_an_expression_is(text: str, certainty: Certainty) -> None:
    assert _only(text).certainty is certainty


def test_a_history_is_told_in_its_own_years() -> None:
    text = (
        "The war began on 1 September 1939. By June 1940 France had fallen. "
        "On 22 June 1941 the army crossed the border. In December it was stopped. "
        "On 6 June 1944 the landing began, and in August the city was free. "
        "On 8 May 1945 it was over."
    )
    spans = [write_edtf(each.readings[0].span) for each in _resolve(text)]
    assert spans[3] == "1941-12"
    assert spans[5] == "1944-08"


def test_a_year_at_the_end_of_a_sentence_is_that_of_the_date_that_opens_the_next() -> None:
    text = (
        "The league closed the pass in 1612. Orm fell in 1614. A truce was signed in 1616. "
        "War came again in 1621. Dorn entered it in 1630. The turning point came in 1641. On 17 "
        "May the fleet sank."
    )
    assert write_edtf(_resolve(text)[-1].readings[0].span) == "1641-05-17"


def test_what_a_history_says_will_be_is_told_from_the_day_it_was_written() -> None:
    text = (
        "She was born on 2 April 1935. In 1953 she left. In 1956 she came back. In 1958 she "
        "wrote "
        "a book. In 1967 the war drove her out. In 1992 she won a medal. Her publisher will "
        "bring out a memoir next spring. A funeral will be held on 18 November."
    )
    spans = [write_edtf(each.readings[0].span) for each in _resolve(text)]
    assert spans[-2:] == ["2025-21", "2024-11-18"]


def test_resolving_again_for_another_date_needs_no_new_recognition() -> None:
    text = "He left last week."
    found = recognise(text, [TextRange(0, len(text))])
    first = resolve(text, found, CivilDate(2024, 10, 29))[0].readings[0].span
    second = resolve(text, found, CivilDate(2024, 11, 5))[0].readings[0].span
    assert write_edtf(first) == "[2024-10-21..2024-10-27]"
    assert write_edtf(second) == "[2024-10-28..2024-11-03]"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "It began on Mon 29 Oct 2024.",
            "“Mon 29 Oct 2024” by day and month, but that day is a Tuesday",
        ),
        (
            "It has gone on since Friday, October 29, 2024.",
            "“since Friday, October 29, 2024” by day and month, but that day is a Tuesday",
        ),
    ],
)
def test_a_day_of_the_week_that_contradicts_its_date_is_told(text: str, reason: str) -> None:
    resolution = _only(text)
    assert write_edtf(resolution.readings[0].span).startswith("2024-10-29")
    assert resolution.certainty is Certainty.PROBABLE
    assert resolution.reason == reason


def test_a_day_of_the_week_that_fits_its_date_leaves_no_doubt() -> None:
    resolution = _only("It began on Tue 29 Oct 2024.")
    assert resolution.certainty is Certainty.CERTAIN
    assert resolution.reason == "“Tue 29 Oct 2024” as written"


@settings(deadline=None)
@given(_PIECES)
def test_the_tense_is_read_with_the_text_and_not_again(text: str) -> None:
    found = recognise(text, [TextRange(0, len(text))])
    assert resolve(text, found, _ARTICLE_DATE) == resolve(text, found, _ARTICLE_DATE)
    assert all(each.cue is not None for each in found if is_open(each.meaning))
