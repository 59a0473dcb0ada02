"""The kinds of dates as lanes and filters tell them apart: fewer than there are marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.domain.time import TimeSpan
from timeline_app.layout import MarkKind, MarkLook
from timeline_app.layout.marks import mark_kind


@dataclass(frozen=True, slots=True)
class DateKind:
    """A kind of date: its name, which is also its key, and the mark that stands for it."""

    title: str
    look: MarkLook


_DAY = DateKind("Day known", MarkLook(MarkKind.POINT))
_PERIOD = DateKind("Period", MarkLook(MarkKind.PERIOD))
_WITHIN = DateKind("Sometime within", MarkLook(MarkKind.WITHIN))
_OPEN = DateKind("Open, one side", MarkLook(MarkKind.BEFORE))
_DISPUTED = DateKind("Disputed", MarkLook(MarkKind.DISPUTED))

DATE_KINDS = (_DAY, _PERIOD, _WITHIN, _OPEN, _DISPUTED)
_BY_MARK: Mapping[MarkKind, DateKind] = {
    MarkKind.POINT: _DAY,
    MarkKind.ABOUT: _DAY,
    MarkKind.PERIOD: _PERIOD,
    MarkKind.WITHIN: _WITHIN,
    MarkKind.CORE: _WITHIN,
    MarkKind.BEFORE: _OPEN,
    MarkKind.AFTER: _OPEN,
    MarkKind.ONGOING: _OPEN,
    MarkKind.UNTIL: _OPEN,
    MarkKind.DISPUTED: _DISPUTED,
}


def date_kind(span: TimeSpan) -> DateKind:
    """The kind of a date."""
    kind = mark_kind(span)
    return _DAY if kind is None else _BY_MARK[kind]
