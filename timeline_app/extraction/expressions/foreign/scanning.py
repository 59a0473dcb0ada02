"""Cuts a foreign text into typed tokens by the lexicon of its language.

The scan is one pass of one regular expression without nested repetition, and looks up each piece
once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline_app.domain.time.calendar import is_valid_date
from timeline_app.extraction.expressions.figures import full_year
from timeline_app.extraction.expressions.foreign.clocks import CLOCK_LETTER
from timeline_app.extraction.expressions.foreign.lexicon import Entry, Lexicon
from timeline_app.extraction.expressions.foreign.otherwise import dates_otherwise
from timeline_app.extraction.expressions.meaning import CalendarDate
from timeline_app.extraction.expressions.tokens import Token

_PIECE: Final = re.compile(
    r"""
    (?P<iso>(?<![\d.,:/-])\d{4}-\d\d-\d\d(?!\d))
    |(?P<numeric>(?<![\d.,:/+-])\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/%]|[.,-]\d))
    |(?P<day_and_month>(?<![\d.,:/+-])\d{1,2}(?:\.\d{1,2}\.|/(?:0\d|1[0-2]))(?![\d/%]|[.,-]\d))
    |(?P<figure>\d{1,3}(?:[.,\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\ ]\d{3})+(?!\d)(?:,\d+)?
        |\d+[.,:/h]\d+)
    |(?P<number>\d+(?:-?[^\W\d_]+|[°º])?)
    |(?P<word>[^\W\d_]+['’](?=\w)|[^\W\d_]+)
    |(?P<paragraph>\n\s*\n)
    |(?P<sign>[^\s\w]|_)
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"(\d+)(.*)")
_ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})(?:e|er|ᵉ|ème)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_SIGNS: Final = {
    ".": "p", ",": ",", "(": "(", ")": ")", "-": "-", "–": "-", "—": "-",
    "€": "€", "$": "€", "£": "€", "%": "€", "№": "€", "#": "€",
}  # fmt: skip
_BREAK, _OTHER, _NAME, _MISWRITTEN_MONTH = " ", ".", "N", "F"
_RUNS = frozenset((_OTHER, _NAME))  # several in a row say no more than one
_SILENT = frozenset("'’")
_LAST_YEAR = 2100
_LEAP_YEAR = 2000

Pieces = Sequence[re.Match[str]]


def scan(text: str, start: int, end: int, words: Lexicon) -> list[Token]:
    """The tokens of a stretch of a text, in order, other words that follow each other as one."""
    pieces = list(_PIECE.finditer(text, start, end))
    whole = _read_as_a_whole(text, start, end, words)
    tokens: list[Token] = []
    place = 0
    while place < len(pieces):
        if token := whole.get(pieces[place].start()):
            tokens.append(token)
            place = _behind(pieces, place, token.end)
            continue
        entry, count = _entry_at(pieces, place, words)
        is_more = entry.code in _RUNS and tokens and tokens[-1].code == entry.code
        if entry.code and not is_more:
            first, last = pieces[place], pieces[place + count - 1]
            tokens.append(Token(entry.code, entry.value, first.start(), last.end()))
        place += count
    return tokens


def _read_as_a_whole(text: str, start: int, end: int, words: Lexicon) -> dict[int, Token]:
    """Times of day and rare forms of dates, by the place where they begin."""
    clocks = words.clocks.find(text, start, end)
    found = {each.start: Token(CLOCK_LETTER, each, each.start, each.end) for each in clocks}
    return found | {date.start: date for date in dates_otherwise(text, start, end, words)}


def _behind(pieces: Pieces, place: int, end: int) -> int:
    """The first piece that begins behind `end`."""
    while place < len(pieces) and pieces[place].start() < end:
        place += 1
    return place


def _entry_at(pieces: Pieces, place: int, words: Lexicon) -> tuple[Entry, int]:
    """What begins with this piece, and how many pieces it takes."""
    piece = pieces[place]
    kind = piece.lastgroup
    if kind == "word" or (kind == "sign" and piece.group() in _SILENT):
        return _word(pieces, place, words)
    if kind == "sign":
        return Entry(_SIGNS.get(piece.group(), _BREAK), None), 1
    if kind == "number":
        return _number(piece.group(), words), 1
    if kind in ("iso", "numeric"):
        return _date(piece.group()), 1
    if kind == "day_and_month":
        return _day_and_month(piece.group()), 1
    return Entry("0" if kind == "figure" else _BREAK, None), 1


