"""The linking of times must not fall below what it has reached."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.accuracy.dated_texts import read_timeml
from tests.accuracy.linking_scores import LINKING_SETS, read_floors
from timeline_app.extraction.events.reading import Models

_FLOORS = read_floors()
_SLACK = 0.5  # processors round differently
# What people did with the texts, and no work of ours.
_GIVEN = "all the article’s"

_TIMEML = """<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-29" functionInDocument="CREATION_TIME">
2024-10-29</TIMEX3></DCT>
<TEXT>Police <EVENT eid="e1">arrested</EVENT> him
<TIMEX3 tid="t1" value="2024-10-28">Monday</TIMEX3> and <EVENT eid="e2">say</EVENT> so.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="i1"/><MAKEINSTANCE eventID="e2" eiid="i2"/>
<TLINK relType="INCLUDES" timeID="t1" relatedToEventInstance="i1"/>
<TLINK relType="IS_INCLUDED" eventInstanceID="i2" relatedToTime="t0"/>
<TLINK relType="BEFORE" eventInstanceID="i1" relatedToTime="t0"/>
</TimeML>"""


@pytest.fixture(scope="module")
def models() -> Models:
    return Models.load()


@pytest.mark.parametrize("name", _FLOORS)
def test_linking_stays_above_its_floors(name: str, models: Models) -> None:
    test_set = LINKING_SETS[name]
    if not test_set.paths():
        pytest.skip(f"{name} is not there; its licence keeps it out of the project")
    if test_set.fingerprint() != _FLOORS[name]["fingerprint"]:
        pytest.skip(f"{name} is another edition than the one the floors were set on")
    reached = test_set.scores(models)
    floors = _FLOORS[name]["scores"]
    assert isinstance(floors, dict)
    below = {m: it for m, it in reached.items() if m != _GIVEN and it < floors[m] - _SLACK}
    assert below == {}


def test_dated_events_are_read(tmp_path: Path) -> None:
    path = tmp_path / "one.tml"
    path.write_text(_TIMEML, encoding="utf-8")

    (text,) = read_timeml(path)
    arrested, say = text.events

    assert arrested.range.cut(text.text) == "arrested"
    assert [place.cut(text.text) for place in arrested.places] == ["Monday"]
    assert (arrested.day, arrested.to_article) == (dt.date(2024, 10, 28), "BEFORE")
    assert (say.places, say.day, say.to_article) == ((), text.day, "IS_INCLUDED")
