"""Geometry of the timeline in plain numbers, without Qt.

Screen, compact strip and paper are laid out by the same code::

    entries = [entry_for(event, lane=…, tone=…, number=…) for event in events]   # None: skip it
    lanes = make_lanes(entries)
    layout = TimelineLayout(entries, lanes, measure, PRINT, articles=[ArticleDate(…)])
    scale = layout.fit(width)                        # or TimeScale.fitting(begin, end, inner)
    viewport = Viewport(scale, width, layout.height(scale))
    display_list = layout.display_list(viewport, Marking(…))

`measure` tells the width of a text in a `TextStyle`; `rendering.TextMeasure` does so for the
shipped fonts. `SCREEN`, `STRIP` and `PRINT` are the sizes of the three places; derive others with
`dataclasses.replace`. x of a scale begins at the right edge of the lane heads, so that the room
for time is the width of the drawing less `metrics.header_width`. A long timeline is cut into
pages by making a viewport for each stretch, with `TimeScale.panned`.

`rendering.paint_display_list` paints the result with any palette.
"""

from timeline_app.layout.display_list import DisplayList, Layer
from timeline_app.layout.entry import TimelineEntry, entry_for
from timeline_app.layout.frame import ArticleDate, Bands, Era, Marking, Pin, Viewport
from timeline_app.layout.frame_draft import Draft, DraftPlace, draft_list
from timeline_app.layout.frame_lanes import lane_in_hand
from timeline_app.layout.lane_choices import LaneChoices
from timeline_app.layout.lanes import REST, Lane, LaneGrouping, main_keys, make_lanes, tone_of_lane
from timeline_app.layout.marks import MarkKind, MarkLook, MarkShape, look_of, mark_for
from timeline_app.layout.metrics import PRINT, SCREEN, STRIP, Metrics
from timeline_app.layout.primitives import Area, Box, Label, Mark, Pill, Primitive, Stroke
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.targets import Hit, Part
from timeline_app.layout.text import Measure, TextStyle
from timeline_app.layout.timeline import Lacking, TimelineLayout

__all__ = [
    "PRINT",
    "REST",
    "SCREEN",
    "STRIP",
    "Area",
    "ArticleDate",
    "Bands",
    "Box",
    "DisplayList",
    "Draft",
    "DraftPlace",
    "Era",
    "Hit",
    "Label",
    "Lacking",
    "Lane",
    "LaneChoices",
    "LaneGrouping",
    "Layer",
    "Mark",
    "MarkKind",
    "MarkLook",
    "MarkShape",
    "Marking",
    "Measure",
    "Metrics",
    "Part",
    "Pill",
    "Pin",
    "Primitive",
    "Stroke",
    "TextStyle",
    "TimeScale",
    "TimelineEntry",
    "TimelineLayout",
    "Viewport",
    "draft_list",
    "entry_for",
    "lane_in_hand",
    "look_of",
    "main_keys",
    "make_lanes",
    "mark_for",
    "tone_of_lane",
]
