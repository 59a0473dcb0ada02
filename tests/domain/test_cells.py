"""Texts in cells: never a formula, and the same again when they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.cells import defused, joined, parted, undefused

_likely = st.text(st.sampled_from("'=+-@\t\r\n＝| ab"), max_size=8)


@given(_likely | st.text())
def test_what_is_defused_comes_back(text: str) -> None:
    assert undefused(defused(text)) == text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "－1"])
def test_nothing_begins_as_a_formula(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "'quoted'", "1-2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@given(st.lists(_likely.filter(bool), max_size=4))
def test_several_texts_share_a_cell(texts: list[str]) -> None:
    assert parted(joined(texts)) == tuple(texts)
