"""The sheet of keys, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.action_spec import ActionSpec
from timeline_app.ui.actions_timeline import TIMELINE_GESTURES
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, KeyCap, PlainLabel

_SCOPES = (
    ("window", "Everywhere"),
    ("review", "Review"),
    ("timeline", "Timeline"),
    ("table", "Table"),
)


class KeySheet(QDialog):
    """Every command that has a key, by workspace, and the gestures of the timeline."""

    def __init__(self, theme: Theme, specs: Iterable[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setModal(False)
        specs = [spec for spec in specs if spec.keys]
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(20, 16, 20, 16)
        columns.setSpacing(32)
        for scope, title in _SCOPES:
            rows = [spec for spec in specs if spec.scope == scope]
            if rows:
                column = _column(theme, title, rows)
                if scope == "timeline":
                    _add_gestures(column, theme)
                column.addStretch(1)
                columns.addLayout(column)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        close = Button(theme, "Close", keys="Esc")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 12)
        layout.addWidget(area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(page.sizeHint().width() + 36, min(640, page.sizeHint().height() + 64))


def _column(theme: Theme, title: str, specs: list[ActionSpec]) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for row, spec in enumerate(specs):
        grid.addWidget(PlainLabel(theme, spec.plain_text, FontRole.LABEL), row, 0)
        grid.addWidget(KeyCap(theme, *_distinct(spec.keys), gap=14), row, 1)
    column = QVBoxLayout()
    column.setSpacing(10)
    column.addWidget(PlainLabel(theme, title, FontRole.BODY_BOLD))
    column.addLayout(grid)
    return column


def _add_gestures(column: QVBoxLayout, theme: Theme) -> None:
    """What keys without a menu, wheel and pointer do on the timeline."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for row, (hands, words) in enumerate(TIMELINE_GESTURES):
        grid.addWidget(PlainLabel(theme, words, FontRole.LABEL), row, 0)
        grid.addWidget(PlainLabel(theme, hands, FontRole.LABEL_MEDIUM, "text2"), row, 1)
    column.addSpacing(8)
    column.addWidget(PlainLabel(theme, "On its canvas", FontRole.BODY_BOLD))
    column.addLayout(grid)


def _distinct(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a command; both keys called Enter count as one."""
    return tuple(key for key in keys if key != "Enter" or "Return" not in keys)
