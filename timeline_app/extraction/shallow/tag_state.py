"""The state of tagging one sentence: its tokens, and the tags and readings found so far."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.language import function_words
from timeline_app.extraction.shallow.tags import Tag
from timeline_app.extraction.shallow.tokens import Token
from timeline_app.extraction.shallow.vocabulary import is_adverb
from timeline_app.extraction.verb_forms import VerbReading

REACH = 20  # tokens that a look for another verb goes
FINITE_FORMS = frozenset("is are was were am has have had does do did 's 're 've 'm".split())


class Tagging:
    """The tokens of one sentence with the tags found so far, None where undecided.

    `times` are the indices of tokens inside time expressions; `readings` the verb that a token
    whose tag is undecided may be.
    """

    def __init__(self, tokens: Sequence[Token], times: frozenset[int]) -> None:
        self.tokens = tokens
        self.times = times
        self.readings: list[VerbReading | None] = [None] * len(tokens)
        self.tags: list[Tag | None] = [None] * len(tokens)

    def tag(self, index: int) -> Tag | None:
        """The tag at an index; a mark before the beginning and after the end."""
        return self.tags[index] if 0 <= index < len(self.tags) else Tag.MARK

    def lower(self, index: int) -> str:
        """The word at an index in lower case; a full stop outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else "."

    def left(self, index: int) -> int:
        """The nearest index to the left that is no adverb, negation or time expression."""
        index -= 1
        while index >= 0 and self.tags[index] in (Tag.ADVERB, Tag.NOT, Tag.TIME):
            index -= 1
        return index

    def skip_adverbs(self, index: int) -> int:
        """The first index from here on whose word is no adverb, be it tagged or not."""
        while self.lower(index) in function_words("adverb") or is_adverb(self.lower(index)):
            index += 1
        return index
