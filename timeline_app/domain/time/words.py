"""Every word that dates are told with, in one table: another language is another table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Texts with braces are templates for `str.format`."""

    weekdays: tuple[str, ...]  # from Monday
    months: tuple[str, ...]  # short, as in "29 Oct 2024"
    long_months: tuple[str, ...]
    seasons: tuple[str, ...]  # from spring
    quarter: str
    halves: tuple[str, ...]
    ordinal: Callable[[int], str]
    hour: Callable[[int], str]
    before_era: str
    era: str
    ages: tuple[tuple[int, str, str], ...]  # years in a unit, its long and its short name
    century: str
    millennium: str
    decade: str
    with_article: str  # "the 1850s", after a preposition
    with_weekday: str
    with_year: str
    half_with_year: str
    with_time: str
    with_zone: str
    stretch: str
    about: str
    uncertain: str
    within: str
    before: str
    after: str
    after_short: str
    ongoing: str
    ongoing_about: str
    begun: str
    begun_lasting: str
    begun_short: str
    until: str
    ended: str
    ended_lasting: str
    core: str
    choice: str
    choice_separator: str  # between all but the last two
    one_of_many: str
    unknown: str
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What kind of knowledge a span holds, as the second line below a date."""

    units: tuple[str, ...]  # second to millennium
    known_unit: str
    about_unit: str
    one_granule: str
    week: str
    stretch: str
    period: str
    core: str
    before: str
    after: str
    ongoing: str
    begun: str
    until: str
    ended: str
    disputed: str
    unknown: str
    approximate: str
    uncertain: str


def _english_ordinal(number: int) -> str:
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _english_hour(hour: int) -> str:
    return f"{(hour - 1) % 12 + 1} {'am' if hour < 12 else 'pm'}"


ENGLISH = Words(
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    long_months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    quarter="Q{number}",
    halves=("first half", "second half"),
    ordinal=_english_ordinal,
    hour=_english_hour,
    before_era="BCE",
    era="CE",
    ages=(
        (1_000_000_000, "billion years ago", "Ga"),
        (1_000_000, "million years ago", "Ma"),
        (1_000, "thousand years ago", "ka"),
    ),
    century="century",
    millennium="millennium",
    decade="{start}s",
    with_article="the {date}",
    with_weekday="{weekday} {date}",
    with_year="{date} {year}",
    half_with_year="{date} of {year}",
    with_time="{date}, {time}",
    with_zone="{date} {zone}",
    stretch="{first} – {last}",
    about="about {date}",
    uncertain="{date}?",
    within="sometime {date}",
    before="by {date}",
    after="on or after {date}",
    after_short="from {date}",
    ongoing="since {date}",
    ongoing_about="from {date}",
    begun="from {date}, end unknown",
    begun_lasting="from {date} until {last} or later",
    begun_short="from {date}",
    until="until {date}",
    ended="until {date}, start unknown",
    ended_lasting="from {first} or earlier until {date}",
    core="at least {core}, at most {date}",
    choice="{first} or {last}",
    choice_separator=", ",
    one_of_many="one of {count} dates, {date}",
    unknown="date unknown",
    knowledge=Knowledge(
        units=(
            "second",
            "minute",
            "hour",
            "day",
            "month",
            "quarter",
            "season",
            "half-year",
            "year",
            "decade",
            "century",
            "millennium",
        ),
        known_unit="the {unit} is known",
        about_unit="about this {unit}",
        one_granule="sometime in this {unit}",
        week="one day in this week",
        stretch="one {unit} in this stretch",
        period="lasted all this time",
        core="lasted at least the known part",
        before="this {unit} or one before it",
        after="this {unit} or one after it",
        ongoing="goes on since then",
        begun="began then, its end is not known",
        until="went on until then",
        ended="ended then, its beginning is not known",
        disputed="the sources differ",
        unknown="nothing is known of the date",
        approximate="{knowledge}, approximately",
        uncertain="{knowledge}, but the source is not sure",
    ),
)

SPOKEN_ENGLISH = replace(
    ENGLISH,
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=ENGLISH.long_months,
    stretch="{first} to {last}",
)
"""Nothing shortened, no signs: for what reads aloud."""
