"""Where words lie: spaCy's tokens of English, joined where Universal Dependencies has one word.

What lost its shape on the way here is joined as well: "10, 000" and "U. S." are one word each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language

from timeline_app.domain import TextRange

# What the English treebanks write as one word with what follows the hyphen.
_PREFIXES = frozenset(
    "anti co counter cross e ex inter mid mini multi non over post pre pro re semi sub un".split()
)
_TORN = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:, ?\d{3})+(?![\d,]| (?:and|or) \d)"  # not "10, 200 and 300"
    r"|\b[A-Z]\.(?: [A-Z]\.)+"
)
_RUNS = frozenset("!?=*_~#$<>")  # "!!!" is one word


def word_ranges(nlp: Language, text: str, sentence: TextRange) -> list[TextRange]:
    """The words and marks of a sentence, in order; blanks lie between them."""
    ranges: list[TextRange] = []
    torn = {place for found in _TORN.finditer(text, *sentence) for place in range(*found.span())}
    for place in _tokens(nlp, text, sentence):
        is_inside = place.start in torn and place.start - 1 in torn
        touches = bool(ranges) and ranges[-1].end == place.start
        if ranges and (is_inside or (touches and _is_one_word(text, ranges, place))):
            ranges[-1] = TextRange(ranges[-1].start, place.end)
        else:
            ranges.append(place)
    return ranges


def _tokens(nlp: Language, text: str, sentence: TextRange) -> Iterator[TextRange]:
    for token in nlp.make_doc(text[sentence.start : sentence.end]):
        if not token.is_space:
            start = sentence.start + token.idx
            yield TextRange(start, start + len(token))


def _is_one_word(text: str, before: list[TextRange], place: TextRange) -> bool:
    """Whether a token belongs to the word before it, which it touches."""
    last = text[before[-1].start : before[-1].end]
    mark = text[place.start : place.end]
    if mark == "-":
        return last.lower() in _PREFIXES and text[place.end : place.end + 1].isalpha()
    if last.endswith("-"):
        return last[:-1].lower() in _PREFIXES and mark.isalpha()
    return mark in _RUNS and last[-1] == mark
