"""The English words of time: each lower-case word with its type and its value.

The types are single letters, so that a text becomes a string of letters that the grammar reads
(`cascade` lists what each letter means). Values are plain numbers or meanings.
"""

from __future__ import annotations

from typing import Final

from timeline_app.extraction.expressions.eras import ERAS
from timeline_app.extraction.expressions.festivals import FESTIVALS
from timeline_app.extraction.expressions.meaning import (
    Amount,
    DayPart,
    Deictic,
    Duration,
    PartOfDay,
    Portion,
    Recurring,
    Relation,
    Step,
    Tendency,
    Unit,
    Vague,
)
from timeline_app.extraction.expressions.zones import ZONES

Entry = tuple[str, object]

LONG: Final = "long"  # after a unit: "month-long"
IN: Final = "in"  # a length of time after it can lie ahead: "in two weeks"

MONTH_NAMES: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAY_NAMES: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
# Written like other words: days only beside a month or another part of a date.
WEEKDAY_SHORT: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASON_NAMES: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
UNIT_NAMES: Final = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY,
    "week": Unit.WEEK, "weekend": Unit.WEEKEND, "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH, "quarter": Unit.QUARTER, "season": Unit.SEASON, "semester": Unit.HALF,
    "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY,
    "millennium": Unit.MILLENNIUM, "min": Unit.MINUTE, "hr": Unit.HOUR, "yr": Unit.YEAR,
    "sec": Unit.SECOND,
}  # fmt: skip
UNIT_PLURALS: Final = {
    f"{name}s": unit for name, unit in UNIT_NAMES.items() if name != "century"
} | {"centuries": Unit.CENTURY, "millennia": Unit.MILLENNIUM}
# "A weeklong strike": the unit and "long" in one word.
LONG_UNITS: Final = {
    name: UNIT_NAMES[name] for name in ("hour", "day", "week", "month", "year", "decade", "century")
}
DAY_PARTS: Final = {
    "morning": DayPart.MORNING, "mornings": DayPart.MORNING, "noon": 12, "midday": 12,
    "afternoon": DayPart.AFTERNOON, "afternoons": DayPart.AFTERNOON, "evening": DayPart.EVENING,
    "evenings": DayPart.EVENING, "night": DayPart.NIGHT, "nights": DayPart.NIGHT, "midnight": 24,
    "lunchtime": DayPart.MIDDAY, "dawn": DayPart.MORNING, "daybreak": DayPart.MORNING,
    "sunrise": DayPart.MORNING, "dusk": DayPart.EVENING, "sunset": DayPart.EVENING,
    "nightfall": DayPart.NIGHT, "nighttime": DayPart.NIGHT, "daytime": DayPart.DAYTIME,
}  # fmt: skip
NUMERALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
MULTIPLIERS: Final = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_NAMES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90, "noughties": 0,
}  # fmt: skip

# Words that tell a time only with a capital letter.
CAPITALISED: Final = frozenset(
    {"may", "march", "mar", "sat", "sun", "wed", "mon", "fri", "ad", "et", "pt", "lent"}
)
ABBREVIATIONS: Final = frozenset(
    word for word in (*MONTH_NAMES, *WEEKDAY_SHORT, *UNIT_NAMES) if len(word) <= 5 and word != "may"
) - {"second", "month", "hour", "day", "week", "year", "march", "april", "june", "july"}

