"""Repeats: what one article tells several times, proposed once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_app.domain import Proposal
from timeline_app.domain.time import TimeSpan
from timeline_app.extraction.language import clause_words


def merge_duplicates(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Leave the most salient of the proposals that say the same, in text order.

    They say the same when their titles have the same words and their dates are equal, or only one
    of them has a date of its own.
    """
    by_title: dict[frozenset[str], list[Proposal]] = {}
    for proposal in proposals:
        words = frozenset(word.lower().strip(".,’'") for word in proposal.title.split())
        by_title.setdefault(words - clause_words("empty"), []).append(proposal)
    kept = [each for same in by_title.values() for each in _distinct(same)]
    return sorted(kept, key=lambda each: each.trigger)


def _distinct(same: Sequence[Proposal]) -> list[Proposal]:
    dated = [each for each in same if each.expression is not None]
    best: dict[TimeSpan | None, Proposal] = {}
    for proposal in sorted(dated or same, key=lambda each: -each.salience):
        best.setdefault(proposal.span, proposal)
    return list(best.values())
