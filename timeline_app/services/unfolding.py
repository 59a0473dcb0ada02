"""The evidence of a project by its ids, each made into a value when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from timeline_app.domain import Evidence
from timeline_app.storage.folded import FoldedEvidence


class EvidenceById(MutableMapping[int, Evidence]):
    """A mapping in the order in which the evidence was made."""

    def __init__(self) -> None:
        self._held: dict[int, Evidence | FoldedEvidence] = {}

    def hold(self, evidence: Evidence | FoldedEvidence) -> None:
        """Take in evidence that may still be folded, behind all others or in its old place."""
        comes_back = evidence.id not in self._held and evidence.id < next(reversed(self._held), 0)
        self._held[evidence.id] = evidence
        if comes_back:
            self._held = dict(sorted(self._held.items()))

    def __getitem__(self, key: int) -> Evidence:
        """The evidence; raises KeyError, and DamagedProject for a row that makes no sense."""
        held = self._held[key]
        if isinstance(held, FoldedEvidence):
            held = self._held[key] = held.unfold()
        return held

    def __setitem__(self, key: int, value: Evidence) -> None:
        self._held[key] = value

    def __delitem__(self, key: int) -> None:
        del self._held[key]

    def __contains__(self, key: object) -> bool:
        return key in self._held

    def __iter__(self) -> Iterator[int]:
        return iter(self._held)

    def __reversed__(self) -> Iterator[int]:
        return reversed(self._held)

    def __len__(self) -> int:
        return len(self._held)
