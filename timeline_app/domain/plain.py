"""Records as plain values, for files of ours in JSON: dictionaries, lists, texts and numbers.

A record is an object with its fields by name, a span its EDTF text, a day "2024-10-29", a range of
characters `[start, end]`, a choice its word, and a tuple a list. `from_plain(type(x), to_plain(x))`
is `x` for every record; a field that is left out has its default.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.calendar import is_valid_date
from timeline_app.domain.time.edtf import parse_edtf, write_edtf

Plain = Any  # what `json` reads and writes: its own types recurse, which no annotation needs here
_T = TypeVar("_T")
_LARGEST = 2**63 - 1


def day_as_text(day: CivilDate) -> str:
    """A day in ISO 8601, with a minus sign before the years before 0000."""
    sign = "-" if day.year < 0 else ""
    return f"{sign}{abs(day.year):04d}-{day.month:02d}-{day.day:02d}"


def day_of_text(text: str) -> CivilDate:
    """The inverse of `day_as_text`. Raises ValueError for what is no day."""
    year, month, day = map(int, text.rsplit("-", 2))
    if not is_valid_date(year, month, day):
        raise ValueError("there is no such day")
    return CivilDate(year, month, day)


def to_plain(value: object) -> Plain:
    """A record, or a part of one, as plain values."""
    match value:
        case TimeSpan():
            return write_edtf(value)
        case CivilDate():
            return day_as_text(value)
        case StrEnum():
            return value.value
        case tuple():
            return [to_plain(each) for each in value]
        case None | bool() | int() | float() | str():
            return value
    kind: Any = type(value)
    return {name: to_plain(getattr(value, name)) for name in _fields(kind)}


def from_plain(kind: type[_T], plain: Plain) -> _T:
    """The record of plain values that nobody has checked.

    Raises ValueError, which names the field, for values that make no such record.
    """
    return cast(_T, _read(kind, plain))


def _read(kind: Any, plain: Plain) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        [inner] = [each for each in get_args(kind) if each is not type(None)]
        return None if plain is None else _read(inner, plain)
    if origin is tuple:
        inner = get_args(kind)[0]
        return tuple(_read(inner, each) for each in _of(list, plain))
    if kind in _READ:
        return _READ[kind](plain)
    if issubclass(kind, StrEnum):
        return kind(_of(str, plain))
    return _read_record(kind, plain)


def _read_record(kind: Any, plain: Plain) -> Any:
    found = _of(dict, plain)
    values = {}
    for name, hint in _fields(kind).items():
        if name in found:
            try:
                values[name] = _read(hint, found[name])
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError("a field that is needed is missing") from error


@cache
def _fields(kind: Any) -> Mapping[str, Any]:
    """The fields of a record with their types, in their order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _of(kind: type[_T], plain: Plain) -> _T:
    if not isinstance(plain, kind) or (isinstance(plain, bool) and kind is not bool):
        raise ValueError(f"this is no {_NAMES[kind]}")
    return plain


def _number(plain: Plain) -> int:
    number = _of(int, plain)
    if abs(number) > _LARGEST:
        raise ValueError("this number is too large")
    return number


def _text(plain: Plain) -> str:
    text = _of(str, plain)
    if "\0" in text or (not text.isascii() and _has_surrogates(text)):
        raise ValueError("this text has characters that no text may hold")
    return text


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def _range(plain: Plain) -> TextRange:
    numbers = [_number(each) for each in _of(list, plain)]
    if len(numbers) != 2 or not 0 <= numbers[0] <= numbers[1]:
        raise ValueError("this is no range of characters")
    return TextRange(*numbers)


_NAMES: dict[type[Any], str] = {
    bool: "yes or no",
    int: "whole number",
    str: "text",
    list: "list",
    dict: "object",
    float: "number",
}
_READ: dict[Any, Callable[[Plain], object]] = {
    bool: lambda plain: _of(bool, plain),
    int: _number,
    float: lambda plain: float(_number(plain)) if isinstance(plain, int) else _of(float, plain),
    str: _text,
    TimeSpan: lambda plain: parse_edtf(_text(plain)),
    CivilDate: lambda plain: day_of_text(_text(plain)),
    TextRange: _range,
}
