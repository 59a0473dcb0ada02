"""Lanes: the horizontal bands that events are sorted into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline_app.layout.entry import LANE_TONES, TimelineEntry

ALL_EVENTS = "All events"  # the name of the lane of the rest where there is no other
REST = ""  # the key of the lane for everything that has none of its own


class LaneGrouping(StrEnum):
    """What the lanes stand for."""

    ACTOR = "actor"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TAG = "tag"
    ARTICLE = "article"
    SOURCE = "source"
    KIND = "kind"
    STATUS = "status"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Lane:
    """One band: the key its entries carry, its name, its colour token, its number of events.

    A collapsed lane is one row of counts. `rows` is how many rows it is to have, None
    for as many as its events need.
    """

    key: str
    title: str
    tone: str = "text2"
    count: int = 0
    is_collapsed: bool = False
    rows: int | None = None


def tone_of_lane(index: int) -> str:
    """The colour token of the lane at an index; there are six, then they repeat."""
    return LANE_TONES[index % len(LANE_TONES)]


def main_keys(
    candidates: Sequence[Sequence[str]], limit: int = 8, weights: Sequence[int] | None = None
) -> list[str]:
    """One lane key for each event, out of the names it could stand under.

    An event goes to the name that occurs most often in all of them, and among equals to the one
    it names first. No more than `limit` names get a lane; when there are more, the events of the
    rarer ones get the key `REST`. With `weights` each element stands for so many events.
    """
    counts = weights or [1] * len(candidates)
    frequency, sizes = Counter[str](), Counter[str]()
    for names, count in zip(candidates, counts, strict=True):
        frequency.update(dict.fromkeys(names, count))
    ranked = [sorted(names, key=lambda name: -frequency[name]) for names in candidates]
    for names, count in zip(ranked, counts, strict=True):
        sizes.update(dict.fromkeys(names[:1], count))
    kept = sorted(sizes, key=lambda name: (-sizes[name], name))
    lanes = frozenset(kept if len(kept) <= limit else kept[: limit - 1])
    return [next((name for name in names if name in lanes), REST) for names in ranked]


def make_lanes(
    entries: Iterable[TimelineEntry],
    titles: Mapping[str, str] | None = None,
    *,
    order: Sequence[str] = (),
    rest_title: str = "",
) -> tuple[Lane, ...]:
    """The lanes that the entries name, those in `order` first, then the fuller ones first.

    `titles` maps keys to names, where they differ; the lane of the rest comes last; without a
    `rest_title` it is called "Others", or "All events" where it is the only one. A lane in `order`
    keeps its colour when others come and go.
    """
    sizes = Counter(entry.lane for entry in entries)
    place = {key: index for index, key in enumerate(order)}
    keys = sorted(
        sizes, key=lambda key: (key == REST, place.get(key, len(place)), -sizes[key], key)
    )
    rest = rest_title or ("Others" if len(keys) > 1 else ALL_EVENTS)
    names = {REST: rest, **(titles or {})}
    return tuple(
        Lane(key, names.get(key, key), tone_of_lane(place.get(key, index)), sizes[key])
        if key != REST
        else Lane(REST, names[REST], "text2", sizes[REST])
        for index, key in enumerate(keys)
    )
