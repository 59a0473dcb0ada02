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
# Emoji, with what joins or colours them. The treebanks have none.
_EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\u200d\ufe0e\ufe0f\u20e3]*"
# The "[31]", "[Note 8]" and "[edit]" of encyclopedias.
_REFERENCE = r"\[(?:\d{1,3}|[a-z]|(?:[Nn]ote|nb) \d+|edit|citation needed)\]"
_NO_WORDS = re.compile(f"{_EMOJI}|{_REFERENCE}")


def word_ranges(nlp: Language, text: str, sentence: TextRange) -> list[TextRange]:
    """The words and marks of a sentence, in order.

    Between them lie blanks, emoji, and references such as "[31]".
    """
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


def has_emoji(text: str) -> bool:
    """Whether there is an emoji in some text."""
    return re.search(_EMOJI, text) is not None


def _tokens(nlp: Language, text: str, sentence: TextRange) -> Iterator[TextRange]:
    worded = _NO_WORDS.sub(lambda found: " " * len(found[0]), sentence.cut(text))
    for token in nlp.make_doc(worded):
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
