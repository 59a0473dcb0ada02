"""Eras: the table, and where a name is one."""

from __future__ import annotations

import pytest

from timeline_app.domain import Certainty, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.expressions import Resolution, recognise, resolve
from timeline_app.extraction.expressions.eras import ERAS


def _resolve(text: str) -> list[Resolution]:
    found = recognise(text, [TextRange(0, len(text))])
    return resolve(text, found, CivilDate(2024, 10, 29))


def test_every_era_ends_after_it_begins() -> None:
    assert len({era.key for era in ERAS.values()}) >= 90
    assert all(era.first_year <= era.last_year for era in ERAS.values())


@pytest.mark.parametrize("name", sorted(ERAS))
def test_every_name_is_found_as_it_is_written(name: str) -> None:
    name = name.removeprefix("?")
    (resolution,) = _resolve(f"They lived during the {name}.")
    assert resolution.expression.kind == "era"
    assert resolution.expression.range.cut(f"They lived during the {name}.") == name
    assert resolution.reason == f"“{name}” as it stands in the table of eras"
    assert resolution.certainty is Certainty.UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "Reconstruction of the bridge began.",
        "The reconstruction of the bridge began.",
        "Prohibition of smoking is planned.",
        "A cold war of words broke out.",
        "The Enlightenment Institute closed.",
    ],
)
def test_an_ordinary_word_is_no_era(text: str) -> None:
    assert [each for each in _resolve(text) if each.expression.kind == "era"] == []


def test_an_era_is_no_date_that_the_next_day_counts_from() -> None:
    text = "He came on Monday. His father fell in World War II. The next day he left."
    following = _resolve(text)[-1]
    assert following.readings[0].span.begin == CivilDate(2024, 10, 29).instant
