"""Tells the language of a text by its most frequent words.

Only the languages with a list of such words are known. A word that several languages share counts
for each of them in part. English is seen at a glance: nothing but English has many a "the".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from timeline_app.extraction.expressions.foreign.lexicon import LANGUAGES
from timeline_app.resources import resource_path

ENGLISH: Final = "en"
UNKNOWN: Final = ""

_SAMPLE = 3_000  # characters; more of a text says no more of its language
_LETTERS_FOR_EACH_THE = 200  # in English there is one in about 100
_LEAST = 1.5  # words of one language alone that it takes to know it
_LEAD = 1.4  # times as many words as the next language has
_DENSITY = 0.12  # the share of its words that the list of a language covers at the least
# Elsewhere a capital inside a sentence makes a name: "El Paso".
_CAPITALS: Final = frozenset({ENGLISH, "de"})
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n«„“\"(])\s*[^\W\d_]")
# The small words inside a name: "Juan de la Cruz", "Ludwig van Beethoven".
_INSIDE_NAME = re.compile(
    r"(?<=\w)(?: (?:d[aeio]s?|de[lnr]|du|la|las|le|los|van|von|y))+ (?=[A-ZÀ-ÞА-Я])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?")


def detect_language(text: str) -> str:
    """The code of the language a text is written in (ISO 639-1), UNKNOWN when it is not sure.

    Looks at the beginning only, so the time does not grow with the text.
    """
    sample = text[:_SAMPLE]
    if sample.count(" the ") * _LETTERS_FOR_EACH_THE > len(sample):
        return ENGLISH
    found = _words(sample)
    scores = _scores(found)
    if not scores:
        return UNKNOWN
    best = max(scores, key=scores.__getitem__)
    score = scores.pop(best)
    next_score = max(scores.values(), default=0.0)
    is_sure = score >= max(_LEAST, _DENSITY * len(found)) and score >= _LEAD * next_score
    return best if is_sure else UNKNOWN


def _words(sample: str) -> list[str]:
    """The words but for those inside names; a capital is kept where no sentence begins with it."""
    text = _INSIDE_NAME.sub(" | ", sample).replace("’", "'")
    text = _SENTENCE_START.sub(lambda match: match.group().lower(), text)
    return [word.lower() if word.isupper() else word for word in _WORD.findall(text)]


def _scores(words: list[str]) -> dict[str, float]:
    weights = _weights()
    scores: dict[str, float] = {}
    for word, count in Counter(words).items():
        lowered = word.lower()
        is_name = word != lowered
        for language, weight in weights.get(lowered, ()):
            if not is_name or language in _CAPITALS:
                scores[language] = scores.get(language, 0) + weight * count
    return scores


@cache
def _weights() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """For each frequent word, its languages, each with its share of the word."""
    languages: dict[str, list[str]] = {}
    for language in (ENGLISH, *LANGUAGES):
        for word in _frequent_words(language):
            languages.setdefault(word, []).append(language)
    return {
        word: tuple((language, 1 / len(known)) for language in known)
        for word, known in languages.items()
    }


def _frequent_words(language: str) -> set[str]:
    path = resource_path("language", language, "frequent_words.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}