def _word(pieces: Pieces, place: int, words: Lexicon) -> tuple[Entry, int]:
    written = pieces[place].group()
    for rest, entry in words.phrases.get(_folded(written), ()):
        following = pieces[place + 1 : place + 1 + len(rest)]
        if not rest or rest == tuple([_folded(piece.group()) for piece in following]):
            return _as_written(entry, pieces, place, words), 1 + len(rest)
    if written in _SILENT:
        return Entry("", None), 1
    if roman := _roman(written):
        return Entry("X", roman), 1
    return Entry(_NAME if written[0].isupper() else _OTHER, None), 1


def _folded(piece: str) -> str:
    return piece.lower().replace("’", "'")


def _as_written(entry: Entry, pieces: Pieces, place: int, words: Lexicon) -> Entry:
    """What an entry is when its capitals are not those that the language asks for.

    "Mars", "Domenica" and "Oggi" inside a French or an Italian sentence are names; at its beginning
    they can be words of time. With a day before it, a month is a month in any letters.
    """
    written = pieces[place].group()
    is_capital = written[0].isupper()
    if entry.code == "P" and is_capital and not _opens_sentence(pieces, place):
        return Entry("W", entry.value)  # "des Sonntags"
    if entry.code not in "MWT":
        return entry
    wants_capital = words.names_have_capitals and entry.code != "T"
    if is_capital is wants_capital:
        return entry
    if entry.code == "M":
        return Entry(_MISWRITTEN_MONTH, entry.value)
    if is_capital and _opens_sentence(pieces, place):
        return entry
    return Entry("w", entry.value) if entry.code == "W" else Entry(_NAME, None)


def _opens_sentence(pieces: Pieces, place: int) -> bool:
    if place == 0:
        return True
    before = pieces[place - 1]
    return before.lastgroup in ("sign", "paragraph") and before.group() not in _SILENT | {","}


def _roman(written: str) -> int:
    match = _ROMAN.fullmatch(written)
    if match is None:
        return 0
    total = 0
    values = [_ROMAN_VALUES[letter] for letter in written if letter in _ROMAN_VALUES]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total


def _number(written: str, words: Lexicon) -> Entry:
    match = _NUMBER.fullmatch(written)
    digits, ending = match.groups() if match else ("", "")
    if len(digits) > 4:
        return Entry("0", None)
    number = int(digits)
    if ending:
        return _with_ending(number, ending, words)
    if 1 <= number <= 31 and len(digits) <= 2:
        return Entry("d", number)
    is_year = len(digits) == 4 and 1000 <= number <= _LAST_YEAR
    return Entry("y" if is_year else "#", number)


def _with_ending(number: int, ending: str, words: Lexicon) -> Entry:
    """“1990er”, “1990-е”, “2003-го”, “1er”, “19e”, “1º”."""
    is_decade = number % 10 == 0 and (20 <= number <= 90 or 1000 <= number <= _LAST_YEAR)
    if is_decade and ending in words.decade_endings:
        return Entry("K", number)
    if ending not in words.ordinal_endings and ending != "°":
        return Entry("0", None)
    if 1000 <= number <= _LAST_YEAR:
        return Entry("y", number)
    return Entry("o", number) if 1 <= number <= 31 else Entry("0", None)


def _day_and_month(written: str) -> Entry:
    """“25.11.”, “25/11”."""
    day, month, *_ = re.split(r"[./]", written)
    is_valid = is_valid_date(_LEAP_YEAR, int(month), int(day))
    return Entry("H", CalendarDate(None, int(month), int(day))) if is_valid else Entry("0", None)


def _date(written: str) -> Entry:
    """A date in numbers; in these languages the day comes before the month."""
    parts = re.split(r"[./-]", written)
    day, month, year = (int(part) for part in parts)
    if len(parts[0]) == 4:
        day, year = year, day
    else:
        year = full_year(year, len(parts[2]))
    return (
        Entry("I", CalendarDate(year, month, day))
        if is_valid_date(year, month, day)
        else (Entry("0", None))
    )
