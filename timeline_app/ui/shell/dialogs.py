"""The few questions the window asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PROJECTS = "Timeline projects (*.timeline)"
_ARTICLES = (
    "Articles (*.txt *.text *.md *.html *.htm *.xhtml *.mht *.mhtml *.pdf"
    " *.docx *.odt *.rtf *.epub *.eml *.msg);;"
    "Bibliographic records (*.ris *.bib *.json *.rdf);;"
    "Tables (*.csv *.tsv *.xlsx *.xlsm);;"
    "Events of other programs (*.json *.ics *.mw *.markwhen *.xml *.csv *.tsv *.timeline);;"
    "All files (*)"
)


class Dialogs:
    """Asks with the system's dialogs. Every answer is None, empty or False when called off."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def articles(self) -> list[Path]:
        """Files to read."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, "Add articles", "", _ARTICLES)
        return [Path(name) for name in names]

    def project_to_open(self, folder: Path) -> Path | None:
        """A project file that exists."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, "Open a project", str(folder), _PROJECTS
        )
        return Path(name) if name else None

    def folder(self, title: str) -> Path | None:
        """A folder that exists."""
        name = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(name) if name else None

    def file_to_write(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """A file to write; the system asks before an existing one is replaced."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(suggestion.suffix)

    def printer(self) -> QPrinter | None:
        """A printer with what was chosen for it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        agreed = QPrintDialog(printer, self._parent).exec() == QDialog.DialogCode.Accepted
        return printer if agreed else None

    def confirm(self, question: str, verb: str) -> bool:
        """Whether to go on; `verb` is the word on the button."""
        box = QMessageBox(self._parent)
        box.setText(question)
        go = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(go)
        box.exec()
        return box.clickedButton() is go

    def line(self, question: str, text: str) -> str | None:
        """A line of text, beginning with the one that is there."""
        typed, agreed = QInputDialog.getText(self._parent, question, question, text=text)
        return typed if agreed else None

    def tell(self, title: str, text: str) -> None:
        """Words about the program."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        box.exec()
