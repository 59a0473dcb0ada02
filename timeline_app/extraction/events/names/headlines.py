"""Headlines: sentences whose capitals tell nothing of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.model.parsed import ParsedSentence

_FEWEST = 4  # words
_LONG = 4  # letters; shorter words are often small in headlines too
_SHARE = 0.8


def is_headline(sentence: ParsedSentence) -> bool:
    """Whether nearly all words of a sentence are capitalised, and not only because of names."""
    if is_all_capitals(sentence):
        return True
    words = [word for word in sentence.words if len(word.form) >= _LONG and word.form.isalpha()]
    capitals = [word for word in words if word.form[0].isupper()]
    others = [word for word in capitals if word.upos != "PROPN"]
    return len(words) >= _FEWEST and len(capitals) >= _SHARE * len(words) and len(others) >= 2


def is_all_capitals(sentence: ParsedSentence) -> bool:
    """Whether a sentence is set in capitals."""
    words = [word.form for word in sentence.words if word.form.isalpha()]
    return len(words) >= 2 and sum(map(str.isupper, words)) > _SHARE * len(words)
