"""The widths of many texts at once, added up from the pairs of their letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from timeline_app.layout.primitives import Numbers

END = "\n"  # stands behind the last letter of a text

_Places = npt.NDArray[np.int16]
_BEHIND, _OTHER, _UNSEEN = 0, 1, -1  # the end of a text, letters that are not added up, new ones
_FAR = 0x2027  # the first of the code points that are never looked at one by one
_MORE = 64  # letters for which there is room each time that the table grows


class LetterPairs:
    """How far each letter moves on the one that follows, in one font.

    `advance` tells it of two letters, of which the second may be `END`; `is_simple` says which
    letters can be added up. What is asked is asked but once.
    """

    def __init__(self, advance: Callable[[str], float], is_simple: Callable[[str], object]) -> None:
        self._advance, self._is_simple = advance, is_simple
        self._place: _Places = np.full(_FAR + 1, _UNSEEN, dtype=np.int16)
        self._place[_FAR] = _OTHER
        self._letters = [END, ""]
        self._table: Numbers = np.zeros((0, 0))
        self._grow()

    def widths(self, texts: Sequence[str]) -> Numbers:
        """The width of each text; infinite where it has letters that cannot be added up."""
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        places = np.insert(self._places("".join(texts)), np.cumsum(lengths), _BEHIND)
        pairs = places[:-1], places[1:]
        advances = self._table[pairs]
        if np.isnan(advances).any():
            self._learn(*(each[np.isnan(advances)] for each in pairs))
            advances = self._table[pairs]
        starts = np.cumsum(lengths + 1) - lengths - 1
        result: Numbers = np.add.reduceat(np.append(advances, 0.0), starts)
        return result

    def _places(self, letters: str) -> _Places:
        """The place of each letter in the table."""
        codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = np.minimum(codes, _FAR)
        places = self._place[codes]
        if (places == _UNSEEN).any():
            for code in np.unique(codes[places == _UNSEEN]).tolist():
                self._place[code] = self._take_in(chr(code))
            places = self._place[codes]
        return places

    def _take_in(self, letter: str) -> int:
        if not self._is_simple(letter):
            return _OTHER
        self._letters.append(letter)
        if len(self._letters) > len(self._table):
            self._grow()
        return len(self._letters) - 1

    def _grow(self) -> None:
        known = len(self._table)
        table = np.full((known + _MORE, known + _MORE), np.nan)
        table[:known, :known] = self._table
        table[_OTHER, :] = table[:, _OTHER] = np.inf
        table[_BEHIND, :] = 0.0  # the next text begins anew
        self._table = table

    def _learn(self, firsts: _Places, seconds: _Places) -> None:
        for first, second in set(zip(firsts.tolist(), seconds.tolist(), strict=True)):
            pair = self._letters[first] + self._letters[second]
            self._table[first, second] = self._advance(pair)
