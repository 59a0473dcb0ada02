"""Inferred days: what was most likely on the day the article was written."""

from __future__ import annotations

import pytest

from tests.extraction.events.parsing import the
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.events.reading import Models

_TODAY = "Police arrested two men in Leeds on Tuesday.\n\n"  # the article’s own day
_YESTERDAY = "Police arrested two men in Leeds on Monday.\n\n"


def _readings(models: Models, trigger: str, text: str) -> list[str]:
    return [write_edtf(reading.span) for reading in the(models, trigger, text).readings]


def test_a_dispatch_of_the_day_offers_its_day(models: Models) -> None:
    readings = _readings(models, "closed", _TODAY + "The council closed the bridge.")

    assert readings == ["[..2024-10-29]", "2024-10-29"]


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the bridge.",
        _YESTERDAY + "The council closed the bridge.",
        _TODAY + _YESTERDAY + "The council closed the bridge.",
        _TODAY + "The council has closed the bridge.",
    ],
)
def test_no_other_article_does(models: Models, text: str) -> None:
    assert _readings(models, "closed", text) == ["[..2024-10-29]"]


def test_its_own_time_is_all_that_an_event_is_offered(models: Models) -> None:
    text = _TODAY + "The council closed the bridge in 2019."

    assert _readings(models, "closed", text) == ["2019"]
