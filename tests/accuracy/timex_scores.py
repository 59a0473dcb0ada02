"""Scores tagged time expressions by the rules of TempEval-3, Task A.

An expression of the gold and one of the tagger are a pair when they overlap; each is paired once,
from left to right. "Relaxed" counts pairs, "strict" pairs of the same text; "type" and "value"
count pairs whose TIMEX3 type or value is the same, whatever their extent (UzZaman et al. 2013).
Two measures are our own: "strict+value" counts pairs of the same text and value; "calendar" knows
only expressions that name a place on the calendar, which is what a timeline can draw.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.accuracy.timeml_corpora import Annotated, Timex

Tagger = Callable[[str, dt.date], Sequence[Timex]]

MEASURES = ("strict", "relaxed", "type", "value", "strict+value", "calendar")


@dataclass
class Score:
    """Counts over texts; all measures are F1 in percent, micro-averaged."""

    counts: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    characters: int = 0
    seconds: float = 0.0

    def add(self, annotated: Annotated, tagged: Sequence[Timex]) -> None:
        """Count what is right in one text. `tagged` is in order and does not overlap."""
        gold, text = annotated.gold, annotated.text
        self.texts += 1
        self.characters += len(text)
        self.counts["gold"] += len(gold)
        self.counts["tagged"] += len(tagged)
        self.counts["calendar gold"] += sum(map(_is_calendar, gold))
        self.counts["calendar tagged"] += sum(map(_is_calendar, tagged))
        for marked, ours in pairs(gold, tagged):
            if marked and ours:
                self.counts.update(_rights(text, marked, ours))

    def f1(self, measure: str) -> float:
        """F1 of one of the MEASURES, in percent; 100 where there was nothing to find."""
        prefix = "calendar " if measure == "calendar" else ""
        total = self.counts[f"{prefix}gold"] + self.counts[f"{prefix}tagged"]
        return 200 * self.counts[measure] / total if total else 100.0


def score(corpus: Iterable[Annotated], tagger: Tagger) -> Score:
    """Run a tagger over a corpus, on the clock of the processor."""
    total = Score()
    for annotated in corpus:
        started = time.process_time()
        tagged = tagger(annotated.text, annotated.day)
        total.seconds += time.process_time() - started
        total.add(annotated, cleaned(tagged, annotated.text))
    return total


def cleaned(tagged: Iterable[Timex], text: str) -> list[Timex]:
    """What TIMEX3 can hold of it: in order, cut to its words, neither empty nor overlapping."""
    kept: list[Timex] = []
    last = 0
    for start, end, kind, value in sorted(tagged, key=lambda timex: (timex[0], -timex[1])):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        behind = start + len(words.rstrip())
        if first < behind and first >= last:
            kept.append((first, behind, kind, value))
            last = behind
    return kept


def faults(text: str, marked: Timex, ours: Timex) -> list[str]:
    """What is wrong with a pair: "extent", "type", "value", or nothing."""
    same = {
        "extent": text[slice(*marked[:2])] == text[slice(*ours[:2])],
        "type": marked[2] == ours[2],
        "value": marked[3] == ours[3],
    }
    return [aspect for aspect, is_same in same.items() if not is_same]


def _rights(text: str, marked: Timex, ours: Timex) -> Iterator[str]:
    wrong = faults(text, marked, ours)
    yield "relaxed"
    yield from (
        right
        for right, aspect in (("strict", "extent"), ("type", "type"), ("value", "value"))
        if aspect not in wrong
    )
    if not {"extent", "value"} & set(wrong):
        yield "strict+value"
    if "value" not in wrong and _is_calendar(marked) and _is_calendar(ours):
        yield "calendar"


def _is_calendar(timex: Timex) -> bool:
    return timex[2] in ("DATE", "TIME") and timex[3][:1].isdigit()


def pairs(
    gold: Sequence[Timex], tagged: Sequence[Timex]
) -> Iterator[tuple[Timex | None, Timex | None]]:
    """Gold and tagged expressions that overlap, from left to right, then those without a partner.

    An expression that begins is paired with the one still open on the other side, unless that
    has a partner already: the order in which the official scorer pairs them.
    """
    sides = (gold, tagged)
    starts = sorted((each[0], side, i) for side in (0, 1) for i, each in enumerate(sides[side]))
    latest: list[int | None] = [None, None]
    taken: tuple[set[int], set[int]] = (set(), set())
    for position, side, index in starts:
        other = latest[1 - side]
        latest[side] = index
        if other is None or other in taken[1 - side] or sides[1 - side][other][1] <= position:
            continue
        taken[side].add(index)
        taken[1 - side].add(other)
        yield (gold[other], tagged[index]) if side else (gold[index], tagged[other])
    yield from ((each, None) for i, each in enumerate(gold) if i not in taken[0])
    yield from ((None, each) for i, each in enumerate(tagged) if i not in taken[1])
