"""What answers to the pointer in a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from timeline_app.layout.primitives import Area, Ids, Numbers


class Part(StrEnum):
    """What lies under the pointer."""

    MARK = "mark"
    LABEL = "label"
    CLUSTER = "cluster"
    ARTICLE = "article"
    LANE = "lane"
    LANE_CHEVRON = "chevron"
    LANE_EDGE = "edge"
    AXIS = "axis"


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """An area that answers to the pointer.

    `id` is the event's, or the id of an article; `ids` are the events of a cluster; `key` is that
    of a lane.
    """

    area: Area
    part: Part
    id: int | None = None
    ids: Sequence[int] = ()
    key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """Where the events of the rows answer to the pointer, an element of each array for each.

    A mark answers from `left` to `right` and a label from `label_left` to `label_right` (equal
    where there is none), both `reach` above and below `ys`.
    """

    ids: Ids
    ys: Numbers
    left: Numbers
    right: Numbers
    label_left: Numbers
    label_right: Numbers
    reach: float

    def at(self, x: float, y: float) -> Hit | None:
        """The event at a point, a mark before a label."""
        in_row = abs(self.ys - y) <= self.reach
        for part, left, right in self._parts():
            found = np.flatnonzero(in_row & (left <= x) & (x < right))
            if len(found):
                return self._hit(int(found[-1]), part, left, right)
        return None

    def __iter__(self) -> Iterator[Hit]:
        for part, left, right in self._parts():
            for place in np.flatnonzero(left < right).tolist():
                yield self._hit(place, part, left, right)

    def ids_in(self, area: Area) -> list[int]:
        """The events of which a mark has a part in an area."""
        in_rows = (self.ys + self.reach > area.y) & (self.ys - self.reach < area.y + area.height)
        is_in = in_rows & (self.right > area.x) & (self.left < area.x + area.width)
        found: list[int] = self.ids[is_in].tolist()
        return found

    def _parts(self) -> tuple[tuple[Part, Numbers, Numbers], ...]:
        labels = (Part.LABEL, self.label_left, self.label_right)
        return (Part.MARK, self.left, self.right), labels

    def _hit(self, place: int, part: Part, left: Numbers, right: Numbers) -> Hit:
        x, reach = float(left[place]), self.reach
        area = Area(x, float(self.ys[place]) - reach, float(right[place]) - x, 2 * reach)
        return Hit(area, part, int(self.ids[place]))


@dataclass(frozen=True, slots=True, eq=False)
class GroupTargets:
    """Where counted groups answer to the pointer: an element of each array for each.

    `members` gives the events of the group of that number.
    """

    left: Numbers
    right: Numbers
    top: Numbers
    bottom: Numbers
    members: Callable[[int], Sequence[int]]

    def at(self, x: float, y: float) -> Hit | None:
        """The group at a point."""
        is_in = (self.left <= x) & (x < self.right) & (self.top <= y) & (y < self.bottom)
        found = np.flatnonzero(is_in)
        return self._hit(int(found[-1])) if len(found) else None

    def __iter__(self) -> Iterator[Hit]:
        return map(self._hit, range(len(self.left)))

    def ids_in(self, area: Area) -> Iterator[int]:
        """The events of the groups that have a part in an area."""
        is_in = (self.left < area.x + area.width) & (self.right > area.x)
        is_in &= (self.top < area.y + area.height) & (self.bottom > area.y)
        for place in np.flatnonzero(is_in).tolist():
            yield from self.members(place)

    def _hit(self, place: int) -> Hit:
        x, y = float(self.left[place]), float(self.top[place])
        area = Area(x, y, float(self.right[place]) - x, float(self.bottom[place]) - y)
        return Hit(area, Part.CLUSTER, ids=self.members(place))
