"""The strips above or below the lanes, axis, eras and article dates, and the lines they send on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline_app.layout.axis import MAJOR_INDENT, AxisLabel
from timeline_app.layout.columns import EntryColumns
from timeline_app.layout.eras import ERA_PADDING
from timeline_app.layout.frame import ArticleDate, Era, Frame, Parts, Primitives
from timeline_app.layout.primitives import Area, Box, Label, Labels, Rules, Stroke
from timeline_app.layout.scale import Pixels
from timeline_app.layout.targets import Hit, Part
from timeline_app.layout.text import TextStyle

MAJOR_Y, MINOR_Y, PLATE_Y = 12.0, 31.0, 27.0
_LONG_TICK, _TICK = 12.0, 5.0
_PLATE_HEIGHT, _PLATE_PAD = 20.0, 8.0
ARTICLE_DASH = (2.5, 3.0)
DROP_DASH = (4.0, 3.0)
_ARTICLE_BOX = 17.0
_MOST_NUDGE = 30.0
_NAME = 16.0  # the height of a name on the axis
_GAP_TICK = 4.0
_NOWHERE = Area(0.0, 0.0, 0.0, 0.0)


def grid(frame: Frame) -> Parts:
    """Era tints and the lines of the axis behind the lanes."""
    lanes = frame.bands.lanes
    bottom = lanes.y + lanes.height
    return [
        _down(frame, frame.axis.minor_lines, lanes.y, bottom, "grid"),
        _down(frame, frame.axis.major_lines, lanes.y, bottom, "grid_strong"),
    ]


def era_tints(frame: Frame, eras: Sequence[Era]) -> Primitives:
    """The tint of every era behind the lanes."""
    lanes = frame.bands.lanes
    return [
        Box(Area(x, lanes.y, width, lanes.height), fill="era", share=0.45)
        for era, x, width in _visible_eras(frame, eras)
        if era.is_tinted
    ]


def background(frame: Frame, areas: Sequence[Area], eras: Sequence[Era]) -> Primitives:
    """What lies behind the events, over what a view must not show of them."""
    parts: Primitives = []
    for area in areas:
        parts.append(Box(area, fill="surface"))
        for era, x, width in _visible_eras(frame, eras):
            left, right = max(x, area.x), min(x + width, area.x + area.width)
            if era.is_tinted and left < right:
                parts.append(Box(area._replace(x=left, width=right - left), fill="era", share=0.45))
    return parts


def _down(frame: Frame, xs: Pixels, top: float, bottom: float, color: str) -> Rules:
    """Lines at these x, on whole pixels."""
    return Rules(np.floor(frame.left + xs) + 0.5, top, bottom, color)


def _visible_eras(frame: Frame, eras: Sequence[Era]) -> list[tuple[Era, float, float]]:
    seen = []
    for era in eras:
        left = max(frame.left, frame.x_of(era.begin))
        right = min(frame.right, frame.x_of(era.end))
        if left < right:
            seen.append((era, left, right - left))
    return seen


def article_lines(
    frame: Frame, articles: Sequence[ArticleDate], columns: EntryColumns
) -> Primitives:
    """The dashed lines of article dates: of the marked event's, on paper of all."""
    lanes = frame.bands.lanes
    used = used_articles(frame, columns)
    lines: Primitives = []
    for article in articles:
        x = frame.x_of(article.instant)
        shown = frame.metrics.shows_all_article_lines or article.number in used
        if shown and frame.left <= x <= frame.right:
            line = Stroke(x, lanes.y, x, lanes.y + lanes.height, "text2", 1.25, ARTICLE_DASH)
            lines.append(line)
    return lines


def used_articles(frame: Frame, columns: EntryColumns) -> frozenset[int]:
    """The numbers of the articles that report the current event."""
    slot = columns.slot_of(frame.marking.current)
    return frozenset() if slot is None else frozenset(columns.entry(slot).articles)


