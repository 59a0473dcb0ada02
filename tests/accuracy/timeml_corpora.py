"""Reads TimeML corpora: texts whose time expressions people have marked and resolved."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# Start and end of the text it covers, TIMEX3 type, TIMEX3 value.
Timex = tuple[int, int, str, str]
Part = Literal["all", "held-out", "rest"]

CORPORA = ("timebank", "aquaint", "wikiwars")
# News, of which one third is never looked at while rules are written.
NEWS = ("timebank", "aquaint")
_HELD_OUT_SHARE = 3

_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"([A-Za-z_:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CREATION = re.compile(r"<DCT>.*?</DCT>", re.DOTALL)
_TIMEX = re.compile(r"<TIMEX3([^>]*)>")
_CREATION_IN_TEXT = re.compile(
    r"<TIMEX3([^>]*functionInDocument=\"(?:CREATION|PUBLICATION)_TIME\"[^>]*)>"
)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text, the day it was written, and the time expressions that people marked in it."""

    corpus: str
    name: str
    text: str
    day: dt.date
    gold: list[Timex]


def corpora_folder() -> Path:
    """Where the corpora lie: TIMELINE_APP_CORPORA, or shared/corpora beside the project."""
    named = os.environ.get("TIMELINE_APP_CORPORA")
    beside = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    return Path(named) if named else beside


def is_held_out(path: Path) -> bool:
    """Whether a file is in the third of the news corpora that no rule is written after."""
    digest = hashlib.sha256(path.name.encode()).digest()
    return path.parent.name in NEWS and digest[0] % _HELD_OUT_SHARE == 0


def read_corpus(folder: Path, part: Part = "all") -> list[Annotated]:
    """The TimeML files of a folder that name their day; none when there is no such folder."""
    return [
        read
        for path in _files(folder)
        if part == "all" or is_held_out(path) is (part == "held-out")
        for read in _read(path)
    ]


def fingerprint(folder: Path) -> str:
    """The SHA-256 over the files of a corpus: floors hold for this very data."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.tml"))


def _read(path: Path) -> Iterator[Annotated]:
    raw = path.read_bytes().decode("utf-8-sig")
    element, body = _CREATION.search(raw), _BODY.search(raw)
    written = _TIMEX.search(element[0]) if element else None
    creation = _attributes((written or _CREATION_IN_TEXT.search(raw) or [""] * 2)[1])
    day = _DAY.match(creation.get("value", ""))
    if day is None or body is None:
        return
    # The day of writing is given, not found, so it counts neither for nor against a tagger.
    given = creation.get("tid") if element else None
    text, gold = _strip(body[1], given)
    date = dt.date(*(int(number) for number in day.groups()))
    yield Annotated(path.parent.name, path.name, text, date, gold)


def _attributes(text: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(text)
    return {name: html.unescape(double or single) for name, double, single in pairs}


def _strip(marked: str, given: str | None) -> tuple[str, list[Timex]]:
    """The plain text of marked text, and its TIMEX3 elements but the one of the id `given`."""
    pieces: list[str] = []
    opened: list[tuple[int, dict[str, str]]] = []
    gold: list[Timex] = []
    length = position = 0
    for tag in _TAG.finditer(marked):
        pieces.append(html.unescape(marked[position : tag.start()]))
        length += len(pieces[-1])
        position = tag.end()
        if tag[2] != "TIMEX3" or tag[3].endswith("/"):
            continue
        if not tag[1]:
            opened.append((length, _attributes(tag[3])))
            continue
        start, attributes = opened.pop()
        if given is None or attributes.get("tid") != given:
            gold.append((start, length, attributes.get("type", ""), attributes.get("value", "")))
    pieces.append(html.unescape(marked[position:]))
    return "".join(pieces), sorted(gold)