WORDS: Final[dict[str, Entry]] = {
    **{word: ("M", month) for word, month in MONTH_NAMES.items()},
    **{word: ("W", day) for word, day in WEEKDAY_NAMES.items()},
    **{f"{word}s": ("P", day) for word, day in WEEKDAY_NAMES.items()},
    **{word: ("w", day) for word, day in WEEKDAY_SHORT.items()},
    **{word: ("S", season) for word, season in SEASON_NAMES.items()},
    **{word: ("V", unit) for word, unit in UNIT_PLURALS.items()},
    **{word: ("U", unit) for word, unit in UNIT_NAMES.items()},
    **{word: ("Z", part) for word, part in DAY_PARTS.items()},
    **{word: ("N", number) for word, number in NUMERALS.items()},
    **{word: ("%", number) for word, number in MULTIPLIERS.items()},
    "dozen": ("N", 12),
    **{word: ("O", number) for word, number in ORDINALS.items()},
    **{word: ("K", decade) for word, decade in DECADE_NAMES.items()},
    **{name: ("z", name) for name in ZONES if name.isalpha()},
    "second": ("2", 2),
    "the": ("t", None), "a": ("a", 1), "an": ("a", 1),
    "this": ("i", Step.THIS), "these": ("i", Step.THIS),
    "that": ("h", Step.SAME), "those": ("h", Step.SAME), "same": ("m", Step.SAME),
    "each": ("e", None), "every": ("e", None), "per": ("e", None),
    "last": ("l", Step.LAST), "past": ("5", Step.LAST), "latest": ("l", Step.LAST),
    "next": ("x", Step.NEXT), "coming": ("x", Step.NEXT), "upcoming": ("x", Step.NEXT),
    "forthcoming": ("x", Step.NEXT), "previous": ("v", Step.PREVIOUS),
    "preceding": ("v", Step.PREVIOUS), "prior": ("v", Step.PREVIOUS),
    "following": ("f", Step.FOLLOWING), "subsequent": ("f", Step.FOLLOWING),
    "ensuing": ("f", Step.FOLLOWING), "current": ("c", Step.THIS),
    "recent": ("u", Tendency.PAST),
    "early": ("E", Portion.EARLY), "mid": ("E", Portion.MIDDLE), "late": ("E", Portion.LATE),
    "beginning": ("A", Portion.START), "start": ("A", Portion.START),
    "middle": ("A", Portion.MIDDLE), "end": ("A", Portion.END), "close": ("A", Portion.END),
    "half": ("H", 0.5), "fiscal": ("F", None), "financial": ("F", None), "calendar": ("F", None),
    "academic": ("F", None), "school": ("F", None),
    "earlier": ("k", Portion.EARLIER), "later": ("r", Portion.LATER), "ago": ("g", None),
    "before": ("b", Relation.BEFORE), "after": ("q", Relation.AFTER),
    "of": ("j", None), "in": ("J", IN), "at": ("J", None), "on": ("J", None),
    "from": ("o", None), "between": ("B", None), "and": ("&", None), "or": ("|", None),
    "to": (">", None), "through": (">", None),
    "till": ("R", Relation.UNTIL), "until": ("R", Relation.UNTIL),
    "since": ("R", Relation.SINCE), "by": ("R", Relation.BY),
    "today": ("T", 0), "yesterday": ("T", -1), "tomorrow": ("T", 1),
    "tonight": ("*", PartOfDay(DayPart.NIGHT, Deictic(Unit.DAY, 0))),
    "overnight": ("*", PartOfDay(DayPart.NIGHT)),
    "now": ("*", Vague(Tendency.PRESENT)), "currently": ("*", Vague(Tendency.PRESENT)),
    "nowadays": ("*", Vague(Tendency.PRESENT)), "presently": ("*", Vague(Tendency.PRESENT)),
    "recently": ("*", Vague(Tendency.PAST)), "lately": ("*", Vague(Tendency.PAST)),
    "soon": ("*", Vague(Tendency.FUTURE)), "shortly": ("*", Vague(Tendency.FUTURE)),
    "everyday": ("*", Recurring(Amount(1, Unit.DAY))),
    "daily": ("*", Recurring(Amount(1, Unit.DAY))),
    "weekdays": ("*", Recurring(Amount(1, Unit.DAY))),
    "weekly": ("*", Recurring(Amount(1, Unit.WEEK))),
    "monthly": ("*", Recurring(Amount(1, Unit.MONTH))),
    "annually": ("*", Recurring(Amount(1, Unit.YEAR))),
    "yearly": ("*", Recurring(Amount(1, Unit.YEAR))),
    "period": ("3", None), "time": ("9", None), "date": ("9", None), "future": ("4", None),
    "ended": ("7", None), "ending": ("7", None),
    "several": ("~", None), "few": ("~", None), "couple": ("~", 2), "many": ("~", None),
    "about": ("+", True), "around": ("+", True), "roughly": ("+", True), "circa": ("+", True),
    "approximately": ("+", True), "nearly": ("+", False), "almost": ("+", False),
    "over": ("+", False), "under": ("+", False), "some": ("+", True),
    "more": ("=", None), "additional": ("=", None), "full": ("=", None), "straight": ("=", None),
    "consecutive": ("=", None), "whole": ("=", None), "long": ("=", LONG), "entire": ("=", None),
    "corresponding": ("=", None), "comparable": ("=", None), "near": ("=", None),
    "foreseeable": ("=", None), "solid": ("=", None),
    "am": ("p", 0), "pm": ("p", 12), "o'clock": ("p", None), "old": ("0", None),
    **{f"{name}long": ("*", Duration((Amount(1.0, unit),))) for name, unit in LONG_UNITS.items()},
    "bc": ("!", -1), "bce": ("!", -1), "ad": ("!", 1), "ce": ("!", 1),
    **{name: ("X", name) for name in FESTIVALS if name.isalpha()},
}  # fmt: skip

# Two numbers that everybody reads as one day: (month, day) with the year of that day.
NAMED_DAYS: Final = {(9, 11): 2001, (7, 7): 2005}


def capitalised(name: str) -> str:
    """A name with its first letter as names have it."""
    return name[0].upper() + name[1:]


# Several words that act as one; each is a key like those of WORDS. What begins with a capital is
# found only where the text has one there.
PHRASES: Final[dict[str, Entry]] = {
    "from now": ("_", None), "every other": ("e", 2),
    "at present": ("*", Vague(Tendency.PRESENT)),
    "more recently": ("*", Vague(Tendency.PAST)), "most recently": ("*", Vague(Tendency.PAST)),
    "as soon as": (".", None), "soon after": (".", None), "shortly after": (".", None),
    "shortly before": (".", None), "soon before": (".", None), "no more than": ("+", False),
    "no less than": ("+", False), "more than": ("+", False),
    "less than": ("+", False), "fewer than": ("+", False), "at least": ("+", False),
    "at most": ("+", False), "up to": ("+", False), "as much as": ("+", False),
    "as long as": ("+", False), "as many as": ("+", False), "well over": ("+", False),
    "every weekday": ("*", Recurring(Amount(1, Unit.DAY))),
    "year-to-date": ("Q", Deictic(Unit.YEAR, 0)), "year to date": ("Q", Deictic(Unit.YEAR, 0)),
    "the other day": ("*", Vague(Tendency.PAST)),
    "some time in": ("J", None), "sometime in": ("J", None),
    "or so": ("?", None), "at the moment": ("*", Vague(Tendency.PRESENT)),
    "right now": ("*", Vague(Tendency.PRESENT)), "these days": ("*", Vague(Tendency.PRESENT)),
    "local time": ("z", "local time"),
    **{capitalised(name): ("z", name) for name in ZONES if " " in name and name != "local time"},
    # A possessive shows that no other words are meant: "new year's eve".
    **{
        name if "'" in name else capitalised(name): ("X", name)
        for name in FESTIVALS
        if not name.isalpha()
    },
    **{name: ("Y", era) for name, era in ERAS.items()},
}  # fmt: skip
