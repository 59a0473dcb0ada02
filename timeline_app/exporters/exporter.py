"""What every format offers, and how a publication becomes a file of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from timeline_app.domain import UNWATCHED, Progress, UserError
from timeline_app.exporters.publication import Publication
from timeline_app.exporters.whole_file import whole_file

_T = TypeVar("_T")
_STEP = 256  # items between two looks at the progress


class Exporter(Protocol):
    """Writes one format. A new format is a new class and its line in a registry.

    `key` names it in the shell, `name` in the window. One that `is_whole` writes the `contents` of
    a publication, and not its events alone.
    """

    @property
    def key(self) -> str:
        """One word, in lower case."""

    @property
    def name(self) -> str:
        """What it makes, and the name of the format: "Table, CSV"."""

    @property
    def suffix(self) -> str:
        """How its files end: ".csv"."""

    @property
    def is_whole(self) -> bool:
        """Whether it keeps a project whole."""

    def losses(self, publication: Publication) -> list[str]:
        """What the format cannot hold of this publication, each in a sentence."""

    def write(self, publication: Publication, stream: BinaryIO, progress: Progress) -> None:
        """Write the file to a stream that can seek. Raises Cancelled when told to stop."""


def export_file(
    exporter: Exporter, publication: Publication, path: Path, progress: Progress = UNWATCHED
) -> None:
    """Write a file that is there whole or not at all.

    Raises UserError when nothing is to be published or the file cannot be written, and Cancelled
    when told to stop.
    """
    if not (publication.events or (exporter.is_whole and publication.contents.events)):
        raise UserError("Nothing accepted yet: accept an event first.")
    with whole_file(path) as file:
        exporter.write(publication, file, progress)


def watched(items: Sequence[_T], progress: Progress, what: str = "event") -> Iterator[_T]:
    """Go through items and report now and then. Raises Cancelled when told to stop."""
    total = len(items)
    for done, item in enumerate(items):
        if done % _STEP == 0:
            progress.step(done, total, f"Writing {what} {done + 1:,} of {total:,}")
        yield item
    progress.step(total, total)
