"""Which of the panels beside the canvas are shown: in a narrow window there is room for one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

BOTH_FROM = 1_180  # pixels; a narrower window has one panel at most


class Side(Enum):
    """A panel beside the canvas."""

    FACETS = auto()
    INSPECTOR = auto()


@dataclass(frozen=True, slots=True)
class Folding:
    """What the user has open: in a wide window any panels, in a narrow one at most one."""

    wide: frozenset[Side] = frozenset(Side)
    narrow: Side | None = Side.INSPECTOR

    def shown(self, width: int) -> frozenset[Side]:
        """The panels that are shown in a window of that width."""
        if width >= BOTH_FROM:
            return self.wide
        return frozenset() if self.narrow is None else frozenset({self.narrow})

    def turned(self, side: Side, width: int) -> Folding:
        """With a panel opened that was closed, or closed that was open."""
        if width >= BOTH_FROM:
            return replace(self, wide=self.wide ^ {side})
        return replace(self, narrow=None if self.narrow is side else side)
