"""Where the data that travels with the program lies: fonts, icons, themes, and sample articles."""

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
