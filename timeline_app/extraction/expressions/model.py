"""What recognising and resolving hand out: time expressions and their resolutions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from timeline_app.domain import Certainty, Reading, TextRange
from timeline_app.domain.time.calendar import SECONDS_PER_DAY, CivilDate
from timeline_app.extraction.expressions.meaning import Meaning
from timeline_app.extraction.expressions.tense import Cue

Kind = Literal["date", "time", "duration", "set", "era"]
READ_BY_DATEPARSER: Final = "read by dateparser"
"""The rule of what our own grammar has no rule for."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time in a text and what it says, whatever the article's date.

    `range` covers all words that belong to the meaning: "since 2014", "from 8 to 13 October".
    `parts` are the plain expressions inside such a composition. `rule` names what found it. An
    era ("World War II") has a kind of its own: what is told since an era is not dated by it. `cue`
    is the tense around it where recognising has found it; None leaves it to resolving, in English.
    """

    range: TextRange
    meaning: Meaning
    rule: str
    kind: Kind
    parts: tuple[TimeExpression, ...] = ()
    cue: Cue | None = None

    @property
    def tells_when(self) -> bool:
        """Whether it is a date or a time of day, which can date an event."""
        return self.kind in ("date", "time")


@dataclass(frozen=True, slots=True)
class Resolution:
    """The readings of a time expression, the preferred first, and why, in one sentence.

    There are none for durations, repeated times and vague words, and none for an expression that
    needs the article's date when there is no such date (`needs_anchor`).
    """

    expression: TimeExpression
    readings: tuple[Reading, ...]
    reason: str
    certainty: Certainty
    needs_anchor: bool

    def lies_after(self, day: CivilDate) -> bool:
        """Whether the preferred reading begins after a day."""
        begin = self.readings[0].span.begin if self.readings else None
        return begin is not None and begin >= day.instant + SECONDS_PER_DAY