def today_line(frame: Frame) -> Primitives:
    """A dotted line at now."""
    today = frame.marking.today
    if today is None or not frame.left <= frame.x_of(today) <= frame.right:
        return []
    lanes, x = frame.bands.lanes, frame.x_of(today)
    return [Stroke(x, lanes.y, x, lanes.y + lanes.height, "control", 1.0, (1.0, 3.0))]


def axis_strips(frame: Frame) -> Parts:
    """The axis in two strips: its lines, and names that stand at them."""
    area, axis = frame.bands.axis, frame.axis
    bottom = area.y + area.height - 0.5
    return [
        Box(area, fill="panel"),
        _down(frame, axis.major_lines, area.y, bottom, "control"),
        _down(frame, axis.ticks, bottom - _TICK, bottom, "control"),
        _down(frame, axis.minor_lines, bottom - _LONG_TICK, bottom, "control"),
        Stroke(area.x, bottom, area.x + area.width, bottom, "control"),
        _names(frame, axis.majors, area.y + MAJOR_Y, TextStyle.LABEL_BOLD, "text"),
        _names(frame, axis.minors, area.y + MINOR_Y, TextStyle.CAPTION, "text2"),
    ]


def _names(
    frame: Frame, labels: Sequence[AxisLabel], y: float, style: TextStyle, color: str
) -> Labels:
    count = len(labels)
    return Labels(
        frame.left + np.array([label.x for label in labels]),
        np.full(count, y),
        [label.text for label in labels],
        np.array([label.width for label in labels]),
        np.zeros(count, dtype=np.int16),
        style,
        color,
        has_plate=False,
    )


def axis_edge(frame: Frame, sticky: AxisLabel | None) -> Primitives:
    """The major name that holds on to the left edge."""
    if sticky is None:
        return []
    area = frame.bands.axis
    left, y = frame.left + MAJOR_INDENT, area.y + MAJOR_Y
    plate = Area(frame.left, area.y, sticky.width + 2 * MAJOR_INDENT, 2 * MAJOR_Y)
    label = Label(left, y, sticky.text, sticky.width, TextStyle.LABEL_BOLD)
    return [Box(plate, fill="panel"), label]


def axis_plate(
    frame: Frame, current: Area | None, minors: Sequence[AxisLabel], shift: float
) -> Parts:
    """The plate of the marked event, whose mark spans `current`; names near it give way."""
    if current is None or not frame.marking.plate:
        return []
    area = frame.bands.axis
    bottom, y = area.y + area.height - 0.5, area.y + MINOR_Y
    plate = _plate_area(frame, frame.marking.plate, current)
    parts: Parts = []
    for label in minors:
        under = Area(frame.left + label.x + shift, y - _NAME / 2, label.width, _NAME)
        if plate.meets(under):
            parts.append(Box(under._replace(height=bottom - _TICK - under.y), fill="panel"))
    parts += _plate(frame, frame.marking.plate, plate)
    parts.append(Box(Area(current.x, bottom - 2.5, current.width, 3.0), fill="accent"))
    return parts


def _plate_area(frame: Frame, text: str, over: Area) -> Area:
    """Where words stand on the axis: centred over a stretch of time, inside of the drawing."""
    full = frame.measure(text, TextStyle.CAPTION_BOLD) + 2 * _PLATE_PAD
    x = min(max(over.x + over.width / 2 - full / 2, frame.left), frame.right - full)
    return Area(x, frame.bands.axis.y + PLATE_Y - _PLATE_HEIGHT / 2, full, _PLATE_HEIGHT)


def _plate(frame: Frame, text: str, area: Area) -> Primitives:
    width = frame.measure(text, TextStyle.CAPTION_BOLD)
    x, y = area.x + _PLATE_PAD, area.y + area.height / 2
    return [
        Box(area, fill="accent", radius=3.0),
        Label(x, y, text, width, TextStyle.CAPTION_BOLD, "on_accent"),
    ]


