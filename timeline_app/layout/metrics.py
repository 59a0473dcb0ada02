"""The sizes of a timeline for each place it is drawn: screen, compact strip, paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels of the design, and what the place shows.

    `header_width` is 0 where there are no lane heads; with `has_lane_controls` they can be
    collapsed, moved and resized. `max_rows` is how many rows a lane may take before what has no
    room is gathered into counted pills, no wider than four bars; a lane with less than
    `bars_below` pixels for each mark is a histogram with bars of `bar_width`; one with no more
    than `most_at_once` events is as high as it has to be, others are as high as they may. With
    `axis_below` the axis is one strip under the rows, else two strips above them.
    """

    row_height: float = 20.0
    bar_height: float = 10.0
    lane_padding: float = 2.0
    header_width: float = 110.0
    axis_height: float = 42.0
    eras_height: float = 20.0
    gaps_height: float = 20.0
    articles_height: float = 24.0
    max_rows: int = 8
    max_label: float = 320.0
    label_gap: float = 8.0
    row_gap: float = 10.0
    pill_height: float = 17.0
    bar_width: float = 40.0
    most_at_once: int = 512
    bars_below: float = 6.0
    axis_below: bool = False
    shows_numbers: bool = False
    shows_all_article_lines: bool = False
    shows_source_counts: bool = True
    has_lane_controls: bool = True


SCREEN = Metrics()

STRIP = Metrics(
    row_height=17.0,
    bar_height=9.0,
    header_width=0.0,
    axis_height=22.0,
    eras_height=0.0,
    gaps_height=0.0,
    articles_height=0.0,
    max_rows=60,
    axis_below=True,
    shows_source_counts=False,
)

PRINT = Metrics(
    row_height=23.0,
    bar_height=11.0,
    lane_padding=6.0,
    header_width=128.0,
    axis_height=46.0,
    eras_height=22.0,
    max_rows=8,
    most_at_once=1_000_000,
    shows_numbers=True,
    shows_all_article_lines=True,
    shows_source_counts=False,
    has_lane_controls=False,
)
