"""The view of the timeline as it is kept between sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline_app.layout import LaneGrouping, TimeScale
from timeline_app.layout.scale import COARSEST, FARTHEST, FINEST
from timeline_app.ui.timeline.facet_filter import Facet, Hidden
from timeline_app.ui.timeline.scene import Coloring


@dataclass(frozen=True, slots=True)
class KeptView:
    """Everything the user has chosen on the timeline."""

    scale: TimeScale
    scroll: float
    grouping: LaneGrouping
    coloring: Coloring
    hidden: Hidden
    proposals: bool
    legend: bool
    sizes: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "origin": self.scale.origin,
            "fraction": self.scale.fraction,
            "seconds_per_pixel": self.scale.seconds_per_pixel,
            "scroll": self.scroll,
            "grouping": self.grouping.value,
            "coloring": self.coloring.value,
            "hidden": sorted([facet.value, key] for facet, key in self.hidden),
            "proposals": self.proposals,
            "legend": self.legend,
            "sizes": list(self.sizes),
        }

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> KeptView | None:
        """The view that `as_json` gave; None for anything else, like that of another version."""
        try:
            return cls(
                _scale(view),
                max(0.0, float(view["scroll"])),
                LaneGrouping(view["grouping"]),
                Coloring(view["coloring"]),
                frozenset((Facet(facet), str(key)) for facet, key in view["hidden"]),
                bool(view["proposals"]),
                bool(view["legend"]),
                tuple(int(size) for size in view["sizes"]),
            )
        except (KeyError, TypeError, ValueError):
            return None


def _scale(view: Mapping[str, Any]) -> TimeScale:
    origin, step = int(view["origin"]), float(view["seconds_per_pixel"])
    if abs(origin) > FARTHEST or not FINEST <= step <= COARSEST:
        raise ValueError("such a view cannot be shown")
    return TimeScale(origin, step, min(1.0, max(0.0, float(view["fraction"]))))