def drop_lines(frame: Frame, current: Area | None) -> Primitives:
    """Dashed lines from both ends of the marked event's mark up to the axis."""
    if current is None or not frame.marking.plate or frame.metrics.axis_below:
        return []
    top = frame.bands.lanes.y
    ends = {round(current.x) + 0.5, round(current.x + current.width) + 0.5}
    return [
        Stroke(x, top, x, current.y, "accent", 1.25, DROP_DASH)
        for x in sorted(ends)
        if frame.left <= x <= frame.right and current.y > top
    ]


def axis_below(frame: Frame) -> Parts:
    """The axis as one strip under the rows, with the pin's words."""
    area = frame.bands.axis
    top = area.y + 0.5
    parts: Parts = [Box(area, fill="surface")]
    parts.append(_down(frame, frame.axis.minor_lines, top, top + 6.0, "control"))
    parts.append(_down(frame, frame.axis.ticks, top, top + 3.0, "control"))
    parts.append(Stroke(area.x, top, area.x + area.width, top, "control"))
    pin, plate = frame.marking.pin, _NOWHERE
    y = area.y + area.height / 2 + 1.0
    if pin is not None and frame.left <= frame.x_of(pin.instant) <= frame.right:
        width = frame.measure(pin.text, TextStyle.CAPTION_BOLD)
        full = width + 2 * _PLATE_PAD
        x = min(max(frame.x_of(pin.instant) - full / 2, frame.left), frame.right - full)
        plate = Area(x, area.y + 2.0, full, area.height - 3.0)
        parts.append(Box(plate, fill="text2", radius=2.0))
        parts.append(Label(x + _PLATE_PAD, y, pin.text, width, TextStyle.CAPTION_BOLD, "surface"))
    for labels, style, color in (
        (frame.axis.majors, TextStyle.CAPTION_BOLD, "text"),
        (frame.axis.minors, TextStyle.CAPTION, "text2"),
    ):
        for label in labels:
            if not plate.meets(Area(frame.left + label.x, area.y, label.width, area.height)):
                parts.append(Label(frame.left + label.x, y, label.text, label.width, style, color))
    frame.hits.append(Hit(area, Part.AXIS))
    return parts


def pin_line(frame: Frame) -> Primitives:
    """The dashed line of the pin through the rows."""
    pin, lanes = frame.marking.pin, frame.bands.lanes
    if pin is None or not frame.left <= frame.x_of(pin.instant) <= frame.right:
        return []
    x = round(frame.x_of(pin.instant) - 0.5) + 0.5
    return [Stroke(x, lanes.y, x, lanes.y + lanes.height, "text2", 1.25, ARTICLE_DASH)]


def eras_strip(frame: Frame, eras: Sequence[Era]) -> Parts:
    """The names of the eras."""
    area = frame.bands.eras
    if not area.height:
        return []
    bottom = area.y + area.height - 0.5
    parts: Parts = [Box(area, fill="surface")]
    for era, x, width in _visible_eras(frame, eras):
        parts.append(Box(Area(x, area.y, width, area.height), fill="era"))
        parts.append(Stroke(x + 0.5, area.y, x + 0.5, bottom, "surface"))
        parts += _era_name(frame, era, x, width)
    parts.append(Stroke(area.x, bottom, area.x + area.width, bottom, "line"))
    return parts


def eras_edge(frame: Frame, eras: Sequence[Era]) -> Parts:
    """The name of the era that has begun before the view."""
    area = frame.bands.eras
    begun = [each for each in _visible_eras(frame, eras) if frame.x_of(each[0].begin) < frame.left]
    if not begun or not area.height:
        return []
    era, x, width = begun[-1]
    covered = min(width, frame.measure(era.title, TextStyle.CAPTION_BOLD) + ERA_PADDING)
    plate = Area(x, area.y, covered, area.height - 1.0)
    return [Box(plate, fill="era"), *_era_name(frame, era, x, width)]


