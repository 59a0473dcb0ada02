"""Time spans: what the constructors mean, and what a span says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.domain.span_strategies import spans, undisputed
from timeline_app.domain.time import CivilDate, Precision, SpanShape, TimeSpan
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, instant_at
from timeline_app.domain.time.edtf import parse_edtf

OCT_21, OCT_24, OCT_27, OCT_29 = (CivilDate(2024, 10, day).instant for day in (21, 24, 27, 29))
DAY = SECONDS_PER_DAY


def test_a_day_has_known_bounds() -> None:
    span = TimeSpan.on(CivilDate(2024, 10, 29))
    assert (span.begin, span.end) == (OCT_29, OCT_29 + DAY)
    assert span.shape is SpanShape.POINT


def test_within_and_lasting_share_the_outer_bounds_only() -> None:
    within, lasting = TimeSpan.within(OCT_21, OCT_27), TimeSpan.lasting(OCT_21, OCT_27)
    assert (within.begin, within.end) == (lasting.begin, lasting.end)
    assert within.latest_start == OCT_27
    assert lasting.latest_start == OCT_21


def test_a_whole_month_is_no_month() -> None:
    october = instant_at(2024, 10)
    assert TimeSpan.lasting(october, october, Precision.MONTH) == TimeSpan.lasting(
        october, instant_at(2024, 10, 31)
    )
    assert TimeSpan.lasting(OCT_29, OCT_29) == TimeSpan.at(OCT_29)


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("2024-10-29", SpanShape.POINT),
        ("2024-10-29T21:00", SpanShape.POINT),
        ("2024-10", SpanShape.WITHIN),
        ("19XX", SpanShape.WITHIN),
        ("[2024-10-21..2024-10-27]", SpanShape.WITHIN),
        ("2024-10-21/2024-10-27", SpanShape.PERIOD),
        ("2004/2004", SpanShape.PERIOD),
        ("[..2024-10-29]", SpanShape.BEFORE),
        ("[2024-10-29..]", SpanShape.AFTER),
        ("[2024-10-29..]/..", SpanShape.AFTER),
        ("2024-10-29/..", SpanShape.ONGOING),
        ("2024-10-29/", SpanShape.ONGOING),
        ("[2024-10-21..2024-10-27]/..", SpanShape.ONGOING),
        ("../2024-10-29", SpanShape.UNTIL),
        ("/2024-10-29", SpanShape.UNTIL),
        ("[2024-10-21..2024-10-22]/[2024-10-24..2024-10-27]", SpanShape.CORE),
        ("[2024-10-21..2024-10-22]/[2024-10-22..2024-10-27]", SpanShape.CORE),
        ("[2024-10-21..2024-10-23]/[2024-10-22..2024-10-27]", SpanShape.WITHIN),
        ("2024-10-21/[..2024-10-27]", SpanShape.WITHIN),
        ("[2024-10-26,2024-10-28]", SpanShape.DISPUTED),
        ("[..2024-10-26]/[2024-10-28..]", SpanShape.UNKNOWN),
        ("../..", SpanShape.UNKNOWN),
    ],
)
def test_shapes(edtf: str, shape: SpanShape) -> None:
    assert parse_edtf(edtf).shape is shape


def test_an_unknown_end_is_not_an_open_one() -> None:
    unknown, goes_on = TimeSpan.begun(OCT_29), TimeSpan.ongoing_since(OCT_29)
    assert unknown != goes_on
    assert unknown.earliest_end == OCT_29 + DAY
    assert goes_on.earliest_end is None


def test_an_unknown_beginning_is_not_an_open_one() -> None:
    unknown, ever_before = TimeSpan.ended(OCT_29), TimeSpan.ongoing_until(OCT_29)
    assert unknown.latest_start == OCT_29
    assert ever_before.latest_start is None
    assert unknown.end == ever_before.end == OCT_29 + DAY


@pytest.mark.parametrize(
    "bounds",
    [
        (2, 1, None, None),
        (None, None, 2, 1),
        (1, None, 1, None),
        (None, 1, None, 1),
        (5, None, None, 5),
        (0, 5, 1, 5),
    ],
)
def test_contradicting_bounds_are_refused(bounds: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        TimeSpan(bounds[0], bounds[1], bounds[2], bounds[3], Precision.SECOND)


def test_only_times_of_day_have_a_zone() -> None:
    hour = TimeSpan.at(OCT_29, Precision.HOUR)
    assert replace(hour, zone="-05:00").zone == "-05:00"
    with pytest.raises(ValueError, match="time of day"):
        replace(TimeSpan.at(OCT_29), zone="Z")
    with pytest.raises(ValueError, match="written"):
        replace(hour, zone="EST")
    with pytest.raises(ValueError, match="time of day"):
        replace(TimeSpan.one_of([hour, hour]), zone="Z")


def test_decades_before_year_zero_are_ranges_of_years() -> None:
    span = TimeSpan.at(instant_at(-44), Precision.DECADE)
    assert span == TimeSpan.within(instant_at(-50), instant_at(-41), Precision.YEAR)
    assert TimeSpan.at(instant_at(4), Precision.DECADE).precision is Precision.DECADE


def test_open_spans_before_year_zero_are_told_in_years() -> None:
    century = (instant_at(-150), Precision.CENTURY)
    assert TimeSpan.on_or_before(*century).latest_end == instant_at(-100)
    for make in (TimeSpan.on_or_before, TimeSpan.on_or_after, TimeSpan.ongoing_since):
        assert make(*century).precision is Precision.YEAR


def test_choices_are_ordered_and_flat() -> None:
    first, second, third = (TimeSpan.at(day) for day in (OCT_21, OCT_24, OCT_27))
    inner = TimeSpan.one_of([third, second]).qualified(approximate=True)
    span = TimeSpan.one_of([inner, first])
    assert span.choices == (
        first,
        second.qualified(approximate=True),
        third.qualified(approximate=True),
    )
    assert (span.begin, span.end) == (OCT_21, OCT_27 + DAY)


def test_one_choice_is_no_dispute() -> None:
    with pytest.raises(ValueError, match="two choices"):
        TimeSpan.one_of([TimeSpan.at(OCT_21)])


def test_an_open_choice_opens_the_dispute() -> None:
    span = TimeSpan.one_of([TimeSpan.at(OCT_27), TimeSpan.on_or_before(OCT_21)])
    assert span.begin is None
    assert span.end == OCT_27 + DAY


def test_chronological_order() -> None:
    ordered = [
        "[..2024-10-21]",
        "2024-10-21",
        "2024-10-21/2024-10-24",
        "2024-10-21/..",
        "2024-10-22",
        "[..2024-10-29]",
        "/2024-10-29",
        "../2024-10-29",
        "2024-10-29",
        "[2024-10-29..]",
        "../..",
    ]
    spans_in_order = [parse_edtf(text) for text in ordered]
    keys = [span.sort_key() for span in spans_in_order]
    assert keys == sorted(keys)


@given(undisputed())
def test_a_span_overlaps_what_it_reaches(span: TimeSpan) -> None:
    for bound in (span.earliest_start, span.latest_start):
        if bound is not None:
            assert span.overlaps(bound, bound + 1)
    if span.begin is not None:
        assert not span.overlaps(span.begin - 10, span.begin)
    if span.end is not None:
        assert not span.overlaps(span.end, span.end + 10)


@given(spans)
def test_every_span_has_a_shape_and_a_place(span: TimeSpan) -> None:
    assert span.shape in SpanShape
    assert len(span.sort_key()) == 3


def test_qualifiers_add_up() -> None:
    span = TimeSpan.at(OCT_29).qualified(uncertain=True).qualified(approximate=True)
    assert span.uncertain
    assert span.approximate
