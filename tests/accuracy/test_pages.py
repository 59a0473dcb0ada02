"""The reading of web pages must not fall below what it has reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy.page_scores import (
    Page,
    Part,
    fingerprint,
    pages_folder,
    read_floors,
    read_pages,
    score,
    table,
)
from tests.documents.pages import PARAGRAPHS, page

_SLACK = 1.0  # one page of the smaller part is 3 %
_MOST_GREEN_WRONG = 2.0


@pytest.mark.parametrize("part", ["rest", "held-out"])
def test_pages_are_read_as_well_as_before(part: Part) -> None:
    folder, floors = pages_folder(), read_floors()
    if not folder.is_dir():
        pytest.skip("the pages are not there; their texts belong to others")
    if fingerprint(folder) != floors["fingerprint"]:
        pytest.skip("the pages are another edition than the one the floors were set on")
    reached = score(list(read_pages(folder, part)))
    assert isinstance(floors["scores"], dict)
    floor = floors["scores"][part]

    assert reached.pop("green wrong") <= _MOST_GREEN_WRONG
    assert {m: it for m, it in reached.items() if it < floor[m] - _SLACK} == {}


def test_what_is_right_is_counted() -> None:
    html = page("", "<p>By Jane Doe | October 29, 2024</p>")
    text = " ".join(PARAGRAPHS)
    right = Page("right", html, text, "Old bridge is closed", "Jane Doe", ("2024-10-29",))
    wrong = Page("wrong", html, text, "New bridge", "John Smith", ("2024-10-30",))
    of_none = Page("none", html, text, days=())

    reached = score([right, wrong, of_none])

    assert reached["text F1"] > 90
    assert (reached["title"], reached["author"], reached["day"]) == (50, 50, 50)
    assert (reached["green"], reached["green wrong"]) == (100, 66.7)


def test_absent_pages_are_skipped_with_a_line(tmp_path: Path) -> None:
    assert list(table(tmp_path / "none")) == [
        f"readability-pages: skipped, there is no such corpus in {tmp_path}"
    ]
