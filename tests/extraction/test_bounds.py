"""Bounds: when an event was, from how it lies to the time that its text names."""

from __future__ import annotations

import pytest

from timeline_app.domain import Relation
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.extraction.bounds import bounded


@pytest.mark.parametrize(
    ("time", "relation", "span"),
    [
        ("2023-03", Relation.WITHIN, "2023-03"),
        ("2023-03", Relation.ENDS, "../2023-03"),
        ("[2023-05-06..2023-05-09]", Relation.ENDS, "../[2023-05-06..2023-05-09]"),
        ("2023-07-01", Relation.BEGINS, "2023-07-01/"),
        ("2023", Relation.THROUGHOUT, "2023-01/2023-12"),
        ("2023-04", Relation.THROUGHOUT, "2023-04-01/2023-04-30"),
        ("2023-04-05", Relation.THROUGHOUT, "2023-04-05"),
        ("2023-05-03/2023-05-05", Relation.THROUGHOUT, "2023-05-03/2023-05-05"),
        ("1950~", Relation.BEFORE, "[..1949~]"),
        ("2023-06-06", Relation.AFTER, "[2023-06-07..]"),
        # what is open already says as much
        ("1999/..", Relation.BEGINS, "1999/.."),
        ("../2004", Relation.ENDS, "../2004"),
        ("[..2004]", Relation.BEFORE, "[..2004]"),
    ],
)
def test_a_relation_opens_and_closes_bounds(time: str, relation: Relation, span: str) -> None:
    assert write_edtf(bounded(parse_edtf(time), relation)) == span
