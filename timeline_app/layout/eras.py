"""Which eras are shown at a zoom level: those that have room for their names, none over another.

Eras lie inside of one another: the Second World War in the Soviet era. Which of them are shown
depends on the zoom level alone, never on what is in view, so that nothing changes while panning.
Of all ways to choose eras that do not overlap, it is the one with the greatest sum of the square
roots of their widths, each by its weight. So several eras take the place of the one they lie in as
soon as their names have room and they fill most of it; and an era wider than a screen counts for no
more than one that is as wide, so that it gives way to what is inside it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.layout.blocks import LEVELS_PER_DOUBLING, level_of
from timeline_app.layout.frame import Era
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import Measure, TextStyle

ERA_PADDING = 12.0  # pixels beside a name
_WIDEST = 1_000.0  # pixels: about a screen


@dataclass(frozen=True, slots=True)
class _Sized:
    era: Era
    least_width: float


class EraBands:
    """The eras of a timeline, chosen anew for each zoom level and then kept."""

    def __init__(self, eras: Sequence[Era], measure: Measure) -> None:
        widths = [measure(era.title, TextStyle.CAPTION_BOLD) + ERA_PADDING for era in eras]
        sized = [_Sized(era, width) for era, width in zip(eras, widths, strict=True)]
        self._eras = sorted(sized, key=lambda each: (each.era.end, each.era.begin))
        self._shown: dict[int, tuple[Era, ...]] = {}

    def at(self, scale: TimeScale) -> tuple[Era, ...]:
        """The eras at a scale in order of time, every other one tinted."""
        level = level_of(scale.seconds_per_pixel)
        if level not in self._shown:
            chosen = self._choose(2.0 ** (level / LEVELS_PER_DOUBLING))
            self._shown[level] = tuple(
                replace(era, is_tinted=bool(number % 2)) for number, era in enumerate(chosen, 1)
            )
        return self._shown[level]

    def _choose(self, seconds_per_pixel: float) -> list[Era]:
        """Weighted interval scheduling over the eras in order of their ends."""
        fitting = [
            each.era
            for each in self._eras
            if (each.era.end - each.era.begin) / seconds_per_pixel >= each.least_width
        ]
        ends = [era.end for era in fitting]
        best: list[tuple[float, int]] = [(0.0, 0)]  # the sum so far, and where the rest of it ends
        for number, era in enumerate(fitting):
            width = (era.end - era.begin) / seconds_per_pixel
            before = bisect_right(ends, era.begin, 0, number)
            taken = best[before][0] + era.weight * math.sqrt(min(width, _WIDEST))
            best.append((taken, before) if taken > best[-1][0] else (best[-1][0], -1))
        chosen, number = [], len(fitting)
        while number:
            before = best[number][1]
            if before >= 0:
                chosen.append(fitting[number - 1])
            number = before if before >= 0 else number - 1
        return chosen[::-1]
