"""The heads of the lanes, the lines between them, and where each lane begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from timeline_app.layout.display_list import Area, Box, Hit, Label, Part, Stroke
from timeline_app.layout.frame import Frame, Primitives
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.text import TextStyle, elide

_EDGE = 4.0
_INDENT = 14.0
_LEAST_HEAD = 42.0  # a name and a count under it


def lane_heights(rows: Sequence[int], metrics: Metrics) -> list[float]:
    """The height of each lane, of which `rows` tells the number of rows."""
    least = _LEAST_HEAD if metrics.header_width else metrics.row_height
    return [max(least, count * metrics.row_height + 2 * metrics.lane_padding) for count in rows]


def lane_tops(rows: Sequence[int], metrics: Metrics) -> list[float]:
    """The top of each lane, and the bottom of the last, from the top of the first."""
    return list(accumulate(lane_heights(rows, metrics), initial=0.0))


def lane_lines(frame: Frame, tops: Sequence[float]) -> Primitives:
    """The lines between lanes."""
    if not frame.metrics.header_width:
        return []
    lanes = frame.bands.lanes
    lines: Primitives = []
    for top in tops[1:]:
        y = round(lanes.y + top - frame.viewport.scroll) - 0.5
        lines.append(Stroke(0.0, y, lanes.x + lanes.width, y, "line"))
    return lines


def lane_heads(frame: Frame, lanes: Sequence[Lane], tops: Sequence[float]) -> Primitives:
    """Colour edge, name and count of each lane."""
    area = frame.bands.lanes
    parts: Primitives = [Box(Area(0.0, area.y, area.x, area.height), fill="panel")]
    for index, lane in enumerate(lanes):
        y = area.y + tops[index] - frame.viewport.scroll
        height = tops[index + 1] - tops[index]
        if y > area.y + area.height or y + height < area.y:
            continue
        parts += _head(frame, lane, Area(0.0, y, area.x, height))
    edge = area.x - 0.5
    parts.append(Stroke(edge, area.y, edge, area.y + area.height, "line"))
    return parts


def _head(frame: Frame, lane: Lane, area: Area) -> Primitives:
    room = area.width - _INDENT - 6.0
    title = elide(lane.title, room, TextStyle.LABEL_BOLD, frame.measure)
    count = f"{lane.count} event" + ("s" if lane.count != 1 else "")
    frame.hits.append(Hit(area, Part.LANE))
    bottom = round(area.y + area.height) - 0.5
    return [
        Box(Area(0.0, area.y, _EDGE, area.height - 1.0), fill=lane.tone),
        Label(
            _INDENT,
            area.y + 15.0,
            title,
            frame.measure(title, TextStyle.LABEL_BOLD),
            TextStyle.LABEL_BOLD,
        ),
        Label(
            _INDENT,
            area.y + 32.0,
            count,
            frame.measure(count, TextStyle.CAPTION),
            TextStyle.CAPTION,
            "text2",
        ),
        Stroke(0.0, bottom, area.width, bottom, "line"),
    ]


def strip_heads(frame: Frame) -> Primitives:
    """The names of the strips above the lanes."""
    width = frame.metrics.header_width
    bands = frame.bands
    parts: Primitives = [Box(Area(0.0, bands.axis.y, width, bands.lanes.y), fill="panel")]
    for area, text in ((bands.eras, "Eras"), (bands.articles, "Articles")):
        if area.height:
            middle, size = area.y + area.height / 2, frame.measure(text, TextStyle.CAPTION)
            parts.append(Label(_INDENT, middle, text, size, TextStyle.CAPTION, "text2"))
            parts.append(Stroke(0.0, area.y - 0.5, width, area.y - 0.5, "line"))
    parts.append(Stroke(width - 0.5, 0.0, width - 0.5, bands.lanes.y, "line"))
    parts.append(Stroke(0.0, bands.lanes.y - 0.5, width, bands.lanes.y - 0.5, "line"))
    return parts
