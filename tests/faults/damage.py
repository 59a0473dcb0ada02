"""Spoils the bytes of a closed project, and judges what the program makes of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.faults.decisions import IMPORT_AT, decide, open_library, state
from tests.faults.verdicts import Tally, Verdict
from timeline_app.domain import UserError

_PAGE = 4096
_DECISIONS = IMPORT_AT * 2 + 1


def _flip_a_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _empty_a_page(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(0, len(content), _PAGE)
    content[start : start + _PAGE] = bytes(_PAGE)


def _write_junk(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(0, len(content), 512)
    content[start : start + 512] = chance.randbytes(512)


def _cut_short(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(1, len(content)) :]


def _spoil_the_header(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(100)
    content[start : start + 4] = chance.randbytes(4)


DAMAGES: dict[str, Callable[[bytearray, random.Random], None]] = {
    "a flipped bit": _flip_a_bit,
    "an emptied page": _empty_a_page,
    "junk": _write_junk,
    "cut short": _cut_short,
    "a spoilt header": _spoil_the_header,
}
_ALWAYS_NOTICED = ("an emptied page", "cut short")


@dataclass(frozen=True, slots=True)
class Target:
    """A project to spoil, and what it holds while it is whole."""

    path: Path
    content: bytes
    state: object


def make_target(folder: Path) -> Target:
    """A closed project with some work in it."""
    path = folder / "spoilt.timeline"
    with closing(open_library(path)) as library:
        for number in range(1, _DECISIONS + 1):
            decide(library, number)
        holds = state(library)
    return Target(path, path.read_bytes(), holds)


def spoil(target: Target, kind: str, times: int, seed: int) -> Tally:
    """Spoil the project, each time from the whole one.

    It is kept when the program refuses it in a sentence and leaves it as it is, or works on with
    it; what is cut short or emptied must be noticed unless the content is whole all the same.
    Anything but a sentence for the user raises.
    """
    tally = Tally(f"damaged: {kind}")
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    for _ in range(times):
        content = bytearray(target.content)
        DAMAGES[kind](content, chance)
        target.path.write_bytes(content)
        tally.add(_judge(target, bytes(content), kind), 0)
        for left in target.path.parent.glob(f"{target.path.name}-*"):
            left.unlink()
    return tally


def _judge(target: Target, spoilt: bytes, kind: str) -> Verdict:
    try:
        library = open_library(target.path)
    except UserError:
        return Verdict.KEPT if target.path.read_bytes() == spoilt else Verdict.DAMAGED
    with closing(library):
        is_whole = state(library) == target.state
        for work in (library.undo, library.redo, lambda: decide(library, _DECISIONS + 1)):
            try:
                work()
            except UserError:
                is_whole = False
    return Verdict.KEPT if is_whole or kind not in _ALWAYS_NOTICED else Verdict.LOST
