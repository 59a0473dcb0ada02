"""Clusters in the rows: pills with a count, and the bars of lanes that are histograms."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.display_list import Area, Box, Hit, Label, Part, Pill
from timeline_app.layout.frame import Frame, Primitives
from timeline_app.layout.packing import BAR_ROWS, Cluster
from timeline_app.layout.text import TextStyle

LEAST_PILL = 28.0
_LEAST_BAR = 3.0
_BAR_SHARE = 0.4


def add_cluster(
    frame: Frame,
    columns: EntryColumns,
    labels: Primitives,
    marks: Primitives,
    cluster: Cluster,
    tops: Sequence[float],
) -> None:
    """Draw a cluster, and let it answer to the pointer."""
    metrics = frame.metrics
    top = frame.bands.lanes.y + tops[cluster.lane] + metrics.lane_padding - frame.viewport.scroll
    if cluster.share is not None:
        _add_bar(frame, columns, marks, cluster, top)
    else:
        _add_pill(frame, columns, labels, marks, cluster, top + cluster.row * metrics.row_height)


def _add_bar(
    frame: Frame, columns: EntryColumns, marks: Primitives, cluster: Cluster, top: float
) -> None:
    room = BAR_ROWS * frame.metrics.row_height
    height = max(_LEAST_BAR, (room - 2.0) * (cluster.share or 0.0))
    left, right = frame.x_of(cluster.begin), frame.x_of(cluster.end) - 1.0
    bottom = top + room
    tone = columns.entries[cluster.members[0]].tone
    area = Area(left, bottom - height, right - left, height)
    marks.append(Box(area, fill=tone, share=_BAR_SHARE))
    frame.hits.append(Hit(Area(left, top, right - left, room), Part.CLUSTER, ids=cluster.ids))
    text = str(len(cluster.members))
    width = frame.measure(text, TextStyle.COUNT)
    if width + 4.0 <= right - left:
        x, y = (left + right - width) / 2, bottom - 8.0
        marks.append(Label(x, y, text, width, TextStyle.COUNT))


def _add_pill(
    frame: Frame,
    columns: EntryColumns,
    labels: Primitives,
    marks: Primitives,
    cluster: Cluster,
    top: float,
) -> None:
    y = top + frame.metrics.row_height / 2
    begin, end = frame.x_of(cluster.begin), frame.x_of(cluster.end) - frame.metrics.row_gap
    text = _pill_text(frame, columns, cluster)
    text_width = frame.measure(text, TextStyle.LABEL_BOLD)
    least = max(LEAST_PILL, text_width + 14.0)
    left = min(max(begin, frame.x_of(cluster.first) - LEAST_PILL / 2), end - least)
    right = max(left + least, min(end, frame.x_of(cluster.last) + LEAST_PILL / 2))
    if right < frame.left or left > frame.right:
        return
    height = frame.metrics.pill_height
    area = Area(left, y - height / 2 - 1.0, right - left, height)
    is_current = frame.marking.current in cluster.ids
    tone = columns.entries[cluster.members[0]].tone
    marks.append(Pill(area, text, text_width, tone))
    frame.hits.append(Hit(area, Part.CLUSTER, ids=cluster.ids))
    x = right + frame.metrics.label_gap
    if is_current:
        labels += _current_in_pill(frame, columns, area, x)
        return
    tag = _common_tag(columns, cluster)
    width = frame.measure(tag, TextStyle.LABEL)
    if tag and x + width < end:
        labels.append(Label(x, y, tag, width, TextStyle.LABEL, "text2", has_plate=True))


def _current_in_pill(
    frame: Frame, columns: EntryColumns, pill: Area, x: float
) -> list[Box | Label]:
    """Frame a pill that holds the current event, and name the event beside it."""
    text = columns.labels[columns.position[frame.marking.current or 0]]
    width = frame.measure(text, TextStyle.LABEL_BOLD)
    half = frame.metrics.row_height / 2 - 0.5
    y = pill.y + pill.height / 2
    whole = Area(pill.x - 5.0, y - half, x + width + 6.0 - pill.x + 5.0, 2 * half)
    return [
        Box(whole, fill="selected", outline="accent", line_width=1.75, radius=4.0),
        Label(x, y, text, width, TextStyle.LABEL_BOLD),
    ]


def _pill_text(frame: Frame, columns: EntryColumns, cluster: Cluster) -> str:
    """The count; on paper the numbers, so that each event can be found in the chronology."""
    numbers = sorted(
        number for index in cluster.members if (number := columns.entries[index].number) is not None
    )
    if not frame.metrics.shows_numbers or not numbers:
        return str(len(cluster.members))
    return ", ".join(_number_ranges(numbers))


def _number_ranges(numbers: Sequence[int]) -> list[str]:
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return [str(a) if a == b else f"{a}–{b}" for a, b in ranges]


def _common_tag(columns: EntryColumns, cluster: Cluster) -> str:
    shared = set(columns.entries[cluster.members[0]].tags)
    for index in cluster.members[1:]:
        shared &= set(columns.entries[index].tags)
    return min(shared, default="")
