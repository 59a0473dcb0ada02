"""The source files that the rules of the house are checked on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "timeline_app"
_FOLDERS = ("timeline_app", "tests", "packaging")

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def source_files(folder: str = "") -> tuple[Path, ...]:
    """Every Python file below `folder`, or of the whole project."""
    roots = (ROOT / folder,) if folder else tuple(ROOT / name for name in _FOLDERS)
    return tuple(sorted(path for root in roots for path in root.rglob("*.py")))


@cache
def syntax_tree(path: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported_modules(path: Path) -> Iterator[str]:
    """The full name of every module that a file imports, wherever in it."""
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, _FUNCTION):
            yield node


def relative(path: Path) -> str:
    """The path below the project's folder, with forward slashes."""
    return path.relative_to(ROOT).as_posix()
