"""The table that `make accuracy` prints, and the peers in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.accuracy import dateparser_search
from tests.accuracy.timeml_corpora import CORPORA
from tests.accuracy.timex_floors import FLOORS_FILE, read_floors, write_floors
from tests.accuracy.timex_scores import MEASURES
from tests.accuracy.timex_scoring import main
from tests.accuracy.timex_table import Row, heading, line, recorded, table

_DAY = dt.date(2024, 10, 29)
_FILE = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-29">today</TIMEX3></DCT>
<TEXT>He left <TIMEX3 tid="t1" type="DATE" value="2024-10-28">yesterday</TIMEX3>.</TEXT></TimeML>
"""


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIMELINE_APP_CORPORA", str(tmp_path))
    return tmp_path


def test_absent_corpora_are_skipped_with_a_line_each(corpora: Path) -> None:
    lines = list(table())
    skipped = [each for each in lines if "skipped" in each]
    assert skipped == [f"{name}: skipped, there is no such corpus in {corpora}" for name in CORPORA]
    assert any("HeidelTime" in each for each in lines)


def test_a_corpus_is_scored_for_both_taggers(corpora: Path) -> None:
    (corpora / "timebank").mkdir()
    (corpora / "timebank" / "own.tml").write_text(_FILE, encoding="utf-8")
    lines = list(table())
    ours, live = lines[1:3]
    assert ours.split()[:8] == ["Timeline", "App", *["100.0"] * 6]
    assert live.split()[:5] == ["dateparser.search_dates,", "run", "now", "100.0", "100.0"]


def test_what_was_not_measured_is_a_dash() -> None:
    assert line(Row("UWTime", {"value": 82.7}, None)).split() == [
        *("UWTime", "–", "–", "–", "82.7", "–", "–", "–")
    ]
    assert heading("timebank").split() == ["timebank", *MEASURES, "docs/s"]


@pytest.mark.parametrize("sample", ["sample", "timebank", "aquaint"])
def test_recorded_numbers_are_of_the_measures_of_the_table(sample: str) -> None:
    rows = recorded(sample)
    assert len(rows) >= 10
    assert {measure for row in rows for measure in row.f1} <= set(MEASURES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on 3 May 2023.", [("3 May 2023", "DATE", "2023-05-03")]),
        ("It fell in May 2023.", [("May 2023", "DATE", "2023-05")]),
        ("He came yesterday.", [("yesterday", "DATE", "2024-10-28")]),
        ("He came on Tuesday.", [("Tuesday", "DATE", "2024-10-29")]),
        ("He came on Monday.", [("Monday", "DATE", "2024-10-28")]),
        ("It rose 20% to 35.", []),
        ("", []),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_live_peer_is_put_in_its_best_light(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    tagged = dateparser_search.tag(text, _DAY)
    assert [(text[start:end], kind, value) for start, end, kind, value in tagged] == expected


def test_errors_are_written_to_a_file(corpora: Path) -> None:
    (corpora / "timebank").mkdir()
    file = _FILE.replace("2024-10-28", "2024-10-27")
    (corpora / "timebank" / "own.tml").write_text(file, encoding="utf-8")
    listed = corpora / "errors.tsv"
    result = CliRunner().invoke(main, ["--errors", str(listed)])
    assert result.exit_code == 0, result.output
    _, error = listed.read_text(encoding="utf-8").splitlines()
    assert error.split("\t")[3] == "value"
    assert "aquaint: not there, skipped" in result.output


def test_new_floors_are_kept_for_the_corpora_that_are_there(corpora: Path) -> None:
    (corpora / "timebank").mkdir()
    (corpora / "timebank" / "own.tml").write_text(_FILE, encoding="utf-8")
    file = corpora / "floors.json"
    file.write_text(FLOORS_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    write_floors(lambda _text, _day: [], file)
    before, after = read_floors(), read_floors(file)
    assert after["timebank"].f1 == {"all": dict.fromkeys(MEASURES, 0.0)}
    assert after["timebank"].fingerprint != before["timebank"].fingerprint
    assert after["aquaint"] == before["aquaint"]
