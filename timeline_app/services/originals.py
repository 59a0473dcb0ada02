"""Keeps the files that articles were read from, so that a quote can be checked later.

The files lie in the project. No step of work brings or takes them: whoever deletes an article and
takes that back finds its file again. Keeping can be turned off for a project.
"""

from __future__ import annotations

from pathlib import Path

from timeline_app.domain import Article, UserError
from timeline_app.services.incoming import Incoming
from timeline_app.services.library import Library
from timeline_app.services.linked_files import place_below
from timeline_app.storage import Original

__all__ = [
    "MOST_KEPT",
    "Original",
    "keep_originals",
    "keeps_originals",
    "original_of",
    "pack_original",
    "why_not_kept",
]

MOST_KEPT = 64_000_000
"""The largest file that is kept, in bytes."""
_SETTING = "keeps_originals"
_TOO_LARGE = (
    f"Its file is not kept with the project: it is larger than {MOST_KEPT // 1_000_000} MB."
)


def keeps_originals(library: Library) -> bool:
    """Whether files are kept with a project: yes, until it is turned off."""
    return bool(library.read_setting(_SETTING, default=True))


def keep_originals(library: Library, *, is_on: bool) -> None:
    """Turn the keeping of files on or off, from the next article on."""
    library.write_setting(_SETTING, is_on)


def pack_original(text: Incoming, linked: str = "") -> Original | None:
    """The file that a text was read from, packed; None for pasted words and for larger files.

    `linked` is the place, below the folder of the text, of a file that was read in its stead. None
    too where the file went away meanwhile: its article was read, and is added without it.
    """
    if linked:
        return _pack_linked(text, linked)
    if text.kind == "attachment":
        return Original.of(text.name, text.data) if len(text.data) <= MOST_KEPT else None
    if text.kind != "file":
        return None
    try:
        data = Path(text.content).read_bytes() if _is_kept(Path(text.content)) else b""
    except OSError:
        return None
    return Original.of(text.name, data) if data else None


def why_not_kept(text: Incoming, original: Original | None) -> tuple[str, ...]:
    """A sentence where the file of a text is not kept, though files are; none else."""
    if original is not None or text.kind not in ("file", "attachment"):
        return ()
    size = len(text.data) if text.kind == "attachment" else _size(Path(text.content))
    return (_TOO_LARGE,) if size > MOST_KEPT else ()


def original_of(library: Library, article: Article) -> Original | None:
    """The file that an article was read from; None where it was not kept."""
    return library.read_original(article.original) if article.original else None


def _pack_linked(text: Incoming, place: str) -> Original | None:
    """Pack a file that a record names; the process that read it is not trusted with its place."""
    if text.kind != "file":
        return None
    try:
        path = place_below(Path(text.content).parent, place)
    except UserError:
        return None
    return pack_original(Incoming("file", str(path)))


def _is_kept(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= MOST_KEPT


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
