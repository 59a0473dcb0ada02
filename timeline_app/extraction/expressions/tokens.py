"""Cuts a text into typed tokens: one letter for each word, number and mark that can tell a time.

Everything else becomes a single "." however long it is, so that the grammar works on a short
string. Only the windows that can hold a time expression are read, each in one pass of one
regular expression without nested repetition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from timeline_app.extraction.expressions.capitals import is_meant_as_name
from timeline_app.extraction.expressions.figures import FIGURE_READERS, OTHER, Cut
from timeline_app.extraction.expressions.phrases import PHRASE_STARTS, phrase_at
from timeline_app.extraction.expressions.tables_en import (
    ABBREVIATIONS,
    CAPITALISED,
    NUMERALS,
    WORDS,
)
from timeline_app.extraction.expressions.windows import windows

BREAK: Final = " "


class Token(NamedTuple):
    """A piece of the text: its type letter, its value, and where it stands.

    A piece that a rule has put together names the rule; `parts` are the dates inside it.
    """

    code: str
    value: object
    start: int
    end: int
    rule: str = ""
    parts: tuple[Token, ...] = ()


_SCANNER = re.compile(
    r"""
    (?=\S|\n|\s[–—-])(?:  # no mark begins with any other blank
    (?P<fiscal>\bFY\s?['’]?(?P<fiscal_year>\d{4}|\d\d)\b)
    |(?P<word>[^\W\d_]{3,}(?:['’](?!s\b)[^\W\d_]+)?)
    |(?P<meridiem>(?<=[\d\s])(?:(?i:[ap]\.\s?m\b\.?)|(?:[ap]m|[AP]M)\b))
    |(?P<era>\b(?:B\.\s?C\.\s?E\.|B\.\s?C\.|A\.\s?D\.|C\.\s?E\.))
    |(?P<circa>\b(?:ca|c)\.(?=\s?\d))
    |(?P<quarter_of_year>\b(?:[1-4][QH]['’]?(?:20)?\d\d|[QH][1-4](?:['’]|20)\d\d)\b)
    |(?P<part_of_year>\b[QH][1-4]\b|\b[1-4][QH]\b)
    |(?P<misread>\b(?:\d[OolI]|[OolI]\d|(?=[\dOolI]{4}\b)(?=\d*[OolI])(?=[OolI]*\d)[12lI]\w{3})\b)
    |(?P<short_word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
    |(?P<money>(?<![.\d])[$£€¥]\s?\d[\d,.]*\d|[$£€¥]\s?\d)
    |(?P<chain>\d++(?:[/.,:-]\d++){8,}+)
    |(?P<compact>(?<![\w.,-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w-]|[.,]\d))
    |(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?(?!\d))
    |(?P<iso_week>\b\d{4}-?W\d\d\b)
    |(?P<numeric>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/%]|[.-]\d))
    |(?P<month_of_year>(?<![\d/])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/%]))
    |(?P<fraction>\d{1,2}/\d{1,2}(?![\d/%]))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}\.\d\d(?=\s?(?i:[ap]\.?m\b)))
    |(?P<score>\d++(?:(?::\d++)++|(?:-\d++){2,}+))
    |(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?(?:(?i:st|nd|rd|th)\b|\s(?:st|nd|rd|th)(?=\s(?:of\s)?[A-Z])|(?<=0)['’]?s\b)?)
    |(?P<possessive>['’]s?(?!\w))
    |(?P<short_year>(?<!\w)['’‘′´`]\d\ds?\b(?!\s[Mm]inutes))
    |(?P<paragraph>\n\s*\n)
    |(?P<dash>(?<=\d\d\d\d)/(?=(?:\d\d){1,2}(?![\d/]))|(?:\s?[–—]|\s-(?=\s))(?![^\S\n]*\n\s*\n)\s?)
    |(?P<hyphen>-(?!-))
    |(?P<comma>,)
    |(?P<period>\.)
    |(?P<closing>[^\s\w]))
    """,
    re.VERBOSE,
)
# A word that tells no time; where it stands does not matter.
_OTHER = Token(OTHER, None, 0, 0)
_RUNS = frozenset({OTHER, BREAK})  # several in a row say no more than one
# The same few letters again and again, with no other word between: a table, or no prose at all.
_LITANY = re.compile(r"([^.]{1,6}?)\1{24,}")
_SHORTEST_LITANY = 25  # tokens
_CURLY_WORDS: Final = {word.replace("'", "’"): WORDS[word] for word in WORDS if "'" in word}
_GLUED = re.compile(r"[a-z]([A-Z][a-z]+)$")
# "Will last", "to last six weeks": what goes on.
_IS_VERB = re.compile(
    r"(?:\b(?:will|would|could|may|might|can|should|must|not)|['’]ll)\slast\b"
    rf"|\bto\slast\s(?:\d|an?\b|for\b|until\b|only\b|about\b|more\b|several\b|(?:{'|'.join(NUMERALS)})\b)"
)
_LAST_WORD = re.compile(r"[^\W_]+\Z")


def scan(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The typed tokens of a stretch of a text, in order, with all other words left out."""
    tokens: list[Token] = []
    for first, last in windows(text, start, len(text) if end is None else end):
        row = _cut(text, first, last)
        tokens += row if len(row) < _SHORTEST_LITANY else _without_litanies(row)
    return tokens


def _cut(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    last_code = ""
    read_up_to = start
    for match in _SCANNER.finditer(text, start, end):
        if match.start() < read_up_to:
            continue
        token = _READERS[match.lastgroup or ""](match)
        code = token.code
        if code and not (code == last_code and code in _RUNS):
            tokens.append(token)
        read_up_to = token.end
        last_code = code or last_code
    return tokens


def _without_litanies(tokens: list[Token]) -> list[Token]:
    """The row with each litany as one other word."""
    codes = "".join([token.code for token in tokens])
    kept: list[Token] = []
    position = 0
    for match in _LITANY.finditer(codes):
        kept += (*tokens[position : match.start()], _OTHER)
        position = match.end()
    return kept + tokens[position:]


def _word(match: re.Match[str]) -> Token:
    word = match.group()
    lowered = word.lower()
    if word in PHRASE_STARTS:
        phrase = phrase_at(word, match.string, match.start())
        if phrase is not None:
            (code, value), end = phrase
            return Token(code, value, match.start(), end)
    entry = WORDS.get(lowered) or _CURLY_WORDS.get(lowered)
    if entry is None:
        return _OTHER if word == lowered else _unglued(match)
    if lowered == "last" and _IS_VERB.search(
        match.string, max(0, match.start() - 8), match.end() + 9
    ):
        return _OTHER
    if lowered in CAPITALISED and not is_meant_as_name(match):
        return _OTHER
    if entry[0] == "z" and match.string[match.end() : match.end() + 1].isalnum():
        return _OTHER
    return Token(entry[0], entry[1], match.start(), match.end())


def _unglued(match: re.Match[str]) -> Token:
    """The name of a day or month that stands glued to the word before it: "RussiaTuesday"."""
    glued = _GLUED.search(match.group())
    entry = WORDS.get(glued[1].lower()) if glued else None
    if glued and entry and entry[0] in "MW":
        return Token(entry[0], entry[1], match.start() + glued.start(1), match.end())
    return _OTHER


def _meridiem(match: re.Match[str]) -> Cut:
    return "p", 12 if match.group()[0] in "pP" else 0


def _era(match: re.Match[str]) -> Cut:
    return "!", -1 if match.group()[0] == "B" else 1


def _period(match: re.Match[str]) -> Cut:
    """A full stop ends an expression unless it belongs to an abbreviation or is written into it."""
    text, place = match.string, match.start()
    word = _LAST_WORD.search(text, max(0, place - 6), place)
    if word is None:
        return BREAK, None
    is_inside = word[0][0].isdigit() and text[place + 1 : place + 2].isalpha()  # "29th.October"
    return ("", None) if is_inside or word[0].lower() in ABBREVIATIONS else (BREAK, None)


_CUTTERS: dict[str, Callable[[re.Match[str]], Cut]] = {
    **FIGURE_READERS,
    "meridiem": _meridiem,
    "era": _era,
    "circa": lambda _: ("+", True),
    "period": _period,
}
# The letters of marks, which have no value.
_MARKS = {
    "possessive": "'", "paragraph": BREAK, "dash": "–", "hyphen": "-", "comma": ",",
    "closing": BREAK,
}  # fmt: skip


def _reader(cut: Callable[[re.Match[str]], Cut]) -> Callable[[re.Match[str]], Token]:
    def read(match: re.Match[str]) -> Token:
        code, value = cut(match)
        return Token(code, value, *match.span())

    return read


def _mark_reader(code: str) -> Callable[[re.Match[str]], Token]:
    return lambda match: Token(code, None, *match.span())


_READERS: dict[str, Callable[[re.Match[str]], Token]] = {
    "word": _word,
    "short_word": _word,
    **{name: _reader(cut) for name, cut in _CUTTERS.items()},
    **{name: _mark_reader(code) for name, code in _MARKS.items()},
}
