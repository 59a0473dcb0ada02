"""Real text: what copying, typesetting, scanning and haste have done to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.expressions import recognise, resolve
from timeline_app.extraction.expressions.surface import surface_of

_ARTICLE_DATE = CivilDate(2024, 10, 29)  # a Tuesday
_UNSEEN = ("\u200b", "\u00ad", "\u200f", "\u2060", "\ufeff")


def _read(text: str) -> list[tuple[str, str]]:
    found = recognise(text, [TextRange(0, len(text))])
    return [
        (each.expression.range.cut(text), write_edtf(each.readings[0].span))
        for each in resolve(text, found, _ARTICLE_DATE)
        if each.readings
    ]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        # Glued to the words before and behind
        ("Kursk, RussiaTuesday, October 29, 2024", "Tuesday, October 29, 2024", "2024-10-29"),
        ("Updated 2024Oct 29 in Rome", "2024Oct 29", "2024-10-29"),
        ("They left onMonday.", "Monday", "2024-10-28"),
        ("It began on March3.", "March3", "2024-03-03"),
        ("It began on 3March2024.", "3March2024", "2024-03-03"),
        ("It began on October29,2024.", "October29,2024", "2024-10-29"),
        ("It began on Oct. 29,2024.", "Oct. 29,2024", "2024-10-29"),
        ("It lasted May5-7.", "May5-7", "2024-05-05/2024-05-07"),
        ("It began on Sept.29.", "Sept.29", "2024-09-29"),
        ("It began on 29th.October 2024.", "29th.October 2024", "2024-10-29"),
        ("It began (Sept. 29, 2024).", "Sept. 29, 2024", "2024-09-29"),
        # Broken lines and odd spaces
        ("It ended on October\n    29, 2024.", "October\n    29, 2024", "2024-10-29"),
        ("It ended on Octo-\nber 29.", "Octo-\nber 29", "2024-10-29"),
        ("It ended on Thurs-\n   day.", "Thurs-\n   day", "2024-10-24"),
        ("They met last\n\tweek.", "last\n\tweek", "[2024-10-21..2024-10-27]"),
        ("It ended on October\u00a029,\u20092024.", "October\u00a029,\u20092024", "2024-10-29"),
        ("It ended on October  29,  2024.", "October  29,  2024", "2024-10-29"),
        ("It ended on Oct\u200bober 29.", "Oct\u200bober 29", "2024-10-29"),
        ("It ended in Octo\u00adber 2024.", "Octo\u00adber 2024", "2024-10"),
        ("\u200fOctober 29\u200e, 2024\u200f", "October 29\u200e, 2024", "2024-10-29"),
        ("He came on New\n  Year’s Eve.", "New\n  Year’s Eve", "2023-12-31"),
        # Quotes and hyphens
        ("He has ruled since ’98.", "since ’98", "1998/.."),
        ("He came in ‘98.", "‘98", "1998"),
        ("He came in ′98.", "′98", "1998"),
        ("It will be ready by year’s end.", "by year’s end", "[..2024-12]"),
        ("They met at 5 o’clock on Monday.", "5 o’clock on Monday", "2024-10-28T05"),
        ("It rose in the mid\u20111990s.", "the mid\u20111990s", "[1994..1996]"),
        ("It lasted 8\u201313 October 2024.", "8\u201313 October 2024", "2024-10-08/2024-10-13"),
        ("The war of 1914\u20141918 ended.", "1914\u20141918", "1914/1918"),
        ("It lasted October 8\u201013.", "October 8\u201013", "2024-10-08/2024-10-13"),
        # Letters that scanning took for figures, and other figures
        ("It began on 1O October.", "1O October", "2024-10-10"),
        ("It began on l5 May 2O24.", "l5 May 2O24", "2024-05-15"),
        ("It began in l998.", "l998", "1998"),
        ("It began in I998.", "I998", "1998"),
        ("It began on October l5, 20l6.", "October l5, 20l6", "2016-10-15"),
        ("It began on ２９ October ２０２４.", "２９ October ２０２４", "2024-10-29"),
        ("It began on 29ᵗʰ October.", "29ᵗʰ October", "2024-10-29"),
        ("It began in 2020¹ in Rome.", "2020", "2020"),
        # All capitals, no capitals
        ("ON MONDAY, OCTOBER 28, THEY MET.", "MONDAY, OCTOBER 28", "2024-10-28"),
        ("MONDAY, MARCH 4, THE SENATE MAY MARCH.", "MONDAY, MARCH 4", "2024-03-04"),
        ("THE SUN SAT IN MAY.", "MAY", "2024-05"),
        ("HE RESIGNED IN MARCH.", "MARCH", "2024-03"),
        ("THE CAT SAT ON OCT. 29.", "OCT. 29", "2024-10-29"),
        ("it began on march 3.", "march 3", "2024-03-03"),
        ("it began in may 2020.", "may 2020", "2020-05"),
        ("it began on 3 may.", "3 may", "2024-05-03"),
        ("it began on the 2nd of may.", "the 2nd of may", "2024-05-02"),
    ],
)
def test_a_date_is_read_through_its_writing(text: str, expression: str, edtf: str) -> None:
    assert _read(text) == [(expression, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "THE SENATE MAY MARCH.",
        "PRICES MAY FALL SECOND BY SECOND.",
        "THE SUN AND THE CAT SAT STILL.",
        "They may march 3 miles.",
        "Covid19 and the A320 met B2B.",
        "It weighs 10⁵ grams.",
        "Call 2020-555-0199-22-33-44-55-66-77 or 1/2/3/4/5/6/7/8/9/10.",
        "It ended 1:1:1 and 3:2.",
    ],
)
def test_what_is_no_date_stays_none(text: str) -> None:
    assert _read(text) == []


def test_an_age_is_no_date() -> None:
    text = "The three-week-old baby and the 6-year-old slept."
    assert recognise(text, [TextRange(0, len(text))]) == []


def test_a_length_is_found_with_any_hyphen() -> None:
    for text in ("a two-day strike", "a two\u2011day strike", "a two-\nday strike"):
        (length,) = recognise(text, [TextRange(0, len(text))])
        assert length.kind == "duration"
        assert length.range.end == len(text) - len(" strike")


def test_a_plain_text_is_its_own_surface() -> None:
    text = "It began on “29 October” – he said – in ’98."
    surface = surface_of(text)
    assert surface.text is text
    assert not surface.is_moved


def test_a_hyphen_at_a_line_end_stays_where_it_belongs_to_the_word() -> None:
    assert surface_of("a two-\nday strike").text == "a two-\nday strike"
    assert surface_of("in Octo-\n  ber").text == "in October"


@given(st.text(st.sampled_from([*_UNSEEN, *"aé 1-\n"]), max_size=30))
def test_every_kept_character_goes_back_to_its_place(text: str) -> None:
    surface = surface_of(text)
    for position, character in enumerate(surface.text):
        if not surface.is_moved:
            assert surface.text == text
            break
        place = surface.as_written(TextRange(position, position + 1))
        assert place.cut(text) == character
        assert surface.as_read(place) == TextRange(position, position + 1)


@settings(deadline=None)
@given(
    st.sampled_from(["Tuesday, October 29, 2024", "last week", "three weeks ago", "the 1990s"]),
    st.data(),
)
def test_what_nobody_sees_changes_nothing(expression: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(expression) - 1))
    written = expression[:place] + data.draw(st.sampled_from(_UNSEEN)) + expression[place:]
    (found,) = _read(f"They met {written}, he said.")
    (plain,) = _read(f"They met {expression}, he said.")
    assert found == (written, plain[1])


@settings(deadline=None)
@given(
    st.sampled_from(
        [
            "Tuesday, October 29, 2024", "29 October 2024", "last week", "three weeks ago",
            "the end of next week", "from 3 to 5 March 2021", "early last month", "9 a.m. Monday",
            "New Year's Eve", "the third quarter of 2023",
        ]
    ),
    st.sampled_from(["\u00a0", "\u2009", "\u202f", "\u3000", "\n", "  ", "\t"]),
)  # fmt: skip
def test_the_kind_of_space_changes_nothing(expression: str, space: str) -> None:
    written = expression.replace(" ", space)
    (plain,) = _read(f"They met {expression}.")
    assert _read(f"They met {written}.") == [(plain[0].replace(" ", space), plain[1])]
