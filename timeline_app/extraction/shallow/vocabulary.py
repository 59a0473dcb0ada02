"""Vocabulary: the closed classes of English, and which other words are ordinary English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from timeline_app.extraction.language import data_lines, function_words
from timeline_app.extraction.shallow.tags import Tag
from timeline_app.extraction.verb_forms import read_verb

_CLASSES = (
    ("conjunction", Tag.CONJUNCTION), ("modal", Tag.MODAL), ("be", Tag.BE), ("have", Tag.HAVE),
    ("do", Tag.DO), ("negation", Tag.NOT), ("wh", Tag.WH), ("subordinator", Tag.SUBORDINATOR),
    ("possessive", Tag.POSSESSIVE), ("pronoun", Tag.PRONOUN), ("determiner", Tag.DETERMINER),
    ("number", Tag.NUMBER), ("time_subordinator", Tag.PREPOSITION),
    ("preposition", Tag.PREPOSITION), ("adverb", Tag.ADVERB), ("adjective", Tag.ADJECTIVE),
)  # fmt: skip


@cache
def closed_classes() -> Mapping[str, Tag]:
    """The tag of every word, in lower case, of a closed class."""
    table: dict[str, Tag] = {}
    for word_class, tag in _CLASSES:
        for word in function_words(word_class):
            table.setdefault(word.replace("’", "'"), tag)
    return table


@cache
def common_words() -> frozenset[str]:
    """Words that are ordinary English, so no names where only the sentence gives them a capital."""
    return frozenset(word for line in data_lines("common_words.txt") for word in line.split())


def is_common(word: str) -> bool:
    """Whether a lower-case word, or its singular, is an ordinary English word."""
    known = common_words()
    return (
        word in known
        or (word.endswith("s") and word[:-1] in known)
        or (word.endswith("es") and word[:-2] in known)
        or (word.endswith("ies") and word[:-3] + "y" in known)
        or (word.endswith("men") and word[:-3] + "man" in known)
        or word.endswith("ists")
        or _is_compound(word)
        or read_verb(word) is not None
        or word in closed_classes()
    )


def _is_compound(word: str) -> bool:
    """Whether a word is put together from two others: "firefighters", "heatwaves"."""
    known = common_words()
    return any(
        (word[:cut] in known or read_verb(word[:cut]) is not None)
        and (word[cut:].rstrip("s") in known or read_verb(word[cut:]) is not None)
        for cut in range(4, len(word) - 3)
    )


def is_adverb(word: str) -> bool:
    """Whether a lower-case word has the ending of adverbs, and is one."""
    return word.endswith("ly") and len(word) > 4 and word not in function_words("not_adverb")
