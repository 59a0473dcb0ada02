"""Titles of foreign events: a sentence in its own words, shortened, without its time."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.foreign.lexicon import Lexicon

_LONGEST: Final = 90  # characters
_SHORTEST: Final = 3  # words that a title has at the least
_CLAUSE_MARK = re.compile(r"[,;:–—](?=\s)")
_LAST_WORD = re.compile(r"([^\W\d_]+['’]?)\s*\Z")
_LEADING_CODES = frozenset("JztEjf>")  # prepositions and articles before a date
_MOST_LEADING = 2
_MARGIN = " \t\n.,;:!?–—-\"'“”„«»‘’"
_SET_OFF = (",", ";", ":", "–", "—", " -")
_OPENING_MARK = re.compile(r"\s*(?:,|;|:|–|—|-\s)\s*(?=\w)")
_LAST_FIGURE = re.compile(r"\b\d{1,2}\.?(?:\s*(?:,|[-–]|[^\W\d_]{1,3}))?\Z")
_NEXT_FIGURE = re.compile(r"\s*(?:[^\W\d_]{1,3}\s)?\d{1,2}(?:[.:]\d\d|\s?h\b|\sUhr)")
_EMPTY_PARENTHESES = re.compile(r"\(\s*\)")
_SPACE_BEFORE_MARK = re.compile(r"\s+([,;:.!?)])")
_DOUBLED_MARK = re.compile(r"([,;:])(?:\s*[,;:])+")


def passage_of(text: str, sentence: TextRange, time: TextRange) -> TextRange:
    """What of a sentence its title is made from: the beginning, or the clause of its date."""
    if time.end - sentence.start <= _LONGEST:
        return sentence
    marks = [mark.end() for mark in _CLAUSE_MARK.finditer(text, sentence.start, time.start)]
    return TextRange(marks[-1] if marks else sentence.start, sentence.end)


def is_inserted(text: str, sentence: TextRange, time: TextRange) -> bool:
    """Whether a time expression lies in a clause between commas: ", founded in 1987, …"."""
    before = text[sentence.start : time.start].rstrip(_MARGIN)
    return "," in before and "," in text[time.end : sentence.end]


def title_of(text: str, passage: TextRange, time: TextRange, words: Lexicon) -> str:
    """The words of a passage without its time expression, at most about 90 characters of them."""
    whole = _tidy(passage.cut(text))
    if words.verb_comes_second and not text[passage.start : time.start].strip(_MARGIN):
        return _shortened(whole)  # without it the sentence would begin with its verb
    if is_inserted(text, passage, time):
        return _shortened(whole)
    start = _with_leading_words(text, passage, time, words)
    if words.verb_comes_second and not text[passage.start : start].strip(_MARGIN):
        return _shortened(whole)
    before, after = text[passage.start : start], text[time.end : passage.end]
    if _breaks(before, after):
        return _shortened(whole)
    rest = _tidy(f"{before} {after}")
    return _shortened(rest if len(rest.split()) >= _SHORTEST else whole)


def _breaks(before: str, after: str) -> bool:
    """Whether a sentence without its time would keep a mark, or a word, that belongs to the time.

    "Die Wahl findet, am 3. Mai, statt", "Genf, 14. März – Die Minister …", "am 3. und 17. März".
    """
    words = before.rstrip()
    is_set_off = words.endswith(_SET_OFF) and bool(after.strip(_MARGIN))
    has_figure = bool(_LAST_FIGURE.search(words) or _NEXT_FIGURE.match(after))
    return is_set_off or bool(words and _OPENING_MARK.match(after)) or has_figure


def _with_leading_words(text: str, passage: TextRange, time: TextRange, words: Lexicon) -> int:
    """Where the date begins with the preposition and the article before it."""
    start = time.start
    for _ in range(_MOST_LEADING):
        word = _LAST_WORD.search(text, max(passage.start, start - 24), start)
        if word is None or _code_of(word[1], words) not in _LEADING_CODES:
            break
        start = word.start()
    return start


def _code_of(word: str, words: Lexicon) -> str:
    folded = word.lower().replace("’", "'")
    found = (entry.code for rest, entry in words.phrases.get(folded, ()) if not rest)
    return next(found, "") or " "


def _tidy(words: str) -> str:
    line = _EMPTY_PARENTHESES.sub(" ", " ".join(words.split()))
    line = _DOUBLED_MARK.sub(r"\1", _SPACE_BEFORE_MARK.sub(r"\1", " ".join(line.split())))
    line = line.strip(_MARGIN)
    return line[:1].upper() + line[1:]


def _shortened(line: str) -> str:
    if len(line) <= _LONGEST:
        return line
    head = line[:_LONGEST]
    marks = [mark.start() for mark in _CLAUSE_MARK.finditer(head)]
    if marks and marks[-1] > _LONGEST // 2:
        return head[: marks[-1]].strip(_MARGIN)
    return head.rsplit(" ", 1)[0].strip(_MARGIN) + "…"
