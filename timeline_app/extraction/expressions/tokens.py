"""Cuts a text into typed tokens: one letter for each word, number and mark that can tell a time.

Everything else becomes a single "." however long it is, so that the grammar works on a short
string. The scan is one pass of one regular expression without nested repetition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline_app.domain.time.calendar import is_valid_date
from timeline_app.extraction.expressions.meaning import CalendarDate, ClockTime, NumericDate
from timeline_app.extraction.expressions.phrases import PHRASE_STARTS, phrase_at
from timeline_app.extraction.expressions.tables_en import (
    ABBREVIATIONS,
    CAPITALISED,
    NAMED_DAYS,
    WORDS,
)

OTHER = "."
BREAK = " "


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
    (?P<word>[^\W\d_]{3,}(?:['’](?!s\b)[^\W\d_]+)?)
    |(?P<meridiem>(?<=[\d\s])(?:(?i:[ap]\.\s?m\b\.?)|(?:[ap]m|[AP]M)\b))
    |(?P<era>\b(?:B\.\s?C\.\s?E\.|B\.\s?C\.|A\.\s?D\.|C\.\s?E\.))
    |(?P<circa>\b(?:ca|c)\.(?=\s?\d))
    |(?P<part_of_year>\b[QH][1-4]\b|\b[1-4][QH]\b)
    |(?P<misread>\b(?:\d[OolI]|[OolI]\d)\b)
    |(?P<short_word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
    |(?P<iso>\d{4}-\d\d-\d\d(?!\d))
    |(?P<numeric>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/%]|[.-]\d))
    |(?P<fraction>\d{1,2}/\d{1,2}(?![\d/%]))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?:(?i:st|nd|rd|th)\b|['’]?s\b)?)
    |(?P<possessive>['’]s?(?!\w))
    |(?P<short_year>['’]\d\ds?\b)
    |(?P<paragraph>\n\s*\n)
    |(?P<dash>\s?[–—]\s?|\s-\s)
    |(?P<hyphen>-(?!-))
    |(?P<comma>,)
    |(?P<period>\.)
    |(?P<closing>[^\s\w])
    """,
    re.VERBOSE,
)
# A word that tells no time; where it stands does not matter.
_OTHER = Token(OTHER, None, 0, 0)
# Small words with no time beside them, up to the next other word or end of a clause.
_IDLE = re.compile(r"(?<![^. ])[taiehmlxvfJj&|>oBRbq,'–+=~?gkrEApz07H-]+(?:[.]|(?![^ ]))")
_RUNS = frozenset({OTHER, BREAK})  # several in a row say no more than one
_NUMBER = re.compile(r"(\d+)((?:,\d{3})*)(\.\d+)?(\D*)")
_PHONE = re.compile(r"(?<!\d)\d{3}-\Z")
_GLUED = re.compile(r"[a-z]([A-Z][a-z]+)$")
_PARTS_OF_YEAR = {"Q": "8", "H": "6"}
_MISREAD = str.maketrans("OolI", "0011")
_CURRENCY = frozenset("$£€¥#№")

_Cut = tuple[str, object]
_NOTHING: _Cut = (OTHER, None)


