"""Spans that are moved and resized."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.span_strategies import instants, precisions, spans, undisputed
from timeline_app.domain.time import Precision, SpanShape, TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.moving import Edge, anchor_of, edges_of, moved, resized
from timeline_app.domain.time.precision import count_granules, granule_start, step_granules

NOON = 12 * 3_600
SOFT_END = "2024-10-01/[2024-10-08..2024-10-09]"
SOFT_BEGIN = "[2024-09-28..2024-10-01]/2024-10-09"
edges = st.sampled_from(Edge)


def at(*civil: int) -> int:
    return instant_at(*civil)


@pytest.mark.parametrize(
    ("edtf", "target", "expected"),
    [
        ("2024-10-29", at(2024, 11, 2) + NOON // 2, "2024-11-02"),
        ("2024-10-29~", at(2024, 11, 2), "2024-11-02~"),
        ("[2024-10-21..2024-10-27]", at(2024, 10, 28), "[2024-10-28..2024-11-03]"),
        ("2024-10-08/2024-10-13", at(2024, 10, 6), "2024-10-06/2024-10-11"),
        ("2024-10", at(2024, 11, 10), "2024-11"),
        ("2024-10", at(2024, 10, 10), "2024-10"),
        ("202X", at(1986), "199X"),
        ("[..2024-10-29]", at(2024, 11, 1), "[..2024-10-31]"),
        ("[2024-10-29..]", at(2024, 11, 1), "[2024-11-01..]"),
        ("2024-08-06/..", at(2024, 8, 7), "2024-08-07/.."),
        ("../2024-08-06", at(2024, 8, 6), "../2024-08-05"),
        (
            "[2024-10-01..2024-10-03]/[2024-10-08..2024-10-09]",
            at(2024, 10, 2),
            "[2024-10-02..2024-10-04]/[2024-10-09..2024-10-10]",
        ),
        ("[2024-10-29,2024-11-02]", at(2024, 10, 30), "[2024-10-30,2024-11-03]"),
        ("[2024-10-29,2025]", at(2025, 10, 29), "[2025-10-29,2026]"),
    ],
)
def test_moving_keeps_what_is_known(edtf: str, target: int, expected: str) -> None:
    assert write_edtf(moved(parse_edtf(edtf), target)) == expected


@given(spans, instants)
def test_what_is_moved_keeps_its_kind_and_can_be_written(span: TimeSpan, target: int) -> None:
    if span.begin is None and span.end is None:
        return
    result = moved(span, target)

    assert (result.shape, result.precision) == (span.shape, span.precision)
    assert (result.uncertain, result.approximate) == (span.uncertain, span.approximate)
    assert parse_edtf(write_edtf(result)) == result


@given(undisputed())
def test_moving_to_where_it_is_changes_nothing(span: TimeSpan) -> None:
    assert moved(span, anchor_of(span)) == span


def test_nothing_known_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="nothing is known"):
        anchor_of(parse_edtf("../.."))


def test_coarse_units_stop_at_the_year_zero() -> None:
    assert write_edtf(moved(parse_edtf("185X"), at(-5_000))) == "000X"
    assert write_edtf(moved(parse_edtf("../185X"), at(-5_000))) == "../000X"


@pytest.mark.parametrize(
    ("edtf", "names"),
    [
        ("2024-10-29", []),
        ("2024-10", ["BEGIN", "END"]),
        ("2024-10-08/2024-10-13", ["BEGIN", "END"]),
        ("[2024-10-21..2024-10-27]", ["BEGIN", "END"]),
        (
            "[2024-10-01..2024-10-03]/[2024-10-08..2024-10-09]",
            ["BEGIN", "CORE_BEGIN", "CORE_END", "END"],
        ),
        ("2024-10-01/[2024-10-08..2024-10-09]", ["BEGIN", "CORE_END", "END"]),
        ("[..2024-10-29]", []),
        ("2024-08-06/..", []),
        ("[2024-10-29,2024-11-02]", []),
    ],
)
def test_edges_are_the_bounds_that_can_go_by_themselves(edtf: str, names: list[str]) -> None:
    assert [edge.name for edge, _ in edges_of(parse_edtf(edtf))] == names


@pytest.mark.parametrize(
    ("edtf", "edge", "target", "expected"),
    [
        ("2024-10-08/2024-10-13", Edge.END, at(2024, 10, 16), "2024-10-08/2024-10-15"),
        ("2024-10-08/2024-10-13", Edge.BEGIN, at(2024, 10, 1) + NOON - 1, "2024-10-01/2024-10-13"),
        ("2024-10-08/2024-10-13", Edge.END, at(2024, 1, 1), "2024-10-08"),
        ("2024-10-08/2024-10-13", Edge.BEGIN, at(2025, 1, 1), "2024-10-13"),
        ("[2024-10-21..2024-10-27]~", Edge.END, at(2024, 10, 30), "[2024-10-21~..2024-10-29~]"),
        ("[2024-10-21..2024-10-27]", Edge.BEGIN, at(2024, 12, 30), "2024-10-27"),
        ("2024-10", Edge.END, at(2024, 11, 20), "[2024-10..2024-11]"),
        ("2024-10/2024-12", Edge.END, at(2024, 12, 3), "2024-10/2024-11"),
        (SOFT_END, Edge.BEGIN, at(2024, 10, 3), "2024-10-03/[2024-10-08..2024-10-09]"),
        (SOFT_END, Edge.CORE_END, at(2024, 10, 5), "2024-10-01/[2024-10-04..2024-10-09]"),
        (SOFT_END, Edge.CORE_END, at(2025, 1, 1), "2024-10-01/2024-10-09"),
        (SOFT_BEGIN, Edge.CORE_BEGIN, at(2024, 10, 4), "[2024-09-28..2024-10-04]/2024-10-09"),
        ("2024-10-29", Edge.END, at(2025, 1, 1), "2024-10-29"),
    ],
)
def test_resizing_moves_one_bound(edtf: str, edge: Edge, target: int, expected: str) -> None:
    assert write_edtf(resized(parse_edtf(edtf), edge, target)) == expected


def test_limits_may_become_finer_but_a_told_beginning_does_not() -> None:
    day, target = Precision.DAY, at(2024, 10, 20)

    within = resized(parse_edtf("2024-10"), Edge.END, target, day)
    period = resized(parse_edtf("2024-10/2024-12"), Edge.BEGIN, target, day)

    assert write_edtf(within) == "[2024-10-01..2024-10-19]"
    assert write_edtf(period) == "2024-11/2024-12"


@given(spans, edges, instants, precisions)
def test_what_is_resized_is_still_a_span_that_can_be_written(
    span: TimeSpan, edge: Edge, target: int, precision: Precision
) -> None:
    result = resized(span, edge, target, precision)

    assert parse_edtf(write_edtf(result)) == result
    assert result.shape in (span.shape, SpanShape.POINT, SpanShape.WITHIN, SpanShape.PERIOD)
    if edge not in dict(edges_of(span)):
        assert result == span


@given(instants, precisions, st.integers(-500, 500))
def test_granules_are_counted_as_they_are_stepped(
    instant: int, precision: Precision, count: int
) -> None:
    start = granule_start(instant, precision)

    assert count_granules(start, step_granules(start, precision, count), precision) == count
