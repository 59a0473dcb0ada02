"""Views that follow each other: the history behind Back, and the way from one view to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QWidget

from timeline_app.layout import TimeScale
from timeline_app.ui.theme import Theme

_DURATION = 160
_MOST_KEPT = 100
_FARTHEST_FIXED_POINT = 1e7  # pixels


@dataclass(frozen=True, slots=True)
class View:
    """What the canvas shows: a scale and how far the lanes are scrolled."""

    scale: TimeScale
    scroll: float = 0.0


class ViewHistory:
    """The views one can go back to, and those one can go forward to again, the latest last."""

    def __init__(self) -> None:
        self._before: list[View] = []
        self._after: list[View] = []

    @property
    def has_before(self) -> bool:
        """Whether there is a view to go back to."""
        return bool(self._before)

    @property
    def has_after(self) -> bool:
        """Whether there is a view to go forward to."""
        return bool(self._after)

    def push(self, view: View) -> None:
        """Remember a view that is about to be left; there is no way forward from the new one."""
        if not self._before or self._before[-1] != view:
            self._before.append(view)
        del self._before[:-_MOST_KEPT]
        self._after.clear()

    def back(self, view: View) -> View | None:
        """The view before, when `view` is left for it; None when there is none."""
        return _turn(self._before, self._after, view)

    def forward(self, view: View) -> View | None:
        """The view from which one went back, when `view` is left for it; None without one."""
        return _turn(self._after, self._before, view)


def _turn(pages: list[View], others: list[View], view: View) -> View | None:
    while pages:
        found = pages.pop()
        if found != view:
            others.append(view)
            return found
    return None


def between(start: TimeScale, end: TimeScale, share: float) -> TimeScale:
    """A scale on the way from one to another: the instant that both show at one x stays there."""
    if share >= 1:
        return end
    ratio = end.seconds_per_pixel / start.seconds_per_pixel
    shift = start.x_of(end.origin)
    step = (1 - ratio) * start.seconds_per_pixel
    if not step or abs(shift * start.seconds_per_pixel / step) > _FARTHEST_FIXED_POINT:
        return start.panned(-shift * share)
    fixed = shift * start.seconds_per_pixel / step
    return start.zoomed(ratio**-share, fixed)


class Glide(QObject):
    """Moves a widget's view in 160 ms; at once where there is to be less motion."""

    def __init__(self, widget: QWidget, theme: Theme, show: Callable[[View], None]) -> None:
        super().__init__(widget)
        self._widget, self._theme = widget, theme
        self._show = show
        self._start = self._end = View(TimeScale(0, 1.0))
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)

    @property
    def target(self) -> View | None:
        """Where the present movement ends; None while nothing moves."""
        running = self._animation.state() == QVariantAnimation.State.Running
        return self._end if running else None

    def go(self, start: View, end: View) -> None:
        """Move from one view to another."""
        self.stop()
        self._start, self._end = start, end
        if not self._widget.isVisible() or not self._theme.may_move(self._widget):
            self._show(end)
            return
        self._animation.setDuration(_DURATION)
        self._animation.start()

    def stop(self) -> None:
        """Stay where the movement is now."""
        self._animation.stop()

    def _step(self, share: float) -> None:
        start, end = self._start, self._end
        scroll = start.scroll + (end.scroll - start.scroll) * share
        self._show(View(between(start.scale, end.scale, share), scroll))
