"""Finds the days that a page shows its readers: above its text, before it, and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.documents.date_findings import FAINT, FAIR, STRONG, WEAK, Finding, Witness
from timeline_app.documents.datelines import LABEL, read_dateline, without_clock
from timeline_app.documents.stated_days import StatedDay, find_stated_days
from timeline_app.domain.text_range import TextRange

_LONGEST_LINE = 220
_MOST_OTHER_LETTERS = 70  # beside the dates of a line that gives the day of publication
_MOST_LINES_ABOVE, _MOST_LINES_BEFORE, _MOST_LINES_BELOW = 16, 3, 15
_SHORTEST_PROSE = 60  # letters
_OPENING_LETTERS = 40
_YEAR = re.compile(r"\d{2}")
_BEHIND_LABEL = 24  # letters between "Published" and its date
_CAPTION = re.compile(
    r"photo|image|picture|foto|\bfile\b|©|copyright|getty|reuters/|afp/|expires|deadline",
    re.IGNORECASE,
)
_BEFORE_DASH = re.compile(r"\s*(?:--|—|–|-|:)\s")


@dataclass(frozen=True, slots=True)
class ShownLines:
    """The lines of a page around its main text.

    `before` are the few above the headline, `above` those between headline and text, `below` those
    behind it; `opening` is the text's first paragraph. `is_sure` says that the headline was found.
    """

    before: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    opening: str = ""
    below: tuple[str, ...] = ()
    is_sure: bool = True


def lines_around(lines: Sequence[str], title: str, main_lines: Sequence[str]) -> ShownLines:
    """Where headline and main text stand among the lines of a page."""
    if not main_lines:
        return ShownLines(above=tuple(lines[:_MOST_LINES_ABOVE]))
    prose = next((line for line in main_lines if len(line) >= _SHORTEST_PROSE), main_lines[0])
    end = _place_of(lines, prose, 0) or 0
    titles = [at for at in range(end) if _is_title(lines[at], title)]
    start = titles[-1] + 1 if titles else max(0, end - _MOST_LINES_ABOVE // 2)
    last = _place_of(lines, main_lines[-1], end)
    below = () if last is None else tuple(lines[last + 1 : last + 1 + _MOST_LINES_BELOW])
    return ShownLines(
        before=tuple(lines[max(0, start - 1 - _MOST_LINES_BEFORE) : max(0, start - 1)]),
        above=tuple(lines[start : min(end, start + _MOST_LINES_ABOVE)]),
        opening=lines[end] if end < len(lines) else "",
        below=below,
        is_sure=bool(titles),
    )


def days_shown(shown: ShownLines, *, is_day_first: bool | None) -> Iterator[Finding]:
    """The days in the lines around a text, weighed by where they stand and what is beside them."""
    is_first = True
    for line in shown.above:
        found = list(_days_of_line(line, "line above the text", is_day_first=is_day_first))
        for finding in found:
            if is_first or finding.weight == STRONG or finding.is_change:
                yield finding if shown.is_sure else _lighter(finding, WEAK)
        is_first = is_first and not any(not finding.is_change for finding in found)
    for line in shown.before:
        for finding in _days_of_line(line, "line above the headline", is_day_first=is_day_first):
            yield _lighter(finding, FAINT)
    yield from _before_first_sentence(shown.opening, is_day_first=is_day_first)
    for line in shown.below:
        for finding in _days_of_line(line, "line below the text", is_day_first=is_day_first):
            if finding.weight == STRONG or finding.is_change:
                yield _lighter(finding, FAIR)


def _place_of(lines: Sequence[str], line: str, start: int) -> int | None:
    opening = line[:_OPENING_LETTERS]
    places = (at for at in range(start, len(lines)) if lines[at].startswith(opening))
    return next(places, None)


def _is_title(line: str, title: str) -> bool:
    letters = _letters(title)
    return bool(letters) and _letters(line[: 2 * len(title)]).startswith(letters)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _days_of_line(line: str, where: str, *, is_day_first: bool | None) -> Iterator[Finding]:
    if len(line) > _LONGEST_LINE or not _YEAR.search(line) or _CAPTION.search(line):
        return
    days = find_stated_days(line, is_day_first=is_day_first)
    if not days or _letters_beside(line, days) > _MOST_OTHER_LETTERS:
        return
    labels = [_label_before(line, days, at) for at in range(len(days))]
    has_first = "first" in labels
    is_plain = read_dateline(line) is not None
    if not is_plain and not any(labels) and line.endswith((".", "!", "?")):
        return
    for (_, day), label in zip(days, labels, strict=True):
        weight = STRONG if label == "first" else FAIR if is_plain and not day.is_short else WEAK
        is_change = label == "later" or (has_first and label != "first")
        yield Finding(
            day.day,
            Witness.SHOWN,
            weight,
            where,
            written=line,
            other_day=day.other_day,
            is_change=is_change,
        )
        if not is_change and not has_first:
            has_first = True  # what comes behind the first day is another


def _label_before(line: str, days: Sequence[tuple[TextRange, StatedDay]], at: int) -> str:
    """Whether "Published" or "Updated" stands before a date: "first", "later" or nothing."""
    start = days[at - 1][0].end if at else 0
    found = list(LABEL.finditer(line, start, days[at][0].start))
    if not found or days[at][0].start - found[-1].end() > _BEHIND_LABEL:
        return ""
    return "later" if found[-1]["later"] else "first"


def _letters_beside(line: str, days: Sequence[tuple[TextRange, StatedDay]]) -> int:
    for place, _ in reversed(days):
        line = line[: place.start] + " " + line[place.end :]
    return sum(map(str.isalpha, without_clock(line)))


def _before_first_sentence(opening: str, *, is_day_first: bool | None) -> Iterator[Finding]:
    """Read the day of "Feb. 23, 2015 -- Babies who …"."""
    for place, day in find_stated_days(opening[:_SHORTEST_PROSE], is_day_first=is_day_first)[:1]:
        if place.start == 0 and _BEFORE_DASH.match(opening, place.end):
            written = opening[: place.end]
            yield Finding(day.day, Witness.SHOWN, WEAK, "before the first sentence", written)


def _lighter(finding: Finding, weight: float) -> Finding:
    return Finding(
        finding.day,
        finding.witness,
        min(weight, finding.weight),
        finding.where,
        written=finding.written,
        other_day=finding.other_day,
        is_change=finding.is_change,
    )
