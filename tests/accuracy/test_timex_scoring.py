"""The scorer itself, on a text of our own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.accuracy.timeml_corpora import Annotated, read_corpus
from tests.accuracy.timex_scores import score

_FILE = """<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-29">October 29, 2024</TIMEX3></DCT>
<TEXT>They met <TIMEX3 tid="t1" type="DATE" value="2024-W43">last week</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> &amp; left.</TEXT></TimeML>
"""


def _corpus(folder: Path) -> list[Annotated]:
    (folder / "own.tml").write_text(_FILE, encoding="utf-8")
    return read_corpus(folder)


def test_reading_keeps_the_text_and_the_marks(tmp_path: Path) -> None:
    (annotated,) = _corpus(tmp_path)
    assert annotated.text == "They met last week for\ntwo days & left."
    assert annotated.day == dt.date(2024, 10, 29)
    assert [annotated.text[start:end] for start, end, *_ in annotated.gold] == [
        "last week",
        "two days",
    ]


def test_the_gold_itself_scores_a_hundred(tmp_path: Path) -> None:
    (annotated,) = _corpus(tmp_path)
    result = score([annotated], lambda _text, _day: annotated.gold)
    assert [result.f1(measure) for measure in ("strict", "relaxed", "value", "calendar")] == [
        100
    ] * 4


def test_half_right_is_counted_so(tmp_path: Path) -> None:
    (annotated,) = _corpus(tmp_path)
    wrong = [(4, 18, "DATE", "2024-W44"), annotated.gold[1]]
    result = score([annotated], lambda _text, _day: wrong)
    assert result.f1("relaxed") == 100
    assert result.f1("strict") == 50
    assert result.f1("value") == 50
    assert result.f1("calendar") == 0
