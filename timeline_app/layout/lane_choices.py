"""What the user has chosen for lanes: their order, which are collapsed, how many rows they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.layout.lanes import Lane

MOST_ROWS = 40  # that a lane can be pulled open to


@dataclass(frozen=True, slots=True)
class LaneChoices:
    """Choices by the keys of lanes. They outlast a lane that no event stands in for a while.

    `order` are the lanes that were put somewhere, from the top; lanes that are not in it follow in
    their own order. `rows` are numbers of rows from 1 to `MOST_ROWS`.
    """

    order: tuple[str, ...] = ()
    collapsed: frozenset[str] = frozenset()
    rows: Mapping[str, int] = field(default_factory=dict)

    def arranged(self, lanes: Iterable[Lane]) -> tuple[Lane, ...]:
        """The lanes in their chosen order, each as collapsed and as high as chosen."""
        place = {key: index for index, key in enumerate(self.order)}
        ordered = sorted(lanes, key=lambda lane: place.get(lane.key, len(place)))
        return tuple(
            replace(lane, is_collapsed=lane.key in self.collapsed, rows=self.rows.get(lane.key))
            for lane in ordered
        )

    def turned(self, key: str) -> LaneChoices:
        """With a lane collapsed that was open, or open that was collapsed."""
        return replace(self, collapsed=self.collapsed ^ {key})

    def with_all(self, lanes: Iterable[Lane], *, collapsed: bool) -> LaneChoices:
        """With all these lanes collapsed, or all of them open."""
        keys = frozenset(lane.key for lane in lanes)
        return replace(
            self, collapsed=self.collapsed | keys if collapsed else self.collapsed - keys
        )

    def placed(self, lanes: Sequence[Lane], key: str, gap: int) -> LaneChoices:
        """With a lane in the gap above the lane at that index; the last gap is below all."""
        keys = [lane.key for lane in lanes]
        before = [other for other in keys[:gap] if other != key]
        after = [other for other in keys[gap:] if other != key]
        gone = [other for other in self.order if other not in keys]
        return replace(self, order=(*before, key, *after, *gone))

    def moved(self, lanes: Sequence[Lane], key: str, step: int) -> LaneChoices:
        """With a lane one place further up (-1) or down (1); the first and the last stay."""
        index = [lane.key for lane in lanes].index(key)
        if not 0 <= index + step < len(lanes):
            return self
        return self.placed(lanes, key, index + step + (step > 0))

    def resized(self, key: str, rows: int | None) -> LaneChoices:
        """With so many rows for a lane; None for as many as its events need."""
        others = {other: count for other, count in self.rows.items() if other != key}
        if rows is None:
            return replace(self, rows=others)
        chosen = {key: min(MOST_ROWS, max(1, rows))}
        return replace(self, rows=others | chosen, collapsed=self.collapsed - {key})
