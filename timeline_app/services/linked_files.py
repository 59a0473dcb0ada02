"""Reads the files that bibliographic records name, and joins to each what its record says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from timeline_app.domain import UNWATCHED, Progress, UserError

if TYPE_CHECKING:
    from timeline_app.documents import LinkedFile, ReadArticle, ReadFile

_record = attrgetter("record")
Linked = tuple["ReadArticle", str]
"""An article, and the place of the file that it was read from; "" where that is the record's."""


def read_linked_files(
    linked: Sequence[LinkedFile],
    folder: Path | None,
    read_file: Callable[[Path], ReadFile],
    tell: Callable[[str], None],
    progress: Progress = UNWATCHED,
) -> Iterator[Linked]:
    """The article of each record: of the first of its files that can be read, else its abstract.

    The files of one record follow each other, the likeliest first. Only files below `folder` are
    read, wherever links lead; None is the folder of what came without one. `tell` is called with
    a sentence about each file that was not read, `progress` before each record.
    """
    done = 0
    for record, group in groupby(linked, key=_record):
        files = list(group)
        progress.step(done, len(linked), record.title)
        done += len(files)
        yield from _articles_of(record, [file.path for file in files], folder, read_file, tell)


def _articles_of(
    record: ReadArticle,
    places: Sequence[str],
    folder: Path | None,
    read_file: Callable[[Path], ReadFile],
    tell: Callable[[str], None],
) -> Iterator[Linked]:
    from timeline_app.documents import with_record

    for number, place in enumerate(places, 1):
        try:
            read = read_file(place_below(folder, place))
        except UserError as error:
            tell(f"A file of “{record.title}”: {error}")
            continue
        if not read.articles:
            tell(f"A file of “{record.title}”: “{place}” holds no article.")
            continue
        for warning in read.warnings:
            tell(warning)
        for other in places[number:]:
            tell(f"“{record.title}” was read from “{place}”; its file “{other}” was not read.")
        is_whole = len(read.articles) == 1
        for each in read.articles:
            yield (with_record(each, record) if is_whole else each), place
        return
    if record.text:
        yield record, ""
    else:
        tell(f"“{record.title}” was not added: there is nothing of it to read.")


def place_below(folder: Path | None, place: str) -> Path:
    """The file that a record names. Raises UserError unless it lies below `folder`."""
    for name in dict.fromkeys((place, unquote(place))):
        if folder is None or "\0" in name:
            break
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return path
    raise UserError(f"there is no file “{place}” beside the records.")
