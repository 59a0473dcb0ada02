"""The view of the timeline as it is kept between sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.layout import LaneChoices, LaneGrouping, TimeScale
from timeline_app.layout.lane_choices import MOST_ROWS
from timeline_app.layout.scale import COARSEST, FARTHEST, FINEST
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import Filter
from timeline_app.ui.timeline.scene import Coloring

_FACETS = frozenset(facet.value for facet in Facet)
_GROUPINGS = frozenset(grouping.value for grouping in LaneGrouping)


@dataclass(frozen=True, slots=True)
class KeptView:
    """Everything the user has chosen on the timeline; `lanes` for each grouping by itself."""

    scale: TimeScale
    scroll: float
    grouping: LaneGrouping
    coloring: Coloring
    filter: Filter
    lanes: Mapping[LaneGrouping, LaneChoices]
    proposals: bool
    legend: bool
    eras: bool
    gaps: bool
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
            "hidden": sorted([facet.value, key] for facet, key in self.filter.hidden),
            "text": self.filter.text,
            "since": _edtf(self.filter.since),
            "until": _edtf(self.filter.until),
            "known_by": _edtf(self.filter.known_by),
            "lanes": {grouping.value: _choices(each) for grouping, each in self.lanes.items()},
            "proposals": self.proposals,
            "legend": self.legend,
            "eras": self.eras,
            "gaps": self.gaps,
            "sizes": list(self.sizes),
        }

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> KeptView | None:
        """The view that `as_json` gave; None for anything else.

        What came later than the version that kept it is as at first.
        """
        try:
            return cls(
                _scale(view),
                max(0.0, float(view["scroll"])),
                LaneGrouping(view["grouping"]),
                Coloring(view["coloring"]),
                _filter_of(view),
                _lanes_of(view.get("lanes", {})),
                bool(view["proposals"]),
                bool(view["legend"]),
                bool(view.get("eras", True)),
                bool(view.get("gaps", False)),
                tuple(int(size) for size in view["sizes"]),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            return None


def _scale(view: Mapping[str, Any]) -> TimeScale:
    origin, step = int(view["origin"]), float(view["seconds_per_pixel"])
    if abs(origin) > FARTHEST or not FINEST <= step <= COARSEST:
        raise ValueError("such a view cannot be shown")
    return TimeScale(origin, step, min(1.0, max(0.0, float(view["fraction"]))))


def _filter_of(view: Mapping[str, Any]) -> Filter:
    """The filter; facets that there are no more hide nothing."""
    hidden = frozenset(
        (Facet(facet), str(key)) for facet, key in view["hidden"] if facet in _FACETS
    )
    limits = (_span(str(view.get(name, ""))) for name in ("since", "until", "known_by"))
    return Filter(hidden, str(view.get("text", "")), *limits)


def _lanes_of(lanes: Mapping[str, Any]) -> dict[LaneGrouping, LaneChoices]:
    return {
        LaneGrouping(grouping): LaneChoices(
            tuple(str(key) for key in each["order"]),
            frozenset(str(key) for key in each["collapsed"]),
            {str(key): min(MOST_ROWS, max(1, int(rows))) for key, rows in each["rows"].items()},
        )
        for grouping, each in lanes.items()
        if grouping in _GROUPINGS
    }


def _choices(choices: LaneChoices) -> dict[str, Any]:
    return {
        "order": list(choices.order),
        "collapsed": sorted(choices.collapsed),
        "rows": dict(choices.rows),
    }


def _edtf(span: TimeSpan | None) -> str:
    return "" if span is None else write_edtf(span)


def _span(edtf: str) -> TimeSpan | None:
    return parse_edtf(edtf) if edtf else None
