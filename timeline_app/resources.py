"""Where the data that travels with the program lies: fonts, icons, themes, words, articles."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"


def _data_root() -> Path:
    """The folder that holds `resources` and `seeds`: inside the wheel, or the checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resource_path(*parts: str) -> Path:
    """The path of a file or folder below `resources`."""
    return _data_root().joinpath("resources", *parts)


def seeds_path(*parts: str) -> Path:
    """The path of a sample article or its gold annotation."""
    return _data_root().joinpath("seeds", *parts)


def read_sections(path: Path) -> dict[str, list[tuple[str, list[str]]]]:
    """The lines of a table by its sections, each with its value and its words.

    A section begins with "[name]"; its lines read "value = word, phrase of words", or hold words
    alone, whose value then is empty. Lines that begin with "#" are comments.
    """
    sections: dict[str, list[tuple[str, list[str]]]] = {}
    lines: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            value, _, words = line.rpartition("=")
            lines.append((value.strip(), [word.strip() for word in words.split(",")]))
    return sections
