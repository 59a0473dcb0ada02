"""Chips: names in pills, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.fields import LineField
from timeline_app.ui.widgets.flow_layout import FlowLayout
from timeline_app.ui.widgets.labels import draw_words

_HEIGHT = 22
_SIDE = 8


class Chip(QAbstractButton):
    """A name in a pill. A click opens it for editing; Delete removes it."""

    removed = Signal()

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        metrics = QFontMetricsF(self._theme.font(FontRole.CAPTION))
        return QSize(round(metrics.horizontalAdvance(self.text())) + 2 * _SIDE, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that press or change it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = palette.control if self.underMouse() or self.hasFocus() else palette.grid_strong
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.hover if self.underMouse() else palette.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(palette.text)
        draw_words(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class AddChip(Chip):
    """The dashed pill that adds a name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "+", parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        return QSize(28, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(palette.control, 1)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(palette.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QPen(palette.text2, 1.25))
        middle = box.center()
        for arm in (QPointF(4, 0), QPointF(0, 4)):
            painter.drawLine(middle - arm, middle + arm)


class ChipRow(QWidget):
    """A list of names as chips.

    `edited` carries the whole new list after each edit; `closed` tells that a field for a name is
    gone, whether it was used or not.
    """

    edited = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, what: str, parent: QWidget | None = None) -> None:
        """`what` completes "Add a …"."""
        super().__init__(parent)
        self._theme, self._what = theme, what
        self._names: tuple[str, ...] = ()
        self._row = FlowLayout(self)
        self._field: LineField | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fill()

    @property
    def names(self) -> tuple[str, ...]:
        """The names shown."""
        return self._names

    @property
    def is_editing(self) -> bool:
        """Whether a name is being typed."""
        return self._field is not None

    def set_names(self, names: tuple[str, ...]) -> None:
        """Show other names."""
        if names != self._names or self._field is not None:
            self._names = names
            self._fill()

    def start_adding(self) -> None:
        """Open a field for a new name at the end."""
        self._open_field(len(self._names), "")

    def _fill(self) -> None:
        self._field = None
        self._row.clear()
        for index, name in enumerate(self._names):
            chip = Chip(self._theme, name)
            chip.setToolTip(f"Edit the {self._what}; Delete removes it")
            chip.clicked.connect(lambda _=False, i=index, n=name: self._open_field(i, n))
            chip.removed.connect(lambda i=index: self._replace(i, ""))
            self._row.addWidget(chip)
        add = AddChip(self._theme, f"Add a {self._what}")
        add.clicked.connect(self.start_adding)
        self._row.addWidget(add)
        self.updateGeometry()

    def _open_field(self, index: int, text: str) -> None:
        if self._field is not None:
            return
        field = _NameField(text)
        field.setFixedSize(150, _HEIGHT + 2)
        field.setAccessibleName(f"Name of the {self._what}")
        field.setPlaceholderText(self._what.capitalize())
        field.left.connect(lambda: self._replace(index, field.text().strip()))
        field.cancelled.connect(self._leave)
        self._field = field
        self._row.addWidget(field)
        self.updateGeometry()
        field.show()
        field.setFocus()

    def _replace(self, index: int, name: str) -> None:
        before = self._names
        inserted = (name,) if name else ()
        self._names = before[:index] + inserted + before[index + 1 :]
        self._fill()
        if self._names != before:
            self.edited.emit(self._names)
        self.closed.emit()

    def _leave(self) -> None:
        self._fill()
        self.closed.emit()


class _NameField(LineField):
    """Ends with Enter or by leaving it (`left`), or with Escape (`cancelled`); exactly one."""

    left = Signal()
    cancelled = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.editingFinished.connect(self._finish)
        self._is_over = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._is_over = True
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.left.emit()
