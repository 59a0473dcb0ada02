"""Records of a project by their ids, each made into a value when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, Generic, TypeVar

from timeline_app.storage.lazy import LazyRecord

_T = TypeVar("_T")
_LazyT = TypeVar("_LazyT", bound=LazyRecord[Any])


class LazyById(MutableMapping[int, _T], Generic[_T, _LazyT]):
    """A mapping in the order in which the records were made."""

    def __init__(self) -> None:
        self._held: dict[int, _T | _LazyT] = {}

    def fill(self, records: Mapping[int, _T | _LazyT]) -> None:
        """Take in many records, behind all others."""
        self._held.update(records)

    def held(self, key: int) -> _T | _LazyT:
        """The record as it is held, made or not; raises KeyError."""
        return self._held[key]

    def all_held(self) -> list[_T | _LazyT]:
        """All records as they are held."""
        return list(self._held.values())

    def hold(self, key: int, record: _T | _LazyT) -> None:
        """Take in a record, behind all others or in its old place."""
        comes_back = key not in self._held and key < next(reversed(self._held), 0)
        self._held[key] = record
        if comes_back:
            self._held = dict(sorted(self._held.items()))

    def __getitem__(self, key: int) -> _T:
        """The record; raises KeyError, and DamagedProject for a row that makes no sense."""
        held = self._held[key]
        if isinstance(held, LazyRecord):
            value: _T = held.value()
            return value
        return held

    def __setitem__(self, key: int, value: _T) -> None:
        self.hold(key, value)

    def __delitem__(self, key: int) -> None:
        del self._held[key]

    def __contains__(self, key: object) -> bool:
        return key in self._held

    def __iter__(self) -> Iterator[int]:
        return iter(self._held)

    def __reversed__(self) -> Iterator[int]:
        return reversed(self._held)

    def __len__(self) -> int:
        return len(self._held)
