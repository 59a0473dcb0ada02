"""The letters that the words of seven languages get, which their one grammar reads.

The letters (capitals mostly name things, small letters function words):

    M month   m abbreviated, with a stop      c without one         F in unusual letters
    W weekday w short or in unusual letters   P on Mondays          S season  s "in summer"
    U unit    V units                         k years, before the number of a decade
    d 1 to 31 # other number  n number word   y year                0 any other figure
    o 1st     O first         X Roman number  K the 1990s           ~ several
    T today   Z part of the day               @ this morning        I full date
    l last    x next    i this    e each      t the     E the (plural)
    J in      z on      j of      f from      > to      u until     B between   & and
    R since   b before  q after   g ago (first)   G ago (last)      v ago, or before
    a in (ahead)        r later   h earlier   + about   A portion   ! B.C.      € counted things
    Y time of day
    H 25.11.      p full stop   , - ( ) as they are         . N other words

A space is any other mark. What the layers build: L length of time, D day, Q longer stretch, C time
of a day, @ part of a day, * finished.
"""

from __future__ import annotations

from typing import Final

from timeline_app.extraction.expressions.cascade import Match
from timeline_app.extraction.expressions.meaning import Step

AHEAD_OR_LENGTH: Final = "in a length of time"  # the tense decides which it is

DAY: Final = r"(?:dp?|[oO])"  # the day of a month
STEPS: Final = {"l": (-1, Step.LAST), "i": (0, Step.THIS), "x": (1, Step.NEXT)}


def step_of(m: Match) -> tuple[int, Step]:
    """The offset and the step that "last", "this" or "next" among the words stands for."""
    return next(STEPS[code] for code in m.codes if code in STEPS)


def named_step(m: Match) -> Step | None:
    """The step that is named among the words; None when there is none."""
    return step_of(m)[1] if any(code in STEPS for code in m.codes) else None
