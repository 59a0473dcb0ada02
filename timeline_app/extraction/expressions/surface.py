"""Reads through what copying, typesetting and scanning have done to the letters of a text.

Marks that nobody sees inside a word ("Octo\u00adber"), words that are broken at the end of a line
("Octo-" and "ber"), other hyphens and digits than the usual ones, raised endings and footnotes.
The text itself is never changed: what is found in the plain text is given back in its places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions.tables_en import WORDS

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD = re.compile(
    rf"[{_UNSEEN}\u2010-\u2012\u2212\ufe63\uff0d-\uff1a\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
    r"ˢᵗⁿᵈʳʰ]|-[ \t]*\n"
)
# Compiled at their first use, since most texts are plain.
_BROKEN = r"(?<![A-Za-z])([A-Za-z]{1,12})(-[ \t]*\n[ \t]*)([a-z]{1,12})(?![a-z])"
_REMOVED = rf"[{_UNSEEN}]+"
# The number of a footnote behind a year, a name or a mark; not the exponent of a short number.
_FOOTNOTE = r"(?:(?<=\d{4})|(?<=[^\W\d_]{3})|(?<=[.,;)]))[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
# One character for another, so that no place moves.
_PLAIN = {
    **dict.fromkeys(range(0x2010, 0x2012), "-"), 0x2012: "–", 0x2212: "-", 0xFE63: "-",
    **{0xFF0D + shift: chr(0x2D + shift) for shift in range(14)},
    **dict(zip(map(ord, "ˢᵗⁿᵈʳʰ"), "stndrh", strict=True)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surface:
    """A text as it is read, and where each of its characters stands in the text as written.

    `_cuts` are the places in the plain text where something is left out, `_ends` those in the
    text as written where it goes on, and `_shifts` how much has been left out up to there.
    """

    text: str
    _cuts: tuple[int, ...] = ()
    _ends: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether places differ between the two texts."""
        return bool(self._cuts)

    def as_written(self, place: TextRange) -> TextRange:
        """The place in the text as written of a place in the plain text."""
        return TextRange(self._written(place.start), self._written(place.end - 1) + 1)

    def as_read(self, place: TextRange) -> TextRange:
        """The place in the plain text of a place in the text as written."""
        return TextRange(self._read(place.start), self._read(place.end))

    def _written(self, position: int) -> int:
        index = bisect_right(self._cuts, position)
        return position + (self._shifts[index - 1] if index else 0)

    def _read(self, position: int) -> int:
        """The place of the first character from `position` on that is kept."""
        index = bisect_right(self._ends, position)
        place = position - (self._shifts[index - 1] if index else 0)
        return min(place, self._cuts[index]) if index < len(self._cuts) else place


def surface_of(text: str) -> Surface:
    """The plain text that a text is read as. Most texts are plain already."""
    if _ODD.search(text) is None:
        return Surface(text)
    plain = re.sub(_FOOTNOTE, lambda match: " " * len(match[0]), text).translate(_PLAIN)
    removed = sorted(_removed(plain))
    if not removed:
        return Surface(plain)
    shifts = tuple(accumulate(cut.end - cut.start for cut in removed))
    ends = tuple(cut.end for cut in removed)
    cuts = tuple(end - shift for end, shift in zip(ends, shifts, strict=True))
    kept, position = [], 0
    for cut in removed:
        kept.append(plain[position : cut.start])
        position = cut.end
    return Surface("".join([*kept, plain[position:]]), cuts, ends, shifts)


def _removed(text: str) -> Iterator[TextRange]:
    for match in re.finditer(_REMOVED, text):
        yield TextRange(*match.span())
    for match in re.finditer(_BROKEN, text):
        if (match[1] + match[3]).lower() in WORDS:
            yield TextRange(*match.span(2))
