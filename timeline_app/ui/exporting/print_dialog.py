"""Choosing how a PDF is printed, with its pages in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Progress, UserError
from timeline_app.exporters import PrintSettings
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.pdf_book import Book
from timeline_app.ui.exporting.draft import Draft
from timeline_app.ui.exporting.page_preview import PagePreview
from timeline_app.ui.exporting.print_choices import PrintChoices
from timeline_app.ui.help import explain
from timeline_app.ui.jobs import Job, JobRunner
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Rule
from timeline_app.ui.widgets.focus_ring import FocusRing

_SIZE = (980, 640)
_CHOICES_WIDTH = 268
_PAUSE = 150  # milliseconds after the last change until the pages are laid out anew


class PrintDialog(QDialog):
    """Choices at the left, pages at the right. `accept` comes with `settings` as they are.

    The pages are laid out in the worker; `laid_out` tells that they are shown.
    """

    laid_out = Signal()

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        draft: Draft,
        settings: PrintSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._runner, self._draft = theme, runner, draft
        self._job: Job | None = None
        self.setWindowTitle("Export PDF")
        explain(self, "publishing")
        self.choices = PrintChoices(theme, settings, draft.title)
        self.preview = PagePreview(theme)
        self.words = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.export = Button(theme, "Export…", kind=ButtonKind.PRIMARY, keys="Return")
        self.cancel = Button(theme, "Cancel", keys="Esc")
        self._ring = FocusRing(theme, self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self.choices.changed.connect(self._timer.start)
        self._timer.timeout.connect(self._lay_out_pages)
        self.export.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._lay_out_pages()
        self.export.setFocus()

    @property
    def settings(self) -> PrintSettings:
        """What is chosen now."""
        return self.choices.settings

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return export, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.export.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Stop laying out when it closes, whichever way."""
        self._timer.stop()
        self._drop_job()
        super().done(result)

    def _lay_out_pages(self) -> None:
        self._drop_job()
        draft, settings = self._draft, self.settings

        def lay_out(_progress: Progress) -> Book:
            return Book(draft.publication, settings)

        self._job = self._runner.run("Laying out the pages", lay_out)
        self._job.finished.connect(self._show_book)
        self._job.failed.connect(self._show_error)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _show_book(self, book: Book) -> None:
        self._job = None
        self.preview.show_book(book)
        self._say(book.in_words, can_export=True)
        self.laid_out.emit()

    def _show_error(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, UserError):
            raise error
        self._say(str(error), can_export=False)
        self.laid_out.emit()

    def _say(self, words: str, *, can_export: bool) -> None:
        self.words.setText(words)
        self.export.setEnabled(can_export)

    def _lay_out(self) -> None:
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.choices.setFixedWidth(_CHOICES_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        side = QVBoxLayout()
        side.setContentsMargins(20, 20, 20, 12)
        side.addWidget(self.choices)
        middle.addLayout(side)
        middle.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        column.addLayout(middle, 1)
        column.addWidget(Rule(self._theme))
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
