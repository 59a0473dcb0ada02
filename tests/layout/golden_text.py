"""Display lists as text that a person can read, and the golden files that hold them.

    python -m tests.layout.golden_text

writes all golden files anew; `git diff` then tells what has moved.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import assert_never

from tests.layout.scenes import SCENES
from timeline_app.layout import (
    Area,
    Box,
    DisplayList,
    Hit,
    Label,
    Layer,
    Mark,
    MarkLook,
    Part,
    Pill,
    Primitive,
    Stroke,
)

FOLDER = Path(__file__).parent / "golden"
_MOST_IDS = 12


def golden_path(name: str) -> Path:
    """The file that holds a scene."""
    return FOLDER / f"{name}.txt"


def text_of_scene(name: str) -> str:
    """All the views of a scene, one below the other."""
    scene = SCENES[name]()
    made = scene.layout()
    parts = []
    for title, view in scene.views.items():
        shown = made.display_list(scene.viewport(made, view), scene.marking)
        parts.append("\n".join((f"=== {title}", *_lines(shown))))
    return "\n\n".join(parts) + "\n"


def _lines(shown: DisplayList) -> Iterator[str]:
    yield f"{_number(shown.width)} × {_number(shown.height)}"
    for layer in shown.layers:
        yield f"layer {_area(layer.clip)}"
        yield from _primitives(layer)
    told = shown.told
    yield f"{told.shown} shown, {told.grouped} in {told.groups} clusters"
    yield "answers to the pointer"
    for part in Part:
        hits = [hit for hit in shown.hits if hit.part is part]
        yield from (f"  {part.value:<8}{_hit(hit)}" for hit in hits)


def _primitives(layer: Layer) -> Iterator[str]:
    for key, group in groupby(_one_by_one(layer), _vertical):
        if key:
            xs = " ".join(_number(part.x1) for part in group if isinstance(part, Stroke))
            yield f"  lines   {key} at {xs}"
        else:
            yield from (f"  {_primitive(part)}" for part in group)


def _one_by_one(layer: Layer) -> Iterator[Primitive]:
    return iter(layer)


def _vertical(part: Primitive) -> str:
    """What vertical lines that stand on one line of text have in common; "" for all else."""
    if not isinstance(part, Stroke) or part.x1 != part.x2:
        return ""
    return f"y {_number(part.y1)}–{_number(part.y2)} {_pen(part)}"


def _primitive(part: Primitive) -> str:
    match part:
        case Label():
            after = " on a plate" if part.has_plate else ""
            after += f", count {part.count}" if part.count else ""
            where = f"{_span(part.x, part.x + part.width)} y {_number(part.y)}"
            return f"label   {where} “{part.text}” {part.style.value}, {part.color}{after}"
        case Mark():
            shape = part.shape
            places = " ".join(map(_number, (shape.x1, shape.x2, shape.c1, shape.c2)))
            return f"mark    {places} y {_number(part.y)} {_look(shape.look)}, {part.tone}"
        case Stroke():
            ends = f"{_number(part.x1)},{_number(part.y1)} to {_number(part.x2)},{_number(part.y2)}"
            return f"line    {ends} {_pen(part)}"
        case Box():
            return f"box     {_area(part.area)} {_paint(part)}"
        case Pill():
            return f"pill    {_area(part.area)} “{part.text}” {part.tone}"
        case _:
            assert_never(part)


def _pen(stroke: Stroke) -> str:
    dash = f" dashed {'/'.join(map(_number, stroke.dash))}" if stroke.dash else ""
    return f"{stroke.color} {_number(stroke.width)}{dash}"


def _paint(box: Box) -> str:
    words = []
    if box.fill:
        words.append(f"fill {box.fill}" + (f" {box.share:.0%}" if box.share < 1 else ""))
    if box.outline:
        words.append(f"outline {box.outline} {_number(box.line_width)}")
    if box.radius:
        words.append(f"radius {_number(box.radius)}")
    return ", ".join(words)


def _look(look: MarkLook) -> str:
    words = [look.kind.name.lower()]
    words += ["hollow"] * look.is_hollow + ["dashed"] * look.is_dashed
    return " ".join(words + ["about"] * look.is_approximate)


def _hit(hit: Hit) -> str:
    ids = [hit.id] if hit.id is not None else list(hit.ids)
    return f"{_area(hit.area)} {_ids(ids)}".rstrip()


def _ids(ids: Iterable[int]) -> str:
    listed = sorted(ids)
    if len(listed) > _MOST_IDS:
        return f"{len(listed)} events, {listed[0]} … {listed[-1]}"
    return " ".join(map(str, listed))


def _area(area: Area) -> str:
    across = _span(area.x, area.x + area.width)
    return f"x {across} y {_span(area.y, area.y + area.height)}"


def _span(begin: float, end: float) -> str:
    return f"{_number(begin)}–{_number(end)}"


def _number(value: float) -> str:
    """To a tenth of a pixel, which is finer than anybody sees; never a negative nothing."""
    return f"{round(value, 1) + 0.0:g}"


def main() -> None:
    """Write all golden files."""
    FOLDER.mkdir(exist_ok=True)
    for name in SCENES:
        golden_path(name).write_text(text_of_scene(name), encoding="utf-8")
        sys.stdout.write(f"{golden_path(name).name}\n")


if __name__ == "__main__":
    main()
