from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.text import ELLIPSIS, TextStyle, elide

LABEL = TextStyle.LABEL


def by_letters(text: str, _style: TextStyle) -> float:
    """Each letter is 10 wide; what is only joined on has no width."""
    return 10.0 * sum(letter not in "\u200d\u0301" for letter in text)


def shortened(text: str, letters: int) -> str:
    return elide(text, 10.0 * letters, LABEL, by_letters)


def test_what_fits_stays_whole() -> None:
    assert shortened("Treaty", 6) == "Treaty"


def test_what_does_not_fit_ends_in_an_ellipsis_without_a_gap_before_it() -> None:
    assert shortened("Treaty signed", 8) == "Treaty…"
    assert shortened("Treaty signed", 9) == "Treaty s…"


def test_hebrew_is_cut_at_its_logical_end() -> None:
    assert shortened("הסכם נחתם", 6) == "הסכם…"


def test_an_arabic_letter_keeps_the_form_it_has_inside_a_word() -> None:
    assert shortened("القاهرة", 4) == "الق\u200d…"
    assert shortened("في القاهرة", 3) == "في…"


def test_no_letter_loses_its_accent() -> None:
    assert shortened("Cafe\u0301 bombing", 5) == "Cafe\u0301…"


def test_a_text_of_one_letter_without_room_is_left_out() -> None:
    assert elide("W", 5.0, LABEL, by_letters) == ELLIPSIS


@given(st.text(max_size=40), st.integers(1, 40))
def test_a_shortened_text_fits_and_begins_as_the_whole(text: str, letters: int) -> None:
    found = shortened(text, letters)

    assert by_letters(found, LABEL) <= 10.0 * letters
    assert text.startswith(found.removesuffix(ELLIPSIS).removesuffix("\u200d")) or found == text
