"""The part of an article that is shown, and where each character of it comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.domain import TextRange

_SEPARATOR = "\n"


@dataclass(frozen=True, slots=True)
class ShownText:
    """The body of an article as one text, one paragraph for each range.

    *Offsets* count characters of the article, *positions* UTF-16 units of the shown text, as
    QTextDocument counts them. Both mappings are monotonic and inverse of each other in the body.
    """

    text: str
    _ranges: tuple[TextRange, ...]
    _starts: tuple[int, ...]  # where each range begins, in characters of the shown text
    _wide: tuple[int, ...] = field(repr=False)  # characters that take two units

    @classmethod
    def of(cls, text: str, body: Sequence[TextRange]) -> ShownText:
        """The shown text of an article; all of it when no body is known."""
        ranges = tuple(body) or (TextRange(0, len(text)),)
        starts, length = [], 0
        for part in ranges:
            starts.append(length)
            length += part.end - part.start + len(_SEPARATOR)
        shown = _SEPARATOR.join(part.cut(text) for part in ranges)
        wide = tuple(i for i, char in enumerate(shown) if ord(char) > 0xFFFF)
        return cls(shown, ranges, tuple(starts), wide)

    def position_of(self, offset: int) -> int:
        """The position of an offset; one outside the body goes to the nearest place inside."""
        index = max(0, bisect_right(self._ranges, offset, key=lambda part: part.start) - 1)
        part = self._ranges[index]
        inside = min(max(offset, part.start), part.end) - part.start
        return self._units(self._starts[index] + inside)

    def positions_of(self, passage: TextRange) -> tuple[int, int]:
        """The positions of a range; empty when none of it is shown."""
        start, end = self.position_of(passage.start), self.position_of(passage.end)
        return start, max(start, end)

    def offset_at(self, position: int) -> int:
        """The offset of a position; a paragraph break belongs to the paragraph it ends."""
        index = self._characters(position)
        which = max(0, bisect_right(self._starts, index) - 1)
        part = self._ranges[which]
        return min(part.start + index - self._starts[which], part.end)

    def range_at(self, start: int, end: int) -> TextRange:
        """The range of the article between two positions."""
        return TextRange(self.offset_at(start), self.offset_at(end))

    def _units(self, index: int) -> int:
        return index + bisect_left(self._wide, index)

    def _characters(self, units: int) -> int:
        """The inverse of `_units`."""
        before = bisect_left(range(len(self._wide)), units, key=lambda k: self._wide[k] + k)
        return min(max(0, units - before), len(self.text))
