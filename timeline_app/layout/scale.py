"""The one place where time becomes x and x becomes time.

x is in pixels from the left edge of the viewport. Instants are integers and may lie billions of
years apart; only their distance from the viewport's origin ever becomes a float.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.domain.time.calendar import SECONDS_PER_DAY

FINEST = 1 / 20  # seconds per pixel: a minute is 1,200 pixels wide
COARSEST = 1e15  # 13.8 billion years are 435 pixels wide
FARTHEST = 4 * 10**18  # an instant must leave room for the width of a window in int64

Instants = npt.NDArray[np.int64]
Pixels = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where the viewport begins and how much time a pixel stands for.

    The left edge lies `fraction` (0 to 1) seconds after the instant `origin`.
    """

    origin: int
    seconds_per_pixel: float
    fraction: float = 0.0

    @classmethod
    def fitting(cls, begin: int, end: int, width: float, margin: float = 0.0) -> TimeScale:
        """The scale that shows begin to end in `width` pixels, with a margin on either side."""
        inner = max(1.0, width - 2 * margin)
        step = _limited((max(1, end - begin)) / inner)
        middle = begin + (end - begin) // 2
        return cls(middle, step).panned(width / 2)

    @property
    def pixels_per_day(self) -> float:
        """How wide a day is."""
        return SECONDS_PER_DAY / self.seconds_per_pixel

    def x_of(self, instant: int) -> float:
        """The x of an instant."""
        return (instant - self.origin - self.fraction) / self.seconds_per_pixel

    def xs_of(self, instants: Instants) -> Pixels:
        """The x of many instants."""
        distances = (instants - np.int64(self.origin)).astype(np.float64)
        result: Pixels = (distances - self.fraction) / self.seconds_per_pixel
        return result

    def time_at(self, x: float) -> int:
        """The instant at x, to the nearest second."""
        return self.origin + round(x * self.seconds_per_pixel + self.fraction)

    def panned(self, pixels: float) -> TimeScale:
        """The scale after the content has moved right by `pixels`."""
        shift = self.fraction - pixels * self.seconds_per_pixel
        whole = math.floor(shift)
        origin = self.origin + whole
        if abs(origin) > FARTHEST:
            return self
        return TimeScale(origin, self.seconds_per_pixel, shift - whole)

    def zoomed(self, factor: float, x: float) -> TimeScale:
        """The scale magnified by `factor` while the instant at `x` stays where it is."""
        step = _limited(self.seconds_per_pixel / factor)
        shift = self.fraction + x * (self.seconds_per_pixel - step)
        whole = math.floor(shift)
        origin = self.origin + whole
        if abs(origin) > FARTHEST:
            return self
        return TimeScale(origin, step, shift - whole)


def _limited(seconds_per_pixel: float) -> float:
    return min(COARSEST, max(FINEST, seconds_per_pixel))
