"""Columns in which few values stand many times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress, count
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
_FEW_PER_ROW = 4  # so many codes for each row are counted faster than rows are sorted
_T = TypeVar("_T")
_OtherT = TypeVar("_OtherT")
_HashableT = TypeVar("_HashableT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Coded(Generic[_T]):
    """A column: that of row i is `values[codes[i]]`. What is asked of values is asked but once."""

    codes: Codes
    values: tuple[_T, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> _T:
        return self.values[int(self.codes[row])]

    def __iter__(self) -> Iterator[_T]:
        return (self.values[code] for code in self.codes.tolist())

    @classmethod
    def of(cls, values: Iterable[_HashableT]) -> Coded[_HashableT]:
        """The column of some values, numbered as they come."""
        numbers: defaultdict[_HashableT, int] = defaultdict(count().__next__)
        codes = np.fromiter(map(numbers.__getitem__, values), np.int64)
        return Coded(codes, tuple(numbers))

    def rows(self, chosen: npt.NDArray[np.int64]) -> Coded[_T]:
        """The column of some rows, in their order, with the values that stand in them."""
        codes = self.codes[chosen]
        is_used = np.bincount(codes, minlength=len(self.values)) > 0
        return Coded((np.cumsum(is_used) - 1)[codes], tuple(compress(self.values, is_used)))

    def mapped(self, change: Callable[[_T], _HashableT]) -> Coded[_HashableT]:
        """The column of what is made of each value; what becomes the same is one value."""
        made = Coded.of(map(change, self.values))
        return Coded(made.codes[self.codes], made.values)

    def numbers(self, number_of: Callable[[_T], int]) -> Codes:
        """A number for each row, which is told of its value."""
        return np.array([number_of(value) for value in self.values], dtype=np.int64)[self.codes]

    def are(self, holds: Callable[[_T], bool]) -> npt.NDArray[np.bool_]:
        """Whether something holds of the value of each row."""
        return np.array([holds(value) for value in self.values], dtype=np.bool_)[self.codes]

    def first_rows(self) -> list[int]:
        """The first row in which each value stands; each must stand in one."""
        firsts = np.zeros(len(self.values), dtype=np.int64)
        firsts[self.codes[::-1]] = np.arange(len(self.codes))[::-1]  # the last one written stays
        found: list[int] = firsts.tolist()
        return found

    def counts(self) -> list[int]:
        """How many rows have each value."""
        found: list[int] = np.bincount(self.codes, minlength=len(self.values)).tolist()
        return found

    def put(self, row: int, value: _T) -> Coded[_T]:
        """The column with another value in a row."""
        if self[row] == value:
            return self
        codes, values = self.codes.copy(), self.values
        try:
            codes[row] = values.index(value)
        except ValueError:
            codes[row], values = len(values), (*values, value)
        return Coded(codes, values)


def joined(first: Coded[_HashableT], second: Coded[_HashableT]) -> Coded[_HashableT]:
    """The rows of one column, then those of another."""
    codes = np.concatenate([first.codes, second.codes + len(first.values)])
    return Coded(codes, first.values + second.values).mapped(_itself)


def paired(first: Coded[_T], second: Coded[_OtherT]) -> Coded[tuple[_T, _OtherT]]:
    """The column of the values that stand in two columns, row by row."""
    width = max(1, len(second.values))
    found, codes = _renumbered(first.codes * width + second.codes, len(first.values) * width)
    places = (divmod(code, width) for code in found.tolist())
    return Coded(codes, tuple((first.values[one], second.values[other]) for one, other in places))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows and what they have several of: row `row[i]` has the thing `thing[i]`."""

    row: Codes
    thing: Codes

    @classmethod
    def of(cls, things: Coded[_T], numbers_of: Callable[[_T], Sequence[int]]) -> Pairs:
        """The pairs of a column whose values are several things each, told as numbers."""
        each = [numbers_of(value) for value in things.values]
        flat = np.fromiter(chain.from_iterable(each), np.int64)
        lengths = np.array([len(numbers) for numbers in each], dtype=np.int64)
        starts = np.cumsum(lengths) - lengths
        lengths, starts = lengths[things.codes], starts[things.codes]
        begins = np.cumsum(lengths) - lengths
        within = np.arange(int(lengths.sum())) - np.repeat(begins, lengths)
        rows = np.repeat(np.arange(len(things)), lengths)
        return cls(rows, flat[np.repeat(starts, lengths) + within])


def _renumbered(codes: Codes, most: int) -> tuple[Codes, Codes]:
    """The different ones of some codes below `most`, ascending, and the place of each in them."""
    if most > _FEW_PER_ROW * len(codes):
        found, places = np.unique(codes, return_inverse=True)
        return found, places
    is_used = np.bincount(codes, minlength=most) > 0
    return np.flatnonzero(is_used), (np.cumsum(is_used) - 1)[codes]


def _itself(value: _T) -> _T:
    return value
