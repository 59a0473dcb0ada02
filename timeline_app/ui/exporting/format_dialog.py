"""The choice of a format, with what it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.exporters import Exporter
from timeline_app.layout import DisplayList
from timeline_app.rendering.drawn_formats import PictureExporter
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.exporting.draft import Draft
from timeline_app.ui.help import explain
from timeline_app.ui.jobs import Job, JobRunner
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import (
    Button,
    ButtonKind,
    CheckBox,
    Combo,
    LineField,
    PlainLabel,
    Rule,
    SegmentedControl,
)
from timeline_app.ui.widgets.focus_ring import FocusRing

_WIDTH, _HEIGHT, _COMBO_WIDTH = 500, 360, 260
_LEAST_LOSSES = 96
_VIEW, _WHOLE = "view", "whole"
_NARROWEST, _WIDEST = 200, 100_000
View = Callable[[], DisplayList | None]


class FormatDialog(QDialog):
    """Formats at the top, what the chosen one cannot hold below.

    `view` gives the drawing that the window shows, None where it shows none. When the dialog is
    accepted, `exporter` is what was chosen and `is_whole` whether it takes everything.
    """

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        formats: Sequence[Exporter],
        draft: Draft,
        view: View,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._runner = theme, runner
        self._formats, self._draft, self._view = tuple(formats), draft, view()
        self._losses: dict[str, list[str]] = {}
        self._job: Job | None = None
        self.setWindowTitle("Export")
        explain(self, "publishing")
        names = [each.name for each in self._formats]
        self.formats = Combo(theme, "Format", names, _COMBO_WIDTH)
        self.losses = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.everything = CheckBox(theme, "With what is proposed, folded and rejected")
        part = ((_WHOLE, "Whole timeline"), (_VIEW, "What is in view"))
        self.part = SegmentedControl(theme, "Picture of", part)
        self.pixels = LineField()
        self.pixels.setText("1920")
        self.pixels.setAccessibleName("Width in pixels")
        self._picture = self._picture_row()
        self.export = Button(theme, "Export…", kind=ButtonKind.PRIMARY, keys="Return")
        self.cancel = Button(theme, "Cancel", keys="Esc")
        self._ring = FocusRing(theme, self)
        self._lay_out()
        self.formats.currentIndexChanged.connect(self._show_format)
        self.part.chosen.connect(self._show_format)
        self.export.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._show_format()

    @property
    def exporter(self) -> Exporter:
        """What is chosen now."""
        chosen = self._formats[self.formats.currentIndex()]
        if not isinstance(chosen, PictureExporter):
            return chosen
        if self._view is not None and self.part.value == _VIEW:
            return chosen.of(self._view, self._theme.palette)
        typed = self.pixels.text().strip()
        width = int(typed) if typed.isdecimal() else round(chosen.width)
        return replace(chosen, width=float(min(max(width, _NARROWEST), _WIDEST)))

    @property
    def is_whole(self) -> bool:
        """Whether undecided events are to be written too."""
        return self.exporter.is_whole and self.everything.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return export, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.export.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Stop looking when it closes, whichever way."""
        self._drop_job()
        super().done(result)

    def choose(self, key: str) -> None:
        """Choose the format with this key, if there is one."""
        keys = [each.key for each in self._formats]
        if key in keys:
            self.formats.setCurrentIndex(keys.index(key))

    def _show_format(self, _: object = None) -> None:
        chosen = self.exporter
        self._show_losses(chosen)
        self.everything.setVisible(chosen.is_whole)
        is_picture = isinstance(chosen, PictureExporter)
        self._picture.setVisible(is_picture)
        self.part.setVisible(is_picture and self._view is not None)
        self.pixels.setEnabled(self._view is None or self.part.value == _WHOLE)

    def _show_losses(self, chosen: Exporter) -> None:
        """Tell what a format loses; the first time, the worker looks for it in all events."""
        losses = self._losses.get(chosen.key)
        self.export.setEnabled(losses is not None)
        if losses is None:
            self.losses.setText("Looking through the events…")
            self._look_for_losses(chosen)
        else:
            words = "\n".join(f"• {loss}" for loss in losses)
            self.losses.setText(words or "This format holds everything.")

    def _look_for_losses(self, chosen: Exporter) -> None:
        self._drop_job()
        draft = self._draft
        self._job = self._runner.run(
            "Looking through the events", lambda _progress: chosen.losses(draft.publication)
        )
        self._job.finished.connect(partial(self._take_losses, chosen.key))

    def _take_losses(self, key: str, losses: list[str]) -> None:
        self._job = None
        self._losses[key] = losses
        self._show_losses(self.exporter)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _picture_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.part)
        self.pixels.setFixedWidth(72)
        line.addWidget(self.pixels)
        line.addWidget(PlainLabel(self._theme, "pixels wide", FontRole.LABEL, "text2"))
        line.addStretch(1)
        return row

    def _lay_out(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        self.losses.setWordWrap(True)
        self.losses.setMinimumHeight(_LEAST_LOSSES)
        self.losses.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self._theme, "Format", FontRole.LABEL_BOLD))
        column.addWidget(self.formats)
        column.addWidget(self._picture)
        column.addWidget(self.everything)
        column.addSpacing(6)
        column.addWidget(PlainLabel(self._theme, "What it cannot hold", FontRole.LABEL_BOLD))
        column.addWidget(self.losses, 1)
        column.addWidget(Rule(self._theme))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
