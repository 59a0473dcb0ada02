"""A stretch of the timeline as it is drawn at one scale, and the views that lie in it.

Rows, marks, labels and clusters keep their places while a view is panned; only what holds on to
its edges is made anew for each. So a stretch that is wider than a view serves many of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.layout.axis import WideAxis
from timeline_app.layout.display_list import Layer
from timeline_app.layout.frame import Marking, Viewport
from timeline_app.layout.frame_beyond import Groups
from timeline_app.layout.frame_visible import Visible
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.targets import Hit


@dataclass(frozen=True, slots=True)
class Stretch:
    """What all views in it share.

    `viewport` is the one it was made for, and it goes on for `margin` pixels beyond both edges.
    Its own x begin `margin` pixels farther left.
    """

    viewport: Viewport
    behind: Marking
    margin: float
    layer: Layer
    visible: Visible
    groups: Groups
    axis: WideAxis
    articles: tuple[Hit, ...]
    is_final: bool

    def shift(self, viewport: Viewport, marking: Marking) -> float | None:
        """How far right its contents stand in a view, on whole pixels of the screen.

        None where it does not have what the view shows.
        """
        own, scale = self.viewport, viewport.scale
        if own.scale.seconds_per_pixel != scale.seconds_per_pixel or self.behind != marking.behind:
            return None
        if replace(own, scale=scale) != viewport:
            return None
        panned = scale.x_of(own.scale.origin) - own.scale.x_of(own.scale.origin)
        moved = round(panned * viewport.ratio) / viewport.ratio
        return moved - self.margin if abs(moved) <= self.margin else None

    def scale_of(self, shift: float) -> TimeScale:
        """The scale of the view in which its contents stand that far right."""
        moved = shift + self.margin
        return self.viewport.scale.panned(moved) if moved else self.viewport.scale


def widened(viewport: Viewport, margin: float) -> Viewport:
    """A viewport that goes on beyond both edges."""
    if not margin:
        return viewport
    width = viewport.width + 2 * margin
    return replace(viewport, scale=viewport.scale.panned(margin), width=width)
