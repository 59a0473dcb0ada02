"""The scorer itself, on texts of our own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.accuracy.timeml_corpora import Annotated, Timex, fingerprint, read_corpus
from tests.accuracy.timex_errors import HEADINGS, errors
from tests.accuracy.timex_scores import MEASURES, Score, cleaned, score

_HEAD = """<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-29">October 29, 2024</TIMEX3></DCT>
"""
_FILE = f"""{_HEAD}<TEXT>They met
<TIMEX3 tid="t1" type="DATE" value="2024-W43">last week</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> &amp; left.</TEXT></TimeML>
"""
_TEXT = "They met\nlast week for\ntwo days & left."
_LAST_WEEK: Timex = (9, 18, "DATE", "2024-W43")
_TWO_DAYS: Timex = (23, 31, "DURATION", "P2D")


def _corpus(folder: Path, file: str = _FILE, name: str = "own.tml") -> list[Annotated]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(file, encoding="utf-8")
    return read_corpus(folder)


def _scored(folder: Path, *tagged: Timex) -> Score:
    return score(_corpus(folder), lambda _text, _day: tagged)


def _f1(result: Score) -> dict[str, float]:
    return {measure: round(result.f1(measure), 1) for measure in MEASURES}


def test_reading_keeps_the_text_and_the_marks(tmp_path: Path) -> None:
    (annotated,) = _corpus(tmp_path)
    assert annotated.text == _TEXT
    assert annotated.day == dt.date(2024, 10, 29)
    assert annotated.gold == [_LAST_WEEK, _TWO_DAYS]


def test_marks_of_events_are_no_times(tmp_path: Path) -> None:
    file = _FILE.replace("They met", 'They <EVENT eid="e1">met</EVENT>')
    assert _corpus(tmp_path, file)[0] == _corpus(tmp_path)[0]


def test_the_day_of_writing_in_the_text_is_not_scored(tmp_path: Path) -> None:
    day = '<TIMEX3 tid="t0" type="DATE" value="2024-10-29">Tuesday</TIMEX3>'
    (annotated,) = _corpus(tmp_path, f"{_HEAD}<TEXT>{day}: rain.</TEXT></TimeML>")
    assert annotated.text == "Tuesday: rain."
    assert annotated.gold == []


def test_the_day_of_writing_can_stand_in_the_text_alone(tmp_path: Path) -> None:
    day = (
        '<TIMEX3 tid="t7" type="DATE" functionInDocument="PUBLICATION_TIME" value="20241029">'
        "Tuesday</TIMEX3>"
    )
    (annotated,) = _corpus(tmp_path, f"<TimeML><TEXT>{day}: rain.</TEXT></TimeML>")
    assert annotated.day == dt.date(2024, 10, 29)


def test_a_file_without_its_day_is_left_out(tmp_path: Path) -> None:
    assert _corpus(tmp_path, "<TimeML><TEXT>Rain.</TEXT></TimeML>") == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_corpus(tmp_path / "nowhere") == []


def test_the_parts_of_the_news_are_all_of_it_and_fixed(tmp_path: Path) -> None:
    news = tmp_path / "timebank"
    for number in range(15):
        _corpus(news, name=f"{number}.tml")
    held_out, rest = (
        {each.name for each in read_corpus(news, part)} for part in ("held-out", "rest")
    )
    assert held_out == {f"{number}.tml" for number in (0, 1, 3, 4, 5, 10, 13)}
    assert held_out | rest == {f"{number}.tml" for number in range(15)}
    assert not held_out & rest


def test_only_the_news_has_a_held_out_part(tmp_path: Path) -> None:
    histories = tmp_path / "wikiwars"
    for number in range(15):
        _corpus(histories, name=f"{number}.tml")
    assert read_corpus(histories, "held-out") == []
    assert len(read_corpus(histories, "rest")) == 15


def test_the_fingerprint_covers_names_and_contents(tmp_path: Path) -> None:
    _corpus(tmp_path / "a")
    _corpus(tmp_path / "b")
    _corpus(tmp_path / "c", name="other.tml")
    _corpus(tmp_path / "d", _FILE + " ")
    prints = [fingerprint(tmp_path / name) for name in "abcd"]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_the_gold_itself_scores_a_hundred(tmp_path: Path) -> None:
    result = _scored(tmp_path, _LAST_WEEK, _TWO_DAYS)
    assert _f1(result) == dict.fromkeys(MEASURES, 100)


def test_silence_scores_nothing(tmp_path: Path) -> None:
    assert _f1(_scored(tmp_path)) == dict.fromkeys(MEASURES, 0)


def test_a_wrong_value_counts_for_extent_and_type_only(tmp_path: Path) -> None:
    result = _scored(tmp_path, (9, 18, "DATE", "2024-W44"), _TWO_DAYS)
    assert _f1(result) == {
        "strict": 100,
        "relaxed": 100,
        "type": 100,
        "value": 50,
        "strict+value": 50,
        "calendar": 0,
    }


def test_a_wrong_extent_counts_for_value_and_type_only(tmp_path: Path) -> None:
    result = _scored(tmp_path, (4, 18, "DATE", "2024-W43"), _TWO_DAYS)
    assert _f1(result) == {
        "strict": 50,
        "relaxed": 100,
        "type": 100,
        "value": 100,
        "strict+value": 50,
        "calendar": 100,
    }


def test_a_false_alarm_lowers_all_measures(tmp_path: Path) -> None:
    result = _scored(tmp_path, (0, 4, "DATE", "2024"), _LAST_WEEK, _TWO_DAYS)
    assert _f1(result) == {**dict.fromkeys(MEASURES, 80), "calendar": 66.7}


def test_each_expression_is_paired_once(tmp_path: Path) -> None:
    result = _scored(tmp_path, (9, 13, "DATE", "2024"), (14, 18, "DATE", "2024-W43"))
    assert result.counts["relaxed"] == 1
    assert result.counts["value"] == 0


def test_what_timex_cannot_hold_is_dropped() -> None:
    tagged: list[Timex] = [
        (14, 18, "DATE", "inside the other"),
        (8, 19, "DATE", "with blanks"),
        (22, 23, "DATE", "nothing but a line break"),
        (23, 99, "DATE", "beyond the end"),
    ]
    assert cleaned(tagged, _TEXT) == [
        (9, 18, "DATE", "with blanks"),
        (23, len(_TEXT), "DATE", "beyond the end"),
    ]


@pytest.mark.parametrize(
    ("tagged", "faults"),
    [
        ([_LAST_WEEK, _TWO_DAYS], []),
        ([_LAST_WEEK], ["missed"]),
        ([(0, 4, "DATE", "2024"), _LAST_WEEK, _TWO_DAYS], ["spurious"]),
        ([(4, 18, "DATE", "2024-W43"), _TWO_DAYS], ["extent"]),
        ([(9, 18, "SET", "P1W"), _TWO_DAYS], ["type+value"]),
    ],
)
def test_errors_are_listed(tmp_path: Path, tagged: list[Timex], faults: list[str]) -> None:
    rows = list(errors(_corpus(tmp_path), lambda _text, _day: tagged))
    assert [row[HEADINGS.index("fault")] for row in rows] == faults
    assert all(len(row) == len(HEADINGS) for row in rows)


def test_an_error_is_shown_in_its_context(tmp_path: Path) -> None:
    (row,) = errors(_corpus(tmp_path), lambda _text, _day: [_LAST_WEEK])
    assert row[3:] == [
        *("missed", "two days", "DURATION", "P2D", "", "", ""),
        "They met last week for [two days] & left.",
    ]