def scan(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The typed tokens of a stretch of a text, in order, with all other words left out."""
    tokens: list[Token] = []
    last_code = ""
    read_up_to = start
    for match in _SCANNER.finditer(text, start, len(text) if end is None else end):
        if match.start() < read_up_to:
            continue
        token = _READERS[match.lastgroup or ""](match)
        code = token.code
        if code and not (code == last_code and code in _RUNS):
            tokens.append(token)
        read_up_to = token.end
        last_code = code or last_code
    return _without_idle(tokens)


def _without_idle(tokens: list[Token]) -> list[Token]:
    """The row without the stretches of small words that belong to no time."""
    codes = "".join([token.code for token in tokens])
    kept: list[Token] = []
    position = 0
    for match in _IDLE.finditer(codes):
        kept += tokens[position : match.start()]
        position = match.end()
    return kept + tokens[position:] if position else tokens


def _word(match: re.Match[str]) -> Token:
    word = match.group()
    lowered = word.lower()
    if word in PHRASE_STARTS:
        phrase = phrase_at(word, match.string, match.start())
        if phrase is not None:
            (code, value), end = phrase
            return Token(code, value, match.start(), end)
    entry = WORDS.get(lowered)
    if entry is not None and not (word == lowered and word in CAPITALISED):
        return Token(entry[0], entry[1], match.start(), match.end())
    return _OTHER if word == lowered or entry is not None else _unglued(match)


def _unglued(match: re.Match[str]) -> Token:
    """The name of a day or month that stands glued to the word before it: "RussiaTuesday"."""
    glued = _GLUED.search(match.group())
    entry = WORDS.get(glued[1].lower()) if glued else None
    if glued and entry and entry[0] in "MW":
        return Token(entry[0], entry[1], match.start() + glued.start(1), match.end())
    return _OTHER


def _meridiem(match: re.Match[str]) -> _Cut:
    return "p", 12 if match.group()[0] in "pP" else 0


def _era(match: re.Match[str]) -> _Cut:
    return "!", -1 if match.group()[0] == "B" else 1


def _iso(match: re.Match[str]) -> _Cut:
    year, month, day = (int(part) for part in match.group().split("-"))
    if not is_valid_date(year, month, day):
        return _NOTHING
    return "I", CalendarDate(year, month, day)


def _numeric(match: re.Match[str]) -> _Cut:
    parts = match.group().split(match["mark"])
    first, second, last = (int(part) for part in parts)
    if len(parts[0]) == 4:
        is_date = is_valid_date(first, second, last)
        return ("I", CalendarDate(first, second, last)) if is_date else _NOTHING
    if len(parts[0]) == 3 or not _can_be_day_and_month(first, second):
        return _NOTHING
    return "I", NumericDate(first, second, full_year(last, len(parts[2])))


def _part_of_year(match: re.Match[str]) -> _Cut:
    """“Q3”, “H1”, “3Q”."""
    letter, number = sorted(match.group(), reverse=True)
    return _PARTS_OF_YEAR[letter], int(number)


def _misread(match: re.Match[str]) -> _Cut:
    """A day of the month with a letter that scanning has taken for a digit: “1O October”."""
    return "d", int(match.group().translate(_MISREAD))


def _fraction(match: re.Match[str]) -> _Cut:
    first, second = (int(part) for part in match.group().split("/"))
    if (first, second) in NAMED_DAYS:
        return "I", CalendarDate(NAMED_DAYS[first, second], first, second)
    return "G", NumericDate(first, second)


def _can_be_day_and_month(first: int, second: int) -> bool:
    low, high = sorted((first, second))
    return 1 <= low <= 12 and high <= 31


def full_year(year: int, digits: int = 2) -> int:
    """The year that two digits stand for: 69 to 99 in the 1900s, 00 to 68 in the 2000s."""
    if digits > 2:
        return year
    return year + (1900 if year > 68 else 2000)


def _clock(match: re.Match[str]) -> _Cut:
    hour, minute, *rest = (int(part) for part in match.group().split(":"))
    second = rest[0] if rest else None
    if hour > 24 or minute > 59 or (second or 0) > 59:
        return _NOTHING
    return "C", ClockTime(hour, minute, second)


def _number(match: re.Match[str]) -> _Cut:
    parts = _NUMBER.fullmatch(match.group())
    if parts is None or _is_glued(match):
        return _NOTHING
    digits, groups, fraction, suffix = parts.groups()
    if suffix:
        return _suffixed(digits, groups or fraction, suffix)
    if fraction:
        return "n", float(digits + groups.replace(",", "") + fraction)
    number = int((digits + groups.replace(",", ""))[:18])
    if groups:
        return "n", number
    if len(digits) == 4 and 1000 <= number <= 2199:
        return "y", number
    return ("d", number) if 1 <= number <= 31 and len(digits) <= 2 else ("n", number)


def _suffixed(digits: str, rest: str | None, suffix: str) -> _Cut:
    if rest or len(digits) > 4:
        return _NOTHING
    if suffix[-1] in "sS" and suffix.lower() != "st":
        is_decade = digits[-1] == "0" and len(digits) in (2, 4)
        return ("K", int(digits)) if is_decade else _NOTHING
    return "O", int(digits)


def _is_glued(match: re.Match[str]) -> bool:
    """Whether a letter, a currency sign or another number touches the number."""
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before == "." and start > 1 and text[start - 2].isdigit():
        return True
    if before == "-" and _PHONE.search(text, max(0, start - 6), start):
        return True
    if text[end : end + 2].lower() in ("am", "pm"):
        return False
    return before.isalpha() or before in _CURRENCY or after == "%" or after.isalnum()


def _short_year(match: re.Match[str]) -> _Cut:
    digits = int(match.group()[1:3])
    return ("K", digits) if match.group()[-1] == "s" else ("y", full_year(digits))


def _period(match: re.Match[str]) -> _Cut:
    """A full stop ends an expression unless it belongs to an abbreviation before it."""
    start = max(0, match.start() - 6)
    word = match.string[start : match.start()].rpartition(" ")[2].lower()
    return ("", None) if word in ABBREVIATIONS else (BREAK, None)


_CUTTERS: dict[str, Callable[[re.Match[str]], _Cut]] = {
    "meridiem": _meridiem,
    "era": _era,
    "circa": lambda _: ("+", True),
    "iso": _iso,
    "part_of_year": _part_of_year,
    "misread": _misread,
    "numeric": _numeric,
    "fraction": _fraction,
    "clock": _clock,
    "number": _number,
    "possessive": lambda _: ("'", None),
    "short_year": _short_year,
    "paragraph": lambda _: (BREAK, None),
    "dash": lambda _: ("–", None),
    "hyphen": lambda _: ("-", None),
    "comma": lambda _: (",", None),
    "period": _period,
    "closing": lambda _: (BREAK, None),
}


def _reader(cut: Callable[[re.Match[str]], _Cut]) -> Callable[[re.Match[str]], Token]:
    def read(match: re.Match[str]) -> Token:
        code, value = cut(match)
        return Token(code, value, match.start(), match.end())

    return read


_READERS: dict[str, Callable[[re.Match[str]], Token]] = {
    "word": _word,
    "short_word": _word,
    **{name: _reader(cut) for name, cut in _CUTTERS.items()},
}
