"""Reads who wrote an article from its by-line: "By Jane Doe and John Smith, Reuters"."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"(?:(?:written|reported|story|text|words|analysis|opinion|commentary|report|posted|published)"
    r" )?(?:by|von|par|por)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "and und et y & de del della der den di da dos du van von la le el al bin ibn the for of in at"
    .split()
)  # fmt: skip
_LONGEST = 120  # letters
_MOST_WORDS_OF_A_NAME = 5
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*")


def read_byline(line: str) -> str | None:
    """The names in a by-line, without what follows them; None when the line is no by-line."""
    opening = _OPENING.match(line)
    if opening is None or len(line) > _LONGEST or line.rstrip().endswith(("?", "!")):
        return None
    names = line[opening.end() :].strip(" .,|·•–—-*_")
    words = names.replace(",", " ").split()
    if not words or not _is_name_word(words[0]) or not all(map(_may_stand_in_byline, words)):
        return None
    return _without_role(names)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or not word[0].isascii()


def _may_stand_in_byline(word: str) -> bool:
    return (
        _is_name_word(word) or word.casefold() in _PARTICLES or word.startswith(("(", "al-", "@"))
    )


def _without_role(names: str) -> str:
    """Leave out an outlet or office after the last comma: "Jane Doe, Associated Press Writer"."""
    head, comma, tail = names.rpartition(",")
    is_role = comma and " and " not in tail and "&" not in tail and not _is_a_name_list(names)
    return head.strip() if is_role else names


def _is_a_name_list(names: str) -> bool:
    """Whether commas part names: three or more, the last after "and", each of a few words."""
    parts = [part for part in _BETWEEN_NAMES.split(names) if part]
    has_conjunction = bool(re.search(r"\band\b|&", names))
    short = all(1 < len(part.split()) <= _MOST_WORDS_OF_A_NAME for part in parts)
    return len(parts) > 2 and has_conjunction and short
