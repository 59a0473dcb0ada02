"""What arrives by drag and drop or from the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from timeline_app.documents.delimited_rows import rows_of_cells
from timeline_app.services.folders import files_below
from timeline_app.services.incoming import Incoming

PROJECT_SUFFIX = ".timeline"
_ROWS = "pasted rows.tsv"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Everything one drop or one paste brings: texts, or a project to open."""

    texts: tuple[Incoming, ...] = ()
    project: Path | None = None

    @property
    def promise(self) -> str:
        """What dropping it will do, in words; "" when it cannot be used."""
        if self.project is not None:
            return f"Drop to open {self.project.name}"
        files = sum(text.kind == "file" for text in self.texts)
        if files:
            return "Drop to add this file" if files == 1 else f"Drop to add {files} files"
        return "Drop to add this text" if self.texts else ""


def arrival_of(mime: QMimeData | None) -> Arrival:
    """What the data holds: files, or rows of a spreadsheet, or HTML, or else plain text.

    Links are not followed.
    """
    if mime is None:  # an empty clipboard has no data at all on some platforms
        return Arrival()
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return _arrival_of_files(paths)
    if mime.hasText() and _are_rows(mime.text()):  # a spreadsheet gives HTML as well
        return Arrival((Incoming("attachment", _ROWS, mime.text().encode()),))
    if mime.hasHtml() and mime.html().strip():
        return Arrival((Incoming("html", mime.html()),))
    if mime.hasText() and mime.text().strip() and not _is_link(mime.text()):
        return Arrival((Incoming("text", mime.text()),))
    return Arrival()


def _arrival_of_files(paths: list[Path]) -> Arrival:
    if len(paths) == 1 and paths[0].suffix == PROJECT_SUFFIX:
        return Arrival(project=paths[0])
    return Arrival(tuple(Incoming("file", str(file)) for file in files_below(paths)))


def _are_rows(text: str) -> bool:
    """Whether these are rows of cells, as spreadsheets copy them: all have as many, two or more."""
    if "\t" not in text.lstrip().partition("\n")[0]:
        return False
    rows = rows_of_cells(text, "\t")
    widths = {len(row) for row in rows or () if row}
    return rows is not None and len(rows) > 1 and len(widths) == 1


def _is_link(text: str) -> bool:
    return text.strip().startswith(("http://", "https://")) and len(text.split()) == 1
