"""Weighs the days that a page gives, each with its place, and says which to believe how far.

Every place is a witness. Witnesses of different kinds that name the same day make it likely; one
that contradicts makes it doubtful. The weights are those at which the days of the development
pages came out best; a day that only one witness names is believed where that witness was seldom
wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from timeline_app.domain.publication_date import DateCandidate, DateOrigin
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.words import ENGLISH

STRONG, FAIR, WEAK, FAINT = 4.0, 3.0, 2.0, 1.0
_SCORE_OF_A_CHANGE = 0.5
_MOST_CANDIDATES = 12
_BEFORE_THE_WEB = 1990
CHANGE = "It is the day of a change, not of the publication."
_ALONE = "Nothing else on the page confirms it."
_TOO_EARLY = "There was no web yet."
_BY_NIGHT = "It is told in universal time and may be the day before or after where it was written."


class Witness(Enum):
    """Who names a day. Those of one kind are not independent of each other."""

    META = auto()
    LINKED_DATA = auto()
    ELEMENT = auto()
    SHOWN = auto()
    ADDRESS = auto()
    SEARCH = auto()


_ORIGINS = {
    Witness.META: DateOrigin.MARKUP,
    Witness.LINKED_DATA: DateOrigin.MARKUP,
    Witness.ELEMENT: DateOrigin.MARKUP,
    Witness.SHOWN: DateOrigin.DATELINE,
    Witness.ADDRESS: DateOrigin.ADDRESS,
    Witness.SEARCH: DateOrigin.GUESSED,
}
# What a witness must weigh to be believed where no other says the same.
_NEVER = 5.0
_SAFE_ALONE = {
    Witness.META: STRONG,
    Witness.LINKED_DATA: STRONG,
    Witness.ELEMENT: STRONG,
    Witness.SHOWN: FAIR,
}
_WRITTEN_LOCALLY = frozenset((Witness.ELEMENT, Witness.SHOWN, Witness.ADDRESS))


@dataclass(frozen=True, slots=True)
class Finding:
    """A day at one place of a page.

    `weight` is how far the place is to be believed, FAINT to STRONG. `neighbours` are the days
    that the same moment falls on in other time zones. `is_change` says that the place gives the
    day of a change, `is_vague` that it tells neither this nor how the day is written; `doubt` is
    a sentence on the place itself.
    """

    day: CivilDate
    witness: Witness
    weight: float
    where: str
    written: str = ""
    other_day: CivilDate | None = None
    neighbours: tuple[CivilDate, ...] = ()
    is_by_night: bool = False
    is_change: bool = False
    is_vague: bool = False
    doubt: str = ""


def weigh(
    findings: Iterable[Finding], *, general_doubt: str = "", saved: CivilDate | None = None
) -> tuple[DateCandidate, ...]:
    """The candidates, the likeliest day first, and of one day the surest place first.

    `general_doubt` is a sentence against every date of the page; `saved` is the day on which the
    page was saved, after which it cannot have been published.
    """
    settled = _settle_orders(_settle_zones(list(findings)))
    if saved is not None:
        settled = [_not_after(finding, saved) for finding in settled]
    scores = _scores(settled)
    ranked = sorted(settled, key=lambda found: (-scores[found.day], _rank(found)))
    candidates: dict[tuple[CivilDate, str], DateCandidate] = {}
    for finding in ranked:
        doubt = general_doubt or _doubt(finding, settled, scores)
        candidates.setdefault((finding.day, finding.where), _candidate(finding, doubt))
    return tuple(candidates.values())[:_MOST_CANDIDATES]


def long_date(day: CivilDate) -> str:
    """A day in words, for the sentences of a doubt: "5 November 2024"."""
    return f"{day.day} {ENGLISH.long_months[day.month - 1]} {day.year}"


def _candidate(finding: Finding, doubt: str) -> DateCandidate:
    return DateCandidate(
        finding.day,
        _ORIGINS[finding.witness],
        where=finding.where,
        written=finding.written,
        other_day=finding.other_day,
        doubt=doubt,
    )


def _settle_zones(findings: list[Finding]) -> list[Finding]:
    """Move a moment stated in UTC to the day that the page itself writes beside it."""
    local = {
        found.day
        for found in findings
        if found.witness in _WRITTEN_LOCALLY and not found.neighbours and not found.is_change
    }

    def settle(found: Finding) -> Finding:
        days = [day for day in found.neighbours if day in local]
        return replace(found, day=days[0]) if days and found.day not in local else found

    return [settle(found) for found in findings]


def _settle_orders(findings: list[Finding]) -> list[Finding]:
    """Decide between day and month where another place names one of the two days outright.

    Vague places name a day as well, but do not tell in which order they read it.
    """
    certain = (found for found in findings if found.other_day is None and not found.is_vague)
    outright = {found.day for found in certain}
    turned = {found.other_day: found.day for found in findings if found.other_day is not None}

    def settle(found: Finding) -> Finding:
        if found.is_vague and found.day not in outright:
            return replace(found, day=turned.get(found.day, found.day))
        if found.other_day is None or (found.day in outright) == (found.other_day in outright):
            return found
        day = found.day if found.day in outright else found.other_day
        return replace(found, day=day, other_day=None)

    return [settle(found) for found in findings]


def _not_after(finding: Finding, saved: CivilDate) -> Finding:
    if finding.day <= saved.plus_days(1):
        return finding
    doubt = f"The page was saved before, on {long_date(saved)}."
    return replace(finding, weight=0.0, doubt=finding.doubt or doubt)


def _scores(findings: Sequence[Finding]) -> dict[CivilDate, float]:
    """For each day the weights of its witnesses, each kind of witness counted once."""
    best: dict[tuple[CivilDate, Witness], float] = {}
    for found in findings:
        weight = _SCORE_OF_A_CHANGE if found.is_change else found.weight
        key = (found.day, found.witness)
        best[key] = max(best.get(key, 0.0), weight)
    scores: dict[CivilDate, float] = {}
    for (day, _), weight in best.items():
        scores[day] = scores.get(day, 0.0) + weight
    return scores


def _rank(finding: Finding) -> tuple[bool, float]:
    return finding.is_change, -finding.weight


def _doubt(finding: Finding, findings: Sequence[Finding], scores: dict[CivilDate, float]) -> str:
    """What speaks against a day in a sentence; empty where it is safe."""
    if finding.doubt:
        return finding.doubt
    if finding.day.year < _BEFORE_THE_WEB:
        return _TOO_EARLY
    if finding.is_change:
        return CHANGE
    if contrary := _contrary(finding.day, findings, scores):
        return f"The page also gives {long_date(contrary.day)} ({contrary.where})."
    return "" if _is_confirmed(finding.day, findings) else _doubt_alone(finding.day, findings)


def _doubt_alone(day: CivilDate, findings: Sequence[Finding]) -> str:
    """What speaks against a day that only one kind of witness names."""
    surest = _surest(day, findings)
    if surest.weight < _SAFE_ALONE.get(surest.witness, _NEVER):
        return _ALONE
    return _BY_NIGHT if surest.is_by_night else ""


def _surest(day: CivilDate, findings: Sequence[Finding]) -> Finding:
    naming = (found for found in findings if found.day == day and not found.is_change)
    return max(naming, key=lambda found: (found.weight, not found.is_by_night))


def _contrary(
    day: CivilDate, findings: Sequence[Finding], scores: dict[CivilDate, float]
) -> Finding | None:
    """The surest place that gives another day and cannot be explained away."""
    others = (
        found
        for found in findings
        if found.day not in (day, found.other_day) and not found.is_change and found.weight >= FAIR
    )
    weighty = [found for found in others if scores[found.day] * 3 > scores[day]]
    return max(weighty, key=lambda found: found.weight, default=None)


def _is_confirmed(day: CivilDate, findings: Sequence[Finding]) -> bool:
    """Whether several kinds of witnesses name the day, and not only in passing.

    The search looks at what the others say, so that it confirms nothing.
    """
    weights: dict[Witness, float] = {}
    for found in findings:
        if found.day == day and not found.is_change and found.witness is not Witness.SEARCH:
            weights[found.witness] = max(weights.get(found.witness, 0.0), found.weight)
    return len(weights) > 1 and sum(weights.values()) >= STRONG
