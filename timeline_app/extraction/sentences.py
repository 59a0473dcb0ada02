"""Sentences: the body of an article cut at the ends of sentences, by character offset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.domain import TextRange
from timeline_app.extraction.language import function_words

_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«(["
_END = re.compile(
    rf"[.!?…]+[{re.escape(_CLOSING)}]*(?:\[\w{{1,3}}\])*(?=\s|$)|\.(?=[“\"]?[A-Z][a-z])|[。！？]+[”’」』]*"
)
_LINE = re.compile(r"\n+")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_WRAPPED_LINE = 45  # a shorter line is a heading or a list entry, not the first half of a sentence
_LOOK_BACK = 24
_LONGEST = 1_500  # characters; the work on one sentence grows with the square of its length
# Abbreviations that rarely end a sentence when a capital follows: names come after them.
_BEFORE_NAMES = frozenset(
    "mr mrs ms dr prof gen col lt maj capt cmdr cpl sgt adm rev hon gov sen rep pres st ste messrs "
    "mme mlle msgr spc pvt supt insp det atty vs e.g i.e".split()
)


def split_sentences(text: str, body: Sequence[TextRange]) -> list[TextRange]:
    """The sentences of the body ranges, in order, without the blanks around them.

    A sentence never crosses the end of a body range nor a paragraph; a line end inside a
    paragraph is only a blank. Every character of the body but blanks lies in one sentence.
    """
    return [
        sentence
        for part in body
        for paragraph in _paragraphs(text, part)
        for sentence in _sentences(text, paragraph)
    ]


def _paragraphs(text: str, part: TextRange) -> Iterator[TextRange]:
    start = line_start = part.start
    for match in _LINE.finditer(text, part.start, part.end):
        if _is_hard_break(text, line_start, match, part.end):
            yield TextRange(start, match.start())
            start = match.end()
        line_start = match.end()
    yield TextRange(start, part.end)


def _is_hard_break(text: str, line_start: int, match: re.Match[str], end: int) -> bool:
    """Whether a line end separates paragraphs, or only wraps a line."""
    if len(match.group()) > 1 or match.end() >= end:
        return True
    if text[match.end()].islower():
        return False
    line = text[line_start : match.start()].rstrip()
    return len(line) < _WRAPPED_LINE or not text[match.end()].isalnum()


def _sentences(text: str, paragraph: TextRange) -> Iterator[TextRange]:
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match, paragraph):
            yield from _pieces(text, start, match.end())
            start = match.end()
    yield from _pieces(text, start, paragraph.end)


def _pieces(text: str, start: int, end: int) -> Iterator[TextRange]:
    """The sentence, cut at blanks where it is too long to be one: a table, a list, no stops."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > 0 else start + _LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[TextRange]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield TextRange(start, end)


def _ends_sentence(text: str, match: re.Match[str], paragraph: TextRange) -> bool:
    following = text[match.end() : min(match.end() + _LOOK_BACK, paragraph.end)].lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENING)[:1]
    if first.islower() or first in ",;:-–—":
        return False
    if match.group() != ".":
        return True
    before = text[max(paragraph.start, match.start() - _LOOK_BACK) : match.start()]
    return _may_end_after(before, following)


def _may_end_after(before: str, following: str) -> bool:
    """Whether a full stop between these two pieces of text ends a sentence."""
    found = _LAST_WORD.search(before)
    if found is None:
        return True
    word = found.group()
    lower = word.lower()
    if lower in ("no", "nos") and following[:1].isdigit():
        return False
    if lower in _BEFORE_NAMES and word[:1].isupper():
        return False
    if _is_initial(word, before[: found.start()]):
        return _starts_a_sentence(following)
    if lower in function_words("abbreviation") and len(word) > 2 and "." not in word:
        return _starts_a_sentence(following) or lower in ("no", "may", "sun", "sat", "miss")
    return True


def _is_initial(word: str, before: str) -> bool:
    """Whether the word is the last letter of "U.S.", "U. S.", "George W." and the like."""
    if "." in word and all(len(letter) == 1 for letter in word.split(".")):
        return True
    return len(word) == 1 and word.isupper() and (not before or not before[-1].isalnum())


def _starts_a_sentence(following: str) -> bool:
    """Whether what follows begins with a word that opens sentences and is part of no name."""
    word = following.lstrip(_OPENING).split(None, 1)[0].rstrip(",.;:")
    if not word[:1].isupper():
        return False
    lower = word.lower().replace("’", "'")
    return any(
        lower in function_words(kind)
        for kind in ("determiner", "possessive", "pronoun", "preposition", "conjunction",
                     "subordinator", "time_subordinator", "adverb", "wh")
    )  # fmt: skip
