"""What only looks like a time: the last word before a candidate becomes a time expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from timeline_app.extraction.expressions.meaning import (
    Amount,
    ClockTime,
    PortionOf,
    Recurring,
    Unit,
    YearGroup,
)
from timeline_app.extraction.expressions.tables_en import DAY_PARTS, NUMERALS
from timeline_app.extraction.expressions.tokens import Token
from timeline_app.extraction.language import function_words, word_classes

# The words beside an expression that decide, by what they stand beside.
_BESIDE = word_classes("neighbours.txt")
_BEFORE_LENGTH = _BESIDE["before a length"]
_SMALL_WORDS = frozenset().union(
    *map(
        function_words, ("determiner", "possessive", "pronoun", "preposition", "conjunction", "be")
    )
)
_BEFORE_MONTH = _BEFORE_LENGTH | _BESIDE["before a season"]

_LAST_WORD = re.compile(r"([^\W\d_]+)[“\"'’]*[^\S\n]*\n?[^\S\n]*[“\"'’]*\Z")
_FIRST_WORD = re.compile(r"\s+([^\W\d_]+)")
_NAMES = frozenset({"March", "May", "April", "June", "August"})
_STREET = re.compile(
    r"(?:\s[A-Z][\w.]*){1,3}\s(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Lane|Boulevard|Blvd\b)"
)
_CAPITALISED = re.compile(r" [A-Z][a-z]")
_NAMER_BEFORE = re.compile(r"(?:\b[A-Z]{2,}|[’']s|\b[Tt]he|[a-z,](?: [A-Z][a-z]+)?) \Z")
_TITLE_WORD = re.compile(r"\s([A-Z][a-z]+)")
_TITLE_WORD_BEFORE = re.compile(r"[A-Z][a-z]+ \Z")
_NAME_BEFORE = re.compile(r"([A-Z][a-z]+)\s\Z")
_TITLE_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.\s\Z")
_MODEL_BEFORE = re.compile(r"\b(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y)\s[A-Z][\w-]*\s\Z")
_DIGIT_BEFORE = re.compile(r"\d[^\S\n]\Z")
# "Case No. 1998", "18 U.S.C. 1951", "2001: A Space Odyssey".
_LABEL_BEFORE = re.compile(r"\b([A-Za-z]{1,4})\.\s?\Z")
_CODE_BEFORE = re.compile(r"\d\s(?:[A-Z]\.?\s?){3,6}\s\Z")
_TITLE_AFTER = re.compile(r":\s(?:A|An|The)(?:\s[A-Z][a-z]+){2}")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})\Z")
_PLURAL_AFTER = re.compile(r"\s(?:of\s|[a-z]{3,}s\b(?<![su]s)|people\b)")  # "9/10 users"
_SHARES = frozenset(
    {2, 4, 8, 16, 32, 64}
)  # what prices of shares and lengths in inches are told in
# A number, and up to three words that it counts: "fifty thousand CDs", "$33 million".
_COUNTED = re.compile(
    r"(?:\d(?:[\d,.]*\d)?|\b(?:once|twice|several|many|few|hundreds?|thousands?|[mb]illion|"
    + "|".join(NUMERALS)
    + r"))(?:[ \n](?!hours\b)[^\W\d_]+){0,3}[ \n]\Z"
)
_WARMTH_BEFORE = re.compile(r"(?i)\b(?:temperatures?|highs?|lows?)\s(?:[a-z]+\s){1,3}\Z")
_ROLE_ENDINGS = ("er", "or", "ist", "ess", "man", "ian")
_CLAUSE_REACH = 40  # characters that hold a short clause
_RATE_REACH = 48  # characters that hold what is counted
_REACH = 24  # characters that hold the word before


def is_time(text: str, token: Token) -> bool:
    """Whether a candidate is a time, judged by the words around it."""
    if token.code == "V":
        return _word_before(text, token) in _BEFORE_LENGTH and token.value is not Unit.QUARTER
    match token.value:
        case Amount():
            return _is_length(text, token, token.value)
        case ClockTime(zone=None, day=None) if token.rule in ("clock", ""):
            return _is_clock(text, token)
        case YearGroup(unit=Unit.DECADE) | PortionOf(whole=YearGroup(unit=Unit.DECADE)):
            return _is_decade(text, token)
    guard = _GUARDS.get(token.rule)
    return guard is None or guard(text, token)


def _word_before(text: str, token: Token) -> str:
    found = _LAST_WORD.search(text, max(0, token.start - _REACH), token.start)
    return found[1].lower() if found else ""


def word_after(text: str, token: Token) -> str:
    """The word behind a candidate, in lower case; empty when there is a mark between."""
    found = _FIRST_WORD.match(text, token.end, token.end + _REACH)
    return found[1].lower() if found else ""


def is_rate(text: str, token: Token, amount: Amount) -> bool:
    """Whether “a year” says how often: "$5 a year", "four flights a week"."""
    if amount.count != 1 or amount.unit < Unit.DAY:
        return False
    if text[token.start : token.end].lower() != f"a {amount.unit.name.lower()}":
        return False
    word = _word_before(text, token)
    if word in _BESIDE["how often"] or word in _BEFORE_LENGTH:
        return word in _BESIDE["how often"]
    return _COUNTED.search(text, max(0, token.start - _RATE_REACH), token.start) is not None


def _is_length(text: str, token: Token, amount: Amount) -> bool:
    """Not a rate ("$5 a year"), and not a share ("three-quarters of its food")."""
    written = text[token.start : token.end]
    is_same_number = written.startswith("many ") and _word_before(text, token) == "as"
    if written[0] == "0" or is_same_number:
        return False
    if amount.unit is Unit.QUARTER and _is_share(text, token, amount):
        return False
    is_bare = written[:2].lower() in ("a ", "an") and len(written.split()) == 2
    if is_bare and word_after(text, token) in _BESIDE["from an event"]:
        return True
    return not is_bare or _word_before(text, token) in _BEFORE_LENGTH


def _is_share(text: str, token: Token, amount: Amount) -> bool:
    """“Three-quarters”, “three quarters of the voters”."""
    is_of = amount.count == 3 and word_after(text, token) == "of"
    return amount.count == 1 or is_of or "-quarters" in text[token.start : token.end]


def _is_clock(text: str, token: Token) -> bool:
    """Not a score or a ratio: half the day is named, or a preposition of time stands before."""
    written = text[token.start : token.end].lower()
    if "m" in written or "o" in written:
        return True
    return _word_before(text, token) in _BESIDE["before a clock"]


def _is_month(text: str, token: Token) -> bool:
    """Not a name: "Jan Kavan", "Theresa May", "the Long March"."""
    written = text[token.start : token.end]
    if len(written) <= 3 and written.lower() != "may":
        return text[token.end : token.end + 1] == "."
    following = word_after(text, token) if written in _NAMES else ""
    is_march = written == "March" and following in _BESIDE["after march"]
    if is_march or following in _BESIDE["after a name"]:
        return _word_before(text, token) in _BEFORE_MONTH
    return written not in _NAMES or not _is_name(text, token)


def _is_name(text: str, token: Token) -> bool:
    """“Theresa May”, “Mrs. May”, “April Jones sang”, or the verb of “May I come in?”."""
    reach = max(0, token.start - _REACH)
    name = _NAME_BEFORE.search(text, reach, token.start)
    if name is not None:
        return name[1].lower() not in _BEFORE_MONTH
    title = _TITLE_BEFORE.search(text, reach, token.start)
    if title is not None and title[1].lower() in _BESIDE["title"]:
        return True
    if _word_before(text, token):
        return False
    is_asked = (
        text[token.start : token.end] == "May" and word_after(text, token) in _BESIDE["after may"]
    )
    return is_asked or _CAPITALISED.match(text, token.end) is not None


def _is_year(text: str, token: Token) -> bool:
    """Not a number of things ("1990 people"), a label, nor a part of a longer number."""
    reach = max(0, token.start - _REACH)
    if _DIGIT_BEFORE.search(text, reach, token.start):
        return False
    if _MODEL_BEFORE.search(text, reach, token.start) or _STREET.match(text, token.end):
        return False
    if _CODE_BEFORE.search(text, reach, token.start) or _is_title(text, token):
        return False
    return _is_unlabelled(text, token) and word_after(text, token) not in _BESIDE["counted"]


def _is_title(text: str, token: Token) -> bool:
    """“2001: A Space Odyssey”, but not the year at the head of a line of a chronicle."""
    if _TITLE_AFTER.match(text, token.end) is None:
        return False
    return text[max(0, token.start - 2) : token.start].rstrip(" ").isalnum()


def _is_decade(text: str, token: Token) -> bool:
    """Not an age ("in her late 40s"), nor a temperature ("highs in the 80s")."""
    reach = max(0, token.start - _CLAUSE_REACH)
    is_warmth = _WARMTH_BEFORE.search(text, reach, token.start)
    return _word_before(text, token) not in _BESIDE["owner"] and is_warmth is None


def _is_unlabelled(text: str, token: Token) -> bool:
    """Not "Resolution 1973", "version 3.11.2019", "pp. 1990-1998"."""
    label = _LABEL_BEFORE.search(text, max(0, token.start - _REACH), token.start)
    word = label[1].lower() if label else _word_before(text, token)
    return word not in _BESIDE["numbered"]


def _is_season(text: str, token: Token) -> bool:
    """Not a verb ("prices will fall next year"), nor the fall of something."""
    written = text[token.start : token.end].lower()
    if written in ("the fall", "the spring") or written.startswith(("fall", "spring")):
        return _word_before(text, token) in _BESIDE["before a season"]
    return " " in written or _word_before(text, token) in _BESIDE["before a season"]


def _is_slashed(text: str, token: Token) -> bool:
    """Not a fraction: "4 5/8", "up 7/8"."""
    fraction = _FRACTION.search(text[token.start : token.end])
    if fraction is None:
        return True
    if _DIGIT_BEFORE.search(text, max(0, token.start - 2), token.start):
        return False
    share, whole = int(fraction[1]), int(fraction[2])
    is_share = whole in _SHARES and share % 2 == 1 and share < whole
    is_share = is_share or (share < whole and _PLURAL_AFTER.match(text, token.end) is not None)
    return not is_share or _word_before(text, token) in _BESIDE["before a day"]


def _is_noon(text: str, token: Token) -> bool:
    """Not a part of a name: "High Noon"."""
    if not text[token.start].isupper():
        return True
    return _NAME_BEFORE.search(text, max(0, token.start - _REACH), token.start) is None


def _is_clock_in_part(text: str, token: Token) -> bool:
    """Not a number of things ("it killed two in the morning"): a preposition stands before it."""
    is_spelled = text[token.start].isalpha()
    return not is_spelled or _word_before(text, token) in _BESIDE["before a clock"]


def _is_after_preposition(text: str, token: Token) -> bool:
    """“At quarter to nine”, but not "a quarter to three of them"."""
    return _word_before(text, token) in _BESIDE["before a clock"]


def _is_told_time(text: str, token: Token) -> bool:
    """“At the time”, “by that time”, but not "the time to act"."""
    is_that = text[token.start : token.start + 4].lower() == "that"
    return _word_before(text, token) in (_BESIDE["before that time"] if is_that else {"at"})


def _is_part_of_day(text: str, token: Token) -> bool:
    """Not the beginning of a name: "Friday Night Lights", "The Evening Standard"."""
    words = text[token.start : token.end].split()
    is_headed = len(words) > 1 and words[-1].istitle() and words[-1].lower() in DAY_PARTS
    following = _TITLE_WORD.match(text, token.end) if is_headed else None
    return following is None or following[1].lower() in _SMALL_WORDS


def _is_word(text: str, token: Token) -> bool:
    """Not a part of a name: "The Daily Mail", "Investor's Business Daily"."""
    if not isinstance(token.value, Recurring) or not text[token.start : token.end].istitle():
        return True
    before = max(0, token.start - _REACH)
    if _TITLE_WORD_BEFORE.search(text, before, token.start):
        return False
    following = _TITLE_WORD.match(text, token.end)
    return following is None or following[1].lower() in _SMALL_WORDS


def _is_weekday(text: str, token: Token) -> bool:
    """Not a part of a name: "the Sunday Times", "the actress Tuesday Weld"."""
    if _is_named(text, token):
        return False
    has_article = text[max(0, token.start - 4) : token.start].lower() == "the "
    return not (has_article and _CAPITALISED.match(text, token.end))


def _is_named(text: str, token: Token) -> bool:
    """Whether a surname follows, and what somebody is stands before: "striker Sunday Oliseh"."""
    before = _word_before(text, token)
    is_role = before.endswith(_ROLE_ENDINGS) and before not in _SMALL_WORDS | _BESIDE["no role"]
    return is_role and _CAPITALISED.match(text, token.end) is not None


def _is_abbreviated(text: str, token: Token) -> bool:
    """“On Tues. they met”, but not "he fell on Sun." at the end of a sentence."""
    if text[token.start : token.end].islower() or _word_before(text, token) != "on":
        return False
    return text[token.end : token.end + 2] == ". "


def _is_today(text: str, token: Token) -> bool:
    """Not a name: "USA Today", "the BBC's Today programme"."""
    return text[token.start] != "T" or not _NAMER_BEFORE.search(
        text, max(0, token.start - _REACH), token.start
    )


def _is_festival(text: str, token: Token) -> bool:
    """Not the name of something else: "Operation Ramadan"."""
    return _word_before(text, token) != "operation"


_GUARDS: Final[dict[str, Callable[[str, Token], bool]]] = {
    "clock in part of day": _is_clock_in_part,
    "clock in words": _is_after_preposition,
    "day named from today": _is_today,
    "festival": _is_festival,
    "month": _is_month,
    "noon": _is_noon,
    "part of a day": _is_part_of_day,
    "part of the story's day": _is_part_of_day,
    "season": _is_season,
    "slashed date": _is_slashed,
    "the time": _is_told_time,
    "short weekday": _is_abbreviated,
    "weekday": _is_weekday,
    "weekday and full date": _is_unlabelled,
    "year": _is_year,
    "years": _is_unlabelled,
    "": _is_word,
}
