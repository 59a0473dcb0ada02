"""What a timeline looks like, as plain values: layers in painting order, and hit areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.layout.primitives import (
    Area,
    Batch,
    Cuts,
    Histogram,
    Labels,
    Marks,
    Primitive,
    Rules,
    moved,
)
from timeline_app.layout.targets import GroupTargets, Hit, Part, Targets


@dataclass(frozen=True, slots=True)
class Layer:
    """Primitives that are painted one after the other and cut at the edges of `clip`.

    All of them stand `shift` pixels farther right than they say. Where the same primitives are
    shown in many drawings, `extent` is the area that they cover: a picture of it is worth while.
    """

    clip: Area
    primitives: tuple[Primitive | Batch, ...]
    shift: float = 0.0
    extent: Area | None = None

    def __iter__(self) -> Iterator[Primitive]:
        """The primitives at their places in the drawing, those of batches one by one."""
        for part in self.primitives:
            if isinstance(part, Labels | Marks | Histogram | Rules | Cuts):
                yield from (moved(each, self.shift) for each in part)
            else:
                yield moved(part, self.shift)


@dataclass(frozen=True, slots=True)
class Told:
    """What a drawing shows of the events: how many by themselves, how many in how many clusters.

    `is_final` is False where rows still have to be found: what stands there is counted meanwhile.
    """

    shown: int = 0
    grouped: int = 0
    groups: int = 0
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A whole drawing: layers from back to front, and what answers to the pointer.

    `areas` answer before `groups`, and these before the events of `targets`; of several the last.
    """

    width: float
    height: float
    layers: tuple[Layer, ...]
    areas: tuple[Hit, ...] = ()
    targets: Targets | None = None
    groups: GroupTargets | None = None
    told: Told = Told()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Everything that answers to the pointer."""
        return (*(self.targets or ()), *(self.groups or ()), *self.areas)

    @property
    def clusters(self) -> list[Hit]:
        """Where events are counted."""
        beyond = [hit for hit in self.areas if hit.part is Part.CLUSTER]
        return [*(self.groups or ()), *beyond]

    def hit(self, x: float, y: float) -> Hit | None:
        """What lies at a point, the frontmost first."""
        found = next((hit for hit in reversed(self.areas) if hit.area.contains(x, y)), None)
        if found is None and self.groups is not None:
            found = self.groups.at(x, y)
        if found is None and self.targets is not None:
            found = self.targets.at(x, y)
        return found

    def ids_in(self, area: Area) -> frozenset[int]:
        """The events of which a mark, or the cluster they are counted in, has a part in an area."""
        single = self.targets.ids_in(area) if self.targets is not None else ()
        grouped = self.groups.ids_in(area) if self.groups is not None else ()
        beyond = [hit for hit in self.areas if hit.part is Part.CLUSTER and hit.area.meets(area)]
        return frozenset(single).union(grouped, *(hit.ids for hit in beyond))

    def primitives(self) -> Iterator[Primitive]:
        """All primitives in the order in which they are painted, those of batches one by one."""
        for layer in self.layers:
            yield from layer
