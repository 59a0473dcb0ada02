"""Scores a tagger of time expressions on TimeML files, by the rules of TempEval-3, Task A.

Run as a program it prints a table of every corpus that is there:
python -m tests.accuracy.timex_scoring
"""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Timex = tuple[int, int, str, str]
Tagger = Callable[[str, dt.date], Sequence[Timex]]

_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"([A-Za-z_:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CREATION = re.compile(r"<DCT>.*?<TIMEX3([^>]*)>.*?</DCT>", re.DOTALL)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)


@dataclass(frozen=True)
class Annotated:
    """A text, the day it was written, and the time expressions that people marked in it."""

    text: str
    day: dt.date
    gold: list[Timex]


def corpora_folder() -> Path:
    """Where the corpora lie: TIMELINE_APP_CORPORA, or beside the project."""
    named = os.environ.get("TIMELINE_APP_CORPORA")
    beside = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    return Path(named) if named else beside


def read_corpus(folder: Path) -> list[Annotated]:
    """The TimeML files of a folder that name their day."""
    read = (_read(path.read_text(encoding="utf-8-sig")) for path in sorted(folder.glob("*.tml")))
    return [each for each in read if each is not None]


def fingerprint(folder: Path) -> str:
    """The SHA-256 over the files of a corpus: floors hold for this very data."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.tml")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _read(raw: str) -> Annotated | None:
    creation, body = _CREATION.search(raw), _BODY.search(raw)
    day = (
        re.match(r"(\d{4})-?(\d\d)-?(\d\d)", _attributes(creation[1]).get("value", ""))
        if (creation)
        else None
    )
    if day is None or body is None:
        return None
    text, gold = _strip(body[1])
    return Annotated(text, dt.date(*(int(part) for part in day.groups())), gold)


def _attributes(text: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(text)
    return {name: html.unescape(double or single) for name, double, single in pairs}


def _strip(marked: str) -> tuple[str, list[Timex]]:
    """The plain text of marked text, and the TIMEX3 elements in it."""
    pieces: list[str] = []
    opened: list[tuple[int, dict[str, str]]] = []
    gold: list[Timex] = []
    length = position = 0
    for tag in _TAG.finditer(marked):
        pieces.append(html.unescape(marked[position : tag.start()]))
        length += len(pieces[-1])
        position = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            opened.append((length, _attributes(tag[3])))
            continue
        start, attributes = opened.pop()
        gold.append((start, length, attributes.get("type", ""), attributes.get("value", "")))
    pieces.append(html.unescape(marked[position:]))
    return "".join(pieces), sorted(gold)


@dataclass
class Score:
    """Counts over texts; all measures are F1 in percent, micro-averaged."""

    counts: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    seconds: float = 0.0

    def add(self, annotated: Annotated, tagged: Sequence[Timex]) -> None:
        """Count what is right in one text."""
        gold, text = annotated.gold, annotated.text
        self.texts += 1
        self.counts["gold"] += len(gold)
        self.counts["tagged"] += len(tagged)
        self.counts["calendar gold"] += sum(_is_calendar(each) for each in gold)
        self.counts["calendar tagged"] += sum(_is_calendar(each) for each in tagged)
        for ours, theirs in _pairs(tagged, gold):
            same_value = ours[3] == theirs[3]
            self.counts["relaxed"] += 1
            self.counts["strict"] += text[ours[0] : ours[1]] == text[theirs[0] : theirs[1]]
            self.counts["type"] += ours[2] == theirs[2]
            self.counts["value"] += same_value
            both = _is_calendar(ours) and _is_calendar(theirs)
            self.counts["calendar"] += same_value and both

    def f1(self, measure: str) -> float:
        """F1 of "strict", "relaxed", "type", "value" or "calendar", in percent."""
        prefix = "calendar " if measure == "calendar" else ""
        total = self.counts[f"{prefix}gold"] + self.counts[f"{prefix}tagged"]
        return 200 * self.counts[measure] / total if total else 100.0


def _is_calendar(timex: Timex) -> bool:
    return timex[2] in ("DATE", "TIME") and timex[3][:1].isdigit()


def _pairs(tagged: Sequence[Timex], gold: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Overlapping expressions of both sides, each paired once, from left to right."""
    starts = sorted(
        [(each[0], 0, index) for index, each in enumerate(gold)]
        + [(each[0], 1, index) for index, each in enumerate(tagged)]
    )
    sides = (gold, tagged)
    latest: list[int | None] = [None, None]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for position, side, index in starts:
        other = latest[1 - side]
        is_inside = other is not None and sides[1 - side][other][1] > position
        if other is not None and is_inside and other not in taken[1 - side]:
            taken[1 - side].add(other)
            taken[side].add(index)
            pair = sides[side][index], sides[1 - side][other]
            pairs.append(pair if side else (pair[1], pair[0]))
        latest[side] = index
    return pairs


def score(corpus: Sequence[Annotated], tagger: Tagger) -> Score:
    """Run a tagger over a corpus."""
    total = Score()
    for annotated in corpus:
        started = time.process_time()
        tagged = tagger(annotated.text, annotated.day)
        total.seconds += time.process_time() - started
        total.add(annotated, sorted(tagged))
    return total


MEASURES = ("strict", "relaxed", "type", "value", "calendar")


def _table() -> list[str]:
    """The measures for each corpus that is there."""
    from timeline_app.extraction.timeml import tag

    lines = [f"{'corpus':12}" + "".join(f"{each:>10}" for each in MEASURES) + "  texts/CPU s"]
    for name in ("timebank", "aquaint", "wikiwars"):
        corpus = read_corpus(corpora_folder() / name)
        if corpus:
            result = score(corpus, tag)
            cells = "".join(f"{result.f1(measure):10.1f}" for measure in MEASURES)
            lines.append(f"{name:12}{cells}{result.texts / max(result.seconds, 1e-9):13.0f}")
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join([*_table(), ""]))