def _era_name(frame: Frame, era: Era, x: float, width: float) -> Primitives:
    text_width = frame.measure(era.title, TextStyle.CAPTION_BOLD)
    if text_width + ERA_PADDING > width:
        return []
    y = frame.bands.eras.y + frame.bands.eras.height / 2
    return [Label(x + 8.0, y, era.title, text_width, TextStyle.CAPTION_BOLD, "era_text")]


def gaps_strip(frame: Frame, gaps: Sequence[Era]) -> Parts:
    """The lines of the gaps, each between two ticks where it begins and ends."""
    area = frame.bands.gaps
    if not area.height:
        return []
    middle, bottom = round(area.y + area.height / 2) - 0.5, area.y + area.height - 0.5
    parts: Parts = [Box(area, fill="surface")]
    for gap, x, width in _visible_eras(frame, gaps):
        if width < 2 * _GAP_TICK:
            continue
        parts.append(Stroke(x, middle, x + width, middle, "control"))
        for end in (gap.begin, gap.end):
            at = round(frame.x_of(end)) + 0.5
            if frame.left <= at <= frame.right:
                parts.append(Stroke(at, middle - _GAP_TICK, at, middle + _GAP_TICK, "control"))
    parts.append(Stroke(area.x, bottom, area.x + area.width, bottom, "line"))
    return parts


def gap_words(frame: Frame, gaps: Sequence[Era]) -> Primitives:
    """How long nothing is told, in the middle of what is seen of each gap."""
    if not frame.bands.gaps.height:
        return []
    return [part for seen in _visible_eras(frame, gaps) for part in _words_of_gap(frame, *seen)]


def _words_of_gap(frame: Frame, gap: Era, x: float, width: float) -> Primitives:
    size = frame.measure(gap.title, TextStyle.CAPTION)
    if size + ERA_PADDING > width:
        return []
    area, left = frame.bands.gaps, x + (width - size) / 2
    plate = Area(left - 4.0, area.y, size + 8.0, area.height - 1.0)
    y = area.y + area.height / 2
    return [
        Box(plate, fill="surface"),
        Label(left, y, gap.title, size, TextStyle.CAPTION, "text2"),
    ]


def articles_strip(frame: Frame, articles: Sequence[ArticleDate], columns: EntryColumns) -> Parts:
    """A numbered box at the date of each article; those of the current event are filled.

    The articles are in order of time.
    """
    area = frame.bands.articles
    if not area.height:
        return []
    bottom = area.y + area.height - 0.5
    parts: Parts = [Box(area, fill="surface")]
    used = used_articles(frame, columns)
    free = frame.left - _ARTICLE_BOX
    for article in articles:
        middle = frame.x_of(article.instant)
        if not frame.left - _ARTICLE_BOX <= middle <= frame.right + _ARTICLE_BOX:
            continue
        width = max(_ARTICLE_BOX, frame.measure(str(article.number), TextStyle.COUNT) + 8.0)
        x = max(middle - width / 2, free)
        if x - middle > _MOST_NUDGE:
            continue
        box = Area(x, area.y + (area.height - _ARTICLE_BOX) / 2, width, _ARTICLE_BOX)
        parts += _number_box(frame, box, article.number, is_filled=article.number in used)
        frame.hits.append(Hit(box, Part.ARTICLE, article.id))
        free = x + width + 2.0
    parts.append(Stroke(area.x, bottom, area.x + area.width, bottom, "line"))
    return parts


def _number_box(frame: Frame, area: Area, number: int, *, is_filled: bool) -> Primitives:
    text = str(number)
    width = frame.measure(text, TextStyle.COUNT)
    x, y = area.x + (area.width - width) / 2, area.y + area.height / 2
    if is_filled:
        return [
            Box(area, fill="text2", radius=2.0),
            Label(x, y, text, width, TextStyle.COUNT, "surface"),
        ]
    return [
        Box(area, fill="surface", outline="control", radius=2.0),
        Label(x, y, text, width, TextStyle.COUNT, "text2"),
    ]
