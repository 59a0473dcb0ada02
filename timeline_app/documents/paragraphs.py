"""Cuts a text into paragraphs by its line ends, joining lines that were broken to fit a width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.domain.article import TextRange

_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 40, 120  # letters in a line of a text that was wrapped by a program or typist
_LEAST_WRAPPED = 0.6  # share of line breaks that the width must explain
_FEWEST_BREAKS = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the blanks around it, and whether an empty line follows."""

    range: TextRange
    text: str
    precedes_blank: bool

    @property
    def word_count(self) -> int:
        """How many words, parted by blanks, the paragraph has."""
        return len(self.text.split())


def split_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text with LF line ends, in order. Blank lines belong to none."""
    lines = [_stripped(text, found.start(), found.end()) for found in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    ranges = list(_join_wrapped(text, lines))
    followers = [*(after.start for after in ranges[1:]), len(text)][: len(ranges)]
    return [
        Paragraph(piece, piece.cut(text), text.count("\n", piece.end, follower) > 1)
        for piece, follower in zip(ranges, followers, strict=True)
    ]


def _stripped(text: str, start: int, end: int) -> TextRange:
    line = text[start:end]
    return TextRange(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _join_wrapped(text: str, lines: list[TextRange]) -> Iterator[TextRange]:
    width = _wrap_width(text, lines)
    current: TextRange | None = None
    for index, line in enumerate(lines):
        if current is not None and width and _was_broken(text, lines[index - 1], line, width):
            current = TextRange(current.start, line.end)
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _wrap_width(text: str, lines: list[TextRange]) -> int:
    """The width that the text was wrapped to; 0 when its lines are paragraphs."""
    width = max((line.end - line.start for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    neighbours = [pair for pair in itertools.pairwise(lines) if _adjoin(text, *pair)]
    broken = sum(_was_broken(text, *pair, width) for pair in neighbours)
    return width if broken >= max(_FEWEST_BREAKS, _LEAST_WRAPPED * len(neighbours)) else 0


def _adjoin(text: str, line: TextRange, following: TextRange) -> bool:
    return text.count("\n", line.end, following.start) == 1


def _was_broken(text: str, line: TextRange, following: TextRange, width: int) -> bool:
    """Whether the line ended because the first word of the next no longer fitted."""
    first_word = following.cut(text).split(maxsplit=1)[0]
    return _adjoin(text, line, following) and line.end - line.start + 1 + len(first_word) > width
