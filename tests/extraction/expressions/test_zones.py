"""Zones: the offsets that the names of zones stand for."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from timeline_app.domain import TextRange
from timeline_app.domain.conventions import Conventions
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.calendar import day_ordinal
from timeline_app.extraction.expressions import recognise, resolve
from timeline_app.extraction.expressions.zones import ZONES, offset_of, why_unknown

_SUMMER, _WINTER = day_ordinal(2024, 7, 3), day_ordinal(2024, 12, 3)
_NOON = 12 * 3_600


@pytest.mark.parametrize(
    ("name", "summer", "winter"),
    [
        ("gmt", "Z", "Z"),
        ("est", "-05:00", "-05:00"),
        ("eastern time", "-04:00", "-05:00"),
        ("et", "-04:00", "-05:00"),
        ("london time", "+01:00", "Z"),
        ("cet", "+01:00", "+01:00"),
        ("moscow time", "+03:00", "+03:00"),
        ("new delhi time", "+05:30", "+05:30"),
        ("local time", None, None),
        ("+05:45", "+05:45", "+05:45"),
    ],
)
def test_the_offset_of_a_name(name: str, summer: str | None, winter: str | None) -> None:
    assert offset_of(name, _SUMMER, _NOON, "") == summer
    assert offset_of(name, _WINTER, _NOON, "") == winter


def test_the_clock_of_a_place_changes_at_its_hour() -> None:
    day = day_ordinal(2024, 11, 3)
    assert offset_of("eastern time", day, 30 * 60, "") == "-04:00"
    assert offset_of("eastern time", day, 3 * 3_600, "") == "-05:00"


@pytest.mark.parametrize(
    ("name", "region", "offset"),
    [
        ("cst", "US", "-06:00"),
        ("cst", "CN", "+08:00"),
        ("ist", "IN", "+05:30"),
        ("ist", "IL", "+02:00"),
        ("bst", "GB", "+01:00"),
        ("bst", "FR", None),
        ("ist", "", None),
    ],
)
def test_a_name_of_several_zones_is_told_by_the_region(
    name: str, region: str, offset: str | None
) -> None:
    assert offset_of(name, _WINTER, _NOON, region) == offset
    assert bool(why_unknown(name, region)) is (offset is None)


@pytest.mark.parametrize("year", [-500, 1700, 12_000])
def test_no_offset_where_the_database_cannot_tell(year: int) -> None:
    assert offset_of("london time", day_ordinal(year), _NOON, "") is None


def test_the_reason_says_why_an_offset_stays_open() -> None:
    text = "It hit at 5 p.m. IST."
    found = recognise(text, [TextRange(0, len(text))])
    (open_one,) = resolve(text, found, CivilDate(2024, 10, 29))
    (settled,) = resolve(text, found, CivilDate(2024, 10, 29), Conventions(region="IN"))
    assert "“IST” is the name of several zones" in open_one.reason
    assert open_one.readings[0].span.zone is None
    assert settled.readings[0].span.zone == "+05:30"


def test_every_place_of_the_table_is_in_the_database() -> None:
    places = {place for place in ZONES.values() if "/" in place}
    assert places <= available_timezones()
