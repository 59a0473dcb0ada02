"""Which backups are kept when there are many: dense for the last days, sparse for the past."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta

_ALL_FOR = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_Period = Callable[[datetime], Hashable]
_PERIODS: tuple[tuple[_Period, int], ...] = (
    (lambda at: at.date(), _DAYS),
    (lambda at: at.isocalendar()[:2], _WEEKS),
    (lambda at: (at.year, at.month), _MONTHS),
)


def kept_backups(made: Sequence[datetime]) -> frozenset[int]:
    """The places of the backups to keep, of all in the order in which they were made.

    All of the two days before the last one are kept; of older ones the last of each of 12 days,
    then of each of 10 weeks, then of each of 9 months. These are the numbers of Anki
    (https://docs.ankiweb.net/backups.html). Time is counted from the last backup, not by the
    clock, and periods without one are not counted: a clock that was wrong for a while costs none.
    """
    if not made:
        return frozenset()
    kept = {place for place, at in enumerate(made) if abs(made[-1] - at) <= _ALL_FOR}
    older = [place for place in reversed(range(len(made))) if place not in kept]
    for period, most in _PERIODS:
        latest: dict[Hashable, int] = {}
        for place in older:
            latest.setdefault(period(made[place]), place)
        chosen = list(latest.values())[:most]
        kept.update(chosen)
        older = [place for place in older if chosen and place < min(chosen)]
    return frozenset(kept)
