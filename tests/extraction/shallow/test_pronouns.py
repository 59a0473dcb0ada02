from __future__ import annotations

import pytest

from tests.extraction.reading import titles


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Vladimir Putin met Xi Jinping.", "He", "Putin"),
        ("Angela Merkel met Vladimir Putin.", "She", "Merkel"),
        ("Angela Merkel met Vladimir Putin.", "He", "Putin"),
        ("Vladimir Putin spoke. It rained in Kazan.", "He", "Putin"),
        ("Lloyd Austin and Antony Blinken spoke.", "They", "Austin and Blinken"),
    ],
)
def test_a_pronoun_stands_for_whom_the_text_was_about(before: str, pronoun: str, name: str) -> None:
    assert f"{name} signed a treaty in Rome" in titles(
        f"{before} {pronoun} signed a treaty in Rome on Monday."
    )


def test_an_unclear_pronoun_stays_as_it_is() -> None:
    found = titles("It rained in Kazan. They signed a treaty in Rome on Monday.")
    assert all(title.startswith("They") for title in found)


def test_whose_father_is_told() -> None:
    found = titles("Angela Merkel spoke in Bonn. Her father founded a school in 1951.")
    assert "Merkel’s father founded a school" in found
