"""Merging: what two proposers found in one article, as one list without the same event twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.domain import Factuality, Proposal, TextRange

_WORD = re.compile(r"\w{3,}")
_ALIKE = 0.5  # share of the longer words of the shorter title that the other has as well


def merged(own: Sequence[Proposal], further: Sequence[Proposal]) -> list[Proposal]:
    """The own proposals, and of the further ones those that tell of other events, in text order.

    Two are the same event when they quote the same sentence and share the trigger or half of the
    words of their titles. An own one that was folded is shown when it was found again.
    """
    kept: list[Proposal] = [*own]
    places: dict[TextRange, list[int]] = defaultdict(list)
    for number, proposal in enumerate(own):
        places[proposal.quote_range].append(number)
    for proposal in further:
        same = (n for n in places[proposal.quote_range] if _is_same(kept[n], proposal))
        again = next(same, None)
        if again is None:
            kept.append(proposal)
        else:
            kept[again] = _found_again(kept[again], proposal)
    return sorted(kept, key=lambda each: (each.quote_range, each.trigger))


def _is_same(own: Proposal, other: Proposal) -> bool:
    if own.trigger.overlaps(other.trigger):
        return True
    words, others = _words(own.title), _words(other.title)
    return len(words & others) > _ALIKE * min(len(words), len(others))


def _words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}


def _found_again(own: Proposal, other: Proposal) -> Proposal:
    is_folded = own.is_folded and own.factuality is Factuality.POSSIBLE
    return replace(own, is_folded=is_folded, why=(*own.why, *other.why))
