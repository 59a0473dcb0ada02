"""EDTF: a table of texts, and the laws of reading and writing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.domain.span_strategies import spans
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.wording import bounds_as_edtf

AT, WITHIN, LASTING = TimeSpan.at, TimeSpan.within, TimeSpan.lasting


def day(month: int, number: int, year: int = 2024) -> int:
    return instant_at(year, month, number)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2024-10-29", AT(day(10, 29))),
        ("2024-10", AT(day(10, 1), Precision.MONTH)),
        ("2024", AT(day(1, 1), Precision.YEAR)),
        ("0000", AT(instant_at(0), Precision.YEAR)),
        ("-0043", AT(instant_at(-43), Precision.YEAR)),
        ("-0043-03-15", AT(instant_at(-43, 3, 15))),
        ("2024-10-29T21", AT(instant_at(2024, 10, 29, 21), Precision.HOUR)),
        ("2024-10-29T21:05", AT(instant_at(2024, 10, 29, 21, 5), Precision.MINUTE)),
        ("2024-10-29T21:05:07", AT(instant_at(2024, 10, 29, 21, 5, 7), Precision.SECOND)),
        ("2024-21", AT(day(3, 1), Precision.SEASON)),
        ("2024-24", AT(day(12, 1), Precision.SEASON)),
        ("2024-36", AT(day(10, 1), Precision.QUARTER)),
        ("2024-41", AT(day(7, 1), Precision.HALF)),
        ("185X", AT(instant_at(1850), Precision.DECADE)),
        ("000X", AT(instant_at(0), Precision.DECADE)),
        ("18XX", AT(instant_at(1800), Precision.CENTURY)),
        ("1XXX", AT(instant_at(1000), Precision.MILLENNIUM)),
        ("Y12345", AT(instant_at(12_345), Precision.YEAR)),
        ("Y-13800000000", AT(instant_at(-13_800_000_000), Precision.YEAR)),
        ("Y12345-10-29", AT(instant_at(12_345, 10, 29))),
        ("Y12340S4", AT(instant_at(12_340), Precision.DECADE)),
        ("[2024-10-21..2024-10-27]", WITHIN(day(10, 21), day(10, 27))),
        ("[2024-10..2024-12]", WITHIN(day(10, 1), day(12, 1), Precision.MONTH)),
        ("[185X..187X]", WITHIN(instant_at(1850), instant_at(1870), Precision.DECADE)),
        ("[2024-21..2024-22]", WITHIN(day(3, 1), day(6, 1), Precision.SEASON)),
        ("[-0049..-0040]", WITHIN(instant_at(-49), instant_at(-40), Precision.YEAR)),
        ("2024-10-21/2024-10-27", LASTING(day(10, 21), day(10, 27))),
        ("1914/1918", LASTING(instant_at(1914), instant_at(1918), Precision.YEAR)),
        ("[..2024-10-29]", TimeSpan.on_or_before(day(10, 29))),
        ("[2024-10-29..]", TimeSpan.on_or_after(day(10, 29))),
        ("2024-08-06/..", TimeSpan.ongoing_since(day(8, 6))),
        ("../2024-08-06", TimeSpan.ongoing_until(day(8, 6))),
        ("2024-08-06/", TimeSpan.begun(day(8, 6))),
        ("/2024-08-06", TimeSpan.ended(day(8, 6))),
        (
            "[2024-10-21..2024-10-22]/[2024-10-24..2024-10-27]",
            TimeSpan.between(day(10, 21), day(10, 22), day(10, 24), day(10, 27)),
        ),
        (
            "2024-10-21/[2024-10-24..2024-10-27]",
            TimeSpan.between(day(10, 21), day(10, 21), day(10, 24), day(10, 27)),
        ),
        ("[2024-10-26,2024-10-28]", TimeSpan.one_of([AT(day(10, 26)), AT(day(10, 28))])),
        (
            "[2024-10-26,2024-10-28]?",
            TimeSpan.one_of([AT(day(10, 26)), AT(day(10, 28))]).qualified(uncertain=True),
        ),
        (
            "[..2020,2022/2023,[2024..2025]/2026]",
            TimeSpan.one_of(
                [parse_edtf("[..2020]"), parse_edtf("2022/2023"), parse_edtf("[2024..2025]/2026")]
            ),
        ),
        ("2024-10-29?", AT(day(10, 29)).qualified(uncertain=True)),
        ("2024-10-29~", AT(day(10, 29)).qualified(approximate=True)),
        ("2024-10-29%", AT(day(10, 29)).qualified(uncertain=True, approximate=True)),
        ("2024-10-24~/..", TimeSpan.ongoing_since(day(10, 24)).qualified(approximate=True)),
    ],
)
def test_texts_that_are_written_as_they_are_read(text: str, span: TimeSpan) -> None:
    assert parse_edtf(text) == span
    assert write_edtf(span) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-10-29T21:00Z", "2024-10-29T21:00Z"),
        ("2024-10-29T21:00:00+05:30", "2024-10-29T21:00:00+05:30"),
        ("2024-10-29T21:00-05", "2024-10-29T21:00-05:00"),
        ("2024-10-29T21Z/2024-10-30T02Z", "2024-10-29T21Z/2024-10-30T02Z"),
        ("2024-10-29/2024-10-30T02:00Z", "2024-10-29T00:00Z/2024-10-30T02:00Z"),
        ("2004-10/2005", "2004-10/2005-12"),
        ("2004/2004", "2004-01/2004-12"),
        ("2004-10/2004-10", "2004-10-01/2004-10-31"),
        ("2003-21/2004", "2003-03/2004-12"),
        ("2003-21/2003-35", "2003-03/2003-09"),
        ("[2004..2004-10]", "[2004-01..2004-10]"),
        ("[2004]", "2004"),
        ("2004-06~/2005", "2004-06~/2005-12~"),
        ("2004?/2005~", "2004%/2005%"),
        ("?2004-06-~11", "2004-06-11%"),
        ("2004-06?-11", "2004-06-11?"),
        ("[1984~..1986]", "[1984~..1986~]"),
        ("[1984..1986]~", "[1984~..1986~]"),
        ("[1984,1986~]", "[1984,1986~]"),
        ("[1986,1984]", "[1984,1986]"),
        ("2004-XX", "2004"),
        ("2004-XX-XX", "2004"),
        ("2004-10-XX", "2004-10"),
        ("19XX-XX-XX", "19XX"),
        ("XXXX", "[0000..9999]"),
        ("2004-1X", "[2004-10..2004-12]"),
        ("2004-10-1X", "[2004-10-10..2004-10-19]"),
        ("2004-10-3X", "[2004-10-30..2004-10-31]"),
        ("2004-02-2X", "[2004-02-20..2004-02-29]"),
        ("2023-04-3X", "2023-04-30"),
        ("199X-XX-12", None),
        ("2004-XX-31", "[" + ",".join(f"2004-{m:02}-31" for m in (1, 3, 5, 7, 8, 10, 12)) + "]"),
        ("156X-12-25", "[" + ",".join(f"156{n}-12-25" for n in range(10)) + "]"),
        ("-156X-12-25", "[" + ",".join(f"-156{n}-12-25" for n in range(9, -1, -1)) + "]"),
        ("-004X", "[-0049..-0040]"),
        ("-1XXX", "[-1999..-1000]"),
        ("199X-21", "[" + ",".join(f"199{n}-21" for n in range(10)) + "]"),
        ("19X5", "[" + ",".join(f"19{n}5" for n in range(10)) + "]"),
        ("1950S2", "19XX"),
        ("1950S3", "195X"),
        ("1950S1", "1XXX"),
        ("1950S4", "1950"),
        ("-0123S2", "[-0129..-0120]"),
        ("Y171010000S3", "[Y171000000..Y171999999]"),
        ("Y17E7", "Y170000000"),
        ("Y-17E7", "Y-170000000"),
        ("Y3388E2S3", "Y338000S3"),
        ("Y2024", "2024"),
        ("2003-25", "2003-21"),
        ("2003-29", "2003-23"),
        ("2003-30", "2003-24"),
        ("2003-32", "2003-22"),
        ("2003-33", "2003-33"),
        ("2003-38", "[2003-05..2003-08]"),
        ("2024-W43", "[2024-10-21..2024-10-27]"),
        ("2024-W43-5", "2024-10-25"),
        ("2024-W43-5?", "2024-10-25?"),
        ("2020-W53", "[2020-12-28..2021-01-03]"),
        ("../..", "../.."),
        ("[2024..]/..", "[2024..]/.."),
        ("[..2024]/[2025..]", "[..2024]/[2025..]"),
        ("2024/[..2026]", "2024/[..2026]"),
        ("[..2024]/2024", "/2024"),
        ("2024/[2024..]", "2024/"),
        ("[2024,[2025..2026]/2027]", "[2024,[2025..2026]/2027]"),
    ],
)
def test_other_spellings(text: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(ValueError, match="too many"):
            parse_edtf(text)
        return
    span = parse_edtf(text)
    assert write_edtf(span) == written
    assert parse_edtf(written) == span


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2024",
        "2024 ",
        "24",
        "850",
        "20241029",
        "2024-1",
        "2024-00",
        "2024-13",
        "2024-42",
        "2024-02-30",
        "2023-02-29",
        "2024-21-01",
        "2024-10-29T",
        "2024-10-29T24",
        "2024-10-29T21:60",
        "2024-10-29T21:00:60",
        "2024-10T21:00",
        "2024-10-29T21:00+15:00",
        "2024-10-29T21:00+05:75",
        "2024-10-29T21:00EST",
        "2024-10-3XT21:00",
        "2024-10-XXT21:00",
        "-0000",
        "-000X",
        "Y",
        "Y99E99",
        "Y290000000001",
        "1950S5",
        "1950S0",
        "1950S2-10",
        "XXXX-12-25",
        "19XX-XX-25",
        "2023-02-3X",
        "2004-9X",
        "2024-W00",
        "2023-W53",
        "2024-W43-8",
        "19XX-W12",
        "/",
        "//",
        "../",
        "/..",
        "..",
        "2024/2025/2026",
        "2025/2024",
        "2024-10-29/2024-10-28",
        "2004/2003-12",
        "[2025..2024]",
        "[..]",
        "[]",
        "[,]",
        "[2024",
        "2024]",
        "[2024..2025..2026]",
        "[2024..2025]?~",
        "[2024,[2025,2026]]",
        "[[2024..2025],2026]",
        "[2024,2025]/2026",
        "[156X-12-25..1570]",
        "{2024,2025}",
        "2024-10-29T21:00Z/2024-10-29T22:00+01:00",
        "2024??",
        "x" * 10_000,
        "٢٠٢٤",
        "2024-10-29\n",
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_edtf(text)


@settings(max_examples=1_000)
@given(spans)
@example(TimeSpan.lasting(instant_at(2004), instant_at(2004), Precision.DECADE))
@example(TimeSpan.between(day(10, 21), day(10, 27), day(10, 21), day(10, 27)))
def test_what_is_written_is_read_again(span: TimeSpan) -> None:
    assert parse_edtf(write_edtf(span)) == span


@given(st.one_of(st.text(), st.text(alphabet="0123456789-XTYSEWZ:/.[],?~%{}+")))
def test_any_text_is_a_span_or_a_value_error(text: str) -> None:
    try:
        span = parse_edtf(text)
    except ValueError:
        return
    assert parse_edtf(write_edtf(span)) == span


@given(st.data(), spans)
def test_a_damaged_text_is_a_span_or_a_value_error(data: st.DataObject, span: TimeSpan) -> None:
    text = write_edtf(span)
    place = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.sampled_from("0129X-T:/.[],?~%YSEWZ "))
    damaged = text[:place] + sign + text[place + data.draw(st.integers(0, 2)) :]
    try:
        parse_edtf(damaged)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - either outcome is right


def test_bounds_are_told_as_the_granules_they_include() -> None:
    assert bounds_as_edtf(parse_edtf("[2024-10-21..2024-10-27]")) == {
        "earliest_start": "2024-10-21",
        "latest_start": "2024-10-27",
        "earliest_end": "2024-10-21",
        "latest_end": "2024-10-27",
    }
    assert bounds_as_edtf(parse_edtf("2024-10-29T21:00Z/..")) == {
        "earliest_start": "2024-10-29T21:00Z",
        "latest_start": "2024-10-29T21:00Z",
        "earliest_end": None,
        "latest_end": None,
    }
