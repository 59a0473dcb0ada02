"""One person, place or organisation: its name to edit, and its other names to separate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.naming import Named
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ElidedLabel, LineField, PlainLabel


class OneName(QWidget):
    """Shows what is chosen. `renamed` and `separated` carry a name, `closed` nothing."""

    renamed = Signal(str)
    separated = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self.title = PlainLabel(theme, "", FontRole.LABEL_BOLD)
        self.field = LineField()
        self.field.setAccessibleName("Name that is shown")
        self.field.setFixedHeight(30)
        self.rename = Button(theme, "Rename", height=30)
        self.separate: list[Button] = []
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.rename)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addLayout(self._others)
        column.addStretch(1)
        self.field.setFont(theme.font(FontRole.BODY))
        self.field.returnPressed.connect(self._rename)
        self.rename.clicked.connect(self._rename)

    def show_names(self, chosen: tuple[Named, ...]) -> None:
        """Show one; of several, which name they would go by."""
        self._clear()
        first = max(chosen, key=lambda named: named.events, default=None)
        self.title.setText(_title(chosen))
        self._name = "" if first is None else first.name
        self.field.setText(self._name)
        self.field.setEnabled(first is not None)
        self.rename.setVisible(len(chosen) < 2)
        self.rename.setEnabled(first is not None)
        if first is not None and len(chosen) == 1:
            for other in first.others:
                self._others.addWidget(self._other(other))

    def edit(self) -> None:
        """Go to the field."""
        self.field.setFocus()
        self.field.selectAll()

    def _rename(self) -> None:
        name = self.field.text().strip()
        if name != self._name:
            self.renamed.emit(name)
        self.closed.emit()

    def _other(self, name: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(self._theme, f"also {name}", FontRole.LABEL, "text2"), 1)
        button = Button(
            self._theme, "Separate", kind=ButtonKind.QUIET, height=24, role=FontRole.LABEL
        )
        button.setAccessibleName(f"Separate {name}")
        button.clicked.connect(lambda: self.separated.emit(name))
        self.separate.append(button)
        row.addWidget(button)
        return line

    def _clear(self) -> None:
        self.separate = []
        while (cell := self._others.takeAt(0)) is not None:
            line = cell.widget()
            if line is not None:
                line.hide()
                line.deleteLater()


def _title(chosen: tuple[Named, ...]) -> str:
    if not chosen:
        return "Choose a name"
    if len(chosen) > 1:
        return f"{len(chosen)} names: merge them as"
    events = "1 event" if chosen[0].events == 1 else f"{chosen[0].events} events"
    return f"Named in {events}"
