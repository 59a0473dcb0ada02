"""The view goes along when something is carried to its edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_ZONE = 20.0  # pixels inside each edge from which it pulls
_STEEPNESS = 0.3  # pixels a step for each pixel into the zone
_FASTEST = 24.0  # pixels a step
_STEP = 16  # milliseconds


def pull_at(x: float, width: float) -> float:
    """How many pixels a step goes on for something held at x; less than 0: back.

    Across lanes the same holds for y and the height.
    """
    into = max(0.0, x - (width - _ZONE)) - max(0.0, _ZONE - x)
    return max(-_FASTEST, min(_FASTEST, into * _STEEPNESS))


class EdgePull(QObject):
    """Calls `step` with a number of pixels again and again while something is held at an edge."""

    def __init__(self, step: Callable[[float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._pull = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP)
        self._timer.timeout.connect(lambda: self._step(self._pull))

    def hold(self, x: float, width: float) -> None:
        """Something is held at x of that width."""
        self._pull = pull_at(x, width)
        if not self._pull:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def let_go(self) -> None:
        """Nothing is held any more."""
        self._timer.stop()
