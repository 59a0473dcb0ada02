"""Files and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from statistics import median, quantiles

from tests.arch.sources import PACKAGE, functions, relative, source_files

_LONGEST_FILE = 400
_MEDIAN_FUNCTION = 10
_NINE_TENTHS_OF_FUNCTIONS = 35

# Longer files, each with the reason that it is one piece.
_LONGER_FILES: dict[str, str] = {}


def test_files_are_short() -> None:
    lengths = {
        relative(path): path.read_text(encoding="utf-8").count("\n") for path in source_files()
    }
    too_long = {name: length for name, length in lengths.items() if length > _LONGEST_FILE}

    assert {name: too_long[name] for name in too_long if name not in _LONGER_FILES} == {}
    assert set(_LONGER_FILES) <= set(too_long), "an exception that is no longer needed"


def test_functions_are_short() -> None:
    lengths = [
        _length(function)
        for path in source_files(PACKAGE.name)
        for function in functions(path)
    ]  # fmt: skip

    assert median(lengths) < _MEDIAN_FUNCTION
    assert quantiles(lengths, n=10)[-1] <= _NINE_TENTHS_OF_FUNCTIONS


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the last; decorators and what stands above do not count."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
