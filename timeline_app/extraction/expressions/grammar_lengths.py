"""The first layers of the English grammar: numbers, and lengths of time."""

from __future__ import annotations

from timeline_app.extraction.expressions.cascade import Layer, Match, Rule
from timeline_app.extraction.expressions.meaning import (
    Alternative,
    Amount,
    ClockTime,
    Meaning,
    NumericDate,
    Shift,
    Unit,
)
from timeline_app.extraction.expressions.tables_en import LONG

LENGTH_AS_ADJECTIVE = "length as adjective"
ABOUT_A_LENGTH = "about a length"


def _number(m: Match) -> float:
    """The value of a row of numerals: "two hundred and six", "twenty-one"."""
    total = group = 0.0
    for code, token in zip(m.codes, m.tokens, strict=True):
        value = token.value
        if not isinstance(value, int | float) or code not in "Ndny%":
            continue
        if code == "%" and value > 100:
            total, group = total + max(group, 1) * value, 0
        elif code == "%":
            group = max(group, 1) * value
        else:
            group += value
    number = total + group
    return int(number) if number.is_integer() else number


def _spoken_year(m: Match) -> int | None:
    """“Nineteen ninety-four”, “two thousand six”."""
    values = m.all("N%")
    if values[1] == 1000:
        return 2000 + sum(values[2:]) if values[0] == 2 else None
    rest = values[1:]
    is_pair = 13 <= values[0] <= 20 and 10 <= sum(rest) <= 99 and rest[0] >= 10
    return values[0] * 100 + sum(rest) if is_pair and (len(rest) == 1 or rest[0] >= 20) else None


def _spelled_ordinal(m: Match) -> int:
    """“Twenty-first”."""
    return int(sum(m.all("NO2")))


def _year_of_era(m: Match) -> int | None:
    """“44 BC”, “AD 79”, as an astronomical year."""
    year = m["ydn"]
    if not isinstance(year, int) or year > _OLDEST_YEAR:
        return None
    return 1 - year if m["!"] < 0 else year


_OLDEST_YEAR = 1_000_000  # before Christ; what is older is told in years ago
NUMBERS = Layer(
    Rule("year of an era", r"[ydn]!|![ydn]", _year_of_era, "y"),
    Rule("ordinal in words", r"N-?[O2]", _spelled_ordinal, "O"),
    Rule("year in words", r"N-?N(?:-?N)?|N%(?:&?N(?:-?N)?)?", _spoken_year, "y"),
    Rule(
        "number in words", r"[aNdny]?(?:-?N)?%(?:&?N(?:-?N)?)?(?:%(?:&?N(?:-?N)?)?)?", _number, "n"
    ),
    Rule("number in words", r"N(?:-?N)?", _number, "n"),
)


def _amount(m: Match) -> Amount:
    """“Two weeks”, “half an hour”, “about two months”, “a 30-year war”, “a couple of days”."""
    return Amount(_count(m), m["UV"])


def _count(m: Match) -> float | None:
    """How many units; None when nobody says: "several", "12 to 18"."""
    numbers: list[int] = m.all("dny")
    if not numbers:
        return _unwritten_count(m)
    count = float(numbers[0])
    if "G" in m:
        fraction: NumericDate = m["G"]
        is_share = fraction.second in (2, 3, 4) and fraction.first < fraction.second
        return count + fraction.first / fraction.second if is_share else None
    if len(numbers) > 1:
        return None
    return count + 0.5 if "H" in m else count


def _unwritten_count(m: Match) -> float | None:
    """“A week”, “half an hour”, “a year and a half”, “a couple of days”."""
    if "~" in m:
        couple: int | None = m["~"]
        return couple
    if "H" in m:
        return 1.5 if "&" in m else 0.5
    return 1.0


def _age(_: Match) -> str:
    """“6-year-old”, “52 years old”: how old somebody is, no time of the story."""
    return "age"


_COUNT = r"(?:[dny](?:&a?H|-&-a?-?H|-?G)?|[dn](?:>|–|-|\|)[dn]|a(?=[=-]|U(?!-=))|Ha|aH)"


def _unit_long(m: Match) -> Amount | None:
    """“Day-long”, “decades-long”."""
    if m["="] != LONG:
        return None
    return Amount(1.0, m["U"]) if "U" in m else Amount(None, m["V"])


def _hours_of_clock(m: Match) -> ClockTime | None:
    """“At 0600 hours”: four figures, an hour and its minutes."""
    hour, minute = divmod(m["ny"], 100)
    is_clock = m["V"] is Unit.HOUR and m.tokens[0].end - m.tokens[0].start == _HOURS_AND_MINUTES
    return ClockTime(int(hour), int(minute)) if is_clock and hour <= 24 and minute <= 59 else None


_HOURS_AND_MINUTES = 4  # figures


def _either_ago(m: Match) -> Meaning:
    """“Two or three weeks ago”."""
    first, last = (Shift(Amount(float(count), m["V"]), -1) for count in m.all("dn"))
    return Alternative(first, last)


def _quarter_of(m: Match) -> Amount | None:
    """“A quarter of a century”, “a quarter-century”."""
    part, whole = m.all("U")
    return Amount(0.25, whole) if part is Unit.QUARTER and whole is not Unit.QUARTER else None


LENGTHS = Layer(
    Rule("hours of the clock", r"(?<=[JoR>])[ny]V(?!j)", _hours_of_clock),
    Rule("either ago", r"[dn]\|[dn]Vg", _either_ago),
    Rule("quarter of a length", r"aUjaU|aU-U(?!-)", _quarter_of),
    Rule("age", r"[adny~]-?[UV]-?0", _age, "."),
    Rule("unit long", r"[UV]-=", _unit_long),
    Rule(LENGTH_AS_ADJECTIVE, r"(?<!y[-–])[dny]-?G?-U|~-U|(?<!y[-–])(?<!M)[dny]U(?![&])", _amount),
    Rule(ABOUT_A_LENGTH, rf"\+{{1,2}}{_COUNT}=*-?[UV](?:&aH)?\??", _amount),
    Rule("length", r"a?[dny]-U3", _amount),
    Rule("length", r"a?~j?=*V", _amount),
    Rule("length", rf"(?<!y[-–])(?!(?<=M)dU){_COUNT}-?=*-?[UV](?!-[gk])(?:&aH)?\??", _amount),
)
