"""EVENT elements."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline_app.extraction.timeml import events

_TUESDAY = dt.date(2024, 10, 29)


def _found(text: str) -> dict[str, tuple[str, ...]]:
    return {text[start:end]: tuple(rest) for start, end, *rest in events(text, _TUESDAY)}


def test_class_form_and_date() -> None:
    assert _found("Putin held a summit last week. Blinken will visit Seoul on November 3.") == {
        "held": ("OCCURRENCE", "PAST", "NONE", "POS", "NONE", "[2024-10-21..2024-10-27]"),
        "summit": ("OCCURRENCE", "NONE", "NONE", "POS", "NONE", "[2024-10-21..2024-10-27]"),
        "visit": ("OCCURRENCE", "FUTURE", "NONE", "POS", "NONE", "2024-11-03"),
    }


@pytest.mark.parametrize(
    ("text", "word", "form", "span"),
    [
        ("Troops did not enter Kursk.", "enter", ("PAST", "NONE", "NEG", "NONE"), "[..2024-10-29]"),
        ("Troops could enter Kursk.", "enter", ("NONE", "NONE", "POS", "COULD"), "[2024-10-29..]"),
        (
            "Russia has been shelling Kursk.",
            "shelling",
            ("PRESENT", "PERFECTIVE_PROGRESSIVE", "POS", "NONE"),
            "2024-10-29~",
        ),
    ],
)
def test_without_a_time_the_article_bounds_the_event(
    text: str, word: str, form: tuple[str, ...], span: str
) -> None:
    assert _found(text)[word][1:] == (*form, span)


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\x00\ud800 ￿", "🎉" * 50, "((((", "said " * 300, "WAR!!! " * 40]
)
def test_any_text_is_read(text: str) -> None:
    for start, end, *_ in events(text, _TUESDAY):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Troops entered Kursk.", "2024-10-29"),
        ("Troops had entered Kursk.", "[..2024-10-29]"),
        ("Troops entered Kursk on Sunday.", "2024-10-27"),
    ],
)
def test_what_is_past_and_has_no_time_is_put_on_the_article_s_day(text: str, day: str) -> None:
    ((*_, span),) = [row for row in events(text, _TUESDAY) if text[row[0] : row[1]] == "entered"]

    assert span == day
