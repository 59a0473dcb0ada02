"""The gazetteer: countries, towns, demonyms, first names, and words that names are made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from timeline_app.extraction.language import data_lines, word_classes


@cache
def _places() -> frozenset[str]:
    return frozenset(
        place
        for line in data_lines("countries.txt")
        for column in (line.split("|")[0], line.split("|")[2])
        for place in column.split(";")
        if place
    )


@cache
def _organisations() -> frozenset[str]:
    return frozenset(data_lines("organisations.txt"))


def is_organisation(name: str) -> bool:
    """Whether a name is that of a large organisation whose words do not tell so."""
    return name in _organisations()


@cache
def demonyms() -> Mapping[str, str]:
    """The land of every demonym: "North Korean" → "North Korea"."""
    table: dict[str, str] = {}
    for line in data_lines("countries.txt"):
        land, words, _ = line.split("|")
        for word in filter(None, words.split(";")):
            table.setdefault(word, land)
            table.setdefault(word + "s", land)
    return table


def is_place(name: str) -> bool:
    """Whether a name is that of a country, a state or a large town."""
    return name in _places()


@cache
def _towns() -> frozenset[str]:
    return frozenset(data_lines("towns.txt"))


def is_town(name: str) -> bool:
    """Whether a town, small ones left out, has the name; people may have it too."""
    return name in _towns()


def name_words(word_class: str) -> frozenset[str]:
    """The words, in lower case, that play one part around names."""
    return word_classes("name_words.txt")[word_class]


def gender_of(first_name: str) -> str:
    """Either "m", "f", "" for a name that is no first name, "mf" for one of both."""
    names = word_classes("first_names.txt")
    lower = first_name.lower()
    return "m" * (lower in names["male"]) + "f" * (lower in names["female"])
