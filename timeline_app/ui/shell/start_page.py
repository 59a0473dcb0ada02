"""The page of an empty project: drop, paste, open, or try the samples."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.help import explain
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.shell.start_drawing import StartDrawing
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Surface, caps_width, paint_caps

_HEADLINE = "Drop articles here, or paste text"
_PROMISE = "Dates in the text become events. You accept or reject each one."
_FORMATS = "PDF, Word, HTML, mails, e-books, TXT and more, and text or pages from a browser"
_WIDTH, _HEIGHT, _LOW = 820, 436, 236  # of the drop area, with the drawing and without it
_BELOW_DRAWING = 29
_ROOM_FOR_DRAWING = 576


class DropArea(QWidget):
    """The big area with the drawn example; it lights up while something is dragged over it."""

    files_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_lit = False
        self.drawing = StartDrawing(theme)
        self.choose = Button(
            theme,
            "Choose files",
            kind=ButtonKind.PRIMARY,
            icon="file-plus",
            keys="Ctrl+O",
            height=36,
        )
        self.paste = Button(theme, "Paste text", icon="clipboard-paste", keys="Ctrl+V", height=36)
        self._headline = PlainLabel(theme, _HEADLINE, FontRole.HEADLINE)
        self.choose.clicked.connect(self.files_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self._lay_out()
        self.show_drawing(is_shown=True)
        theme.changed.connect(self.update)

    def show_drawing(self, *, is_shown: bool) -> None:
        """Show the drawn example, or be low without it."""
        self.drawing.setVisible(is_shown)
        self._below_drawing.changeSize(0, _BELOW_DRAWING if is_shown else 0)
        self.setFixedSize(_WIDTH, _HEIGHT if is_shown else _LOW)

    @property
    def headline(self) -> str:
        """The words in the middle."""
        return self._headline.text()

    def light_up(self, promise: str) -> None:
        """Say what a drop would do; "" puts the light out."""
        self._is_lit = bool(promise)
        self._headline.setText(promise or _HEADLINE)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed edge."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(palette.accent, 2) if self._is_lit else QPen(palette.control, 1)
        if not self._is_lit:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(palette.selected if self._is_lit else palette.surface)
        inset = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 45, 24, 40)
        column.setSpacing(0)
        column.addWidget(self.drawing, 0, centre)
        self._below_drawing = QSpacerItem(0, _BELOW_DRAWING)
        column.addItem(self._below_drawing)
        column.addWidget(self._headline, 0, centre)
        column.addSpacing(6)
        column.addWidget(PlainLabel(self._theme, _PROMISE, FontRole.BODY, "text2"), 0, centre)
        column.addSpacing(20)
        column.addLayout(buttons)
        column.addSpacing(17)
        column.addWidget(PlainLabel(self._theme, _FORMATS, FontRole.LABEL, "text3"), 0, centre)
        column.addStretch(1)


class StartRow(QAbstractButton):
    """A wide button with an icon, a title and a line below it."""

    def __init__(self, theme: Theme, icon: str, title: str, detail: str, keys: str = "") -> None:
        super().__init__()
        self._theme, self._icon, self._detail, self._keys = theme, icon, detail, keys
        self.setText(title)
        self.setAccessibleName(f"{title}. {detail}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(404, 68)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.control if self.underMouse() else palette.line, 1))
        painter.setBrush(palette.hover if self.underMouse() else palette.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        paint_icon(painter, QRectF(15, 23, 22, 22), self._icon, palette.accent)
        self._write(painter, 14, FontRole.BODY_BOLD, "text", self.text())
        self._write(painter, 33, FontRole.LABEL, "text2", self._detail)
        if self._keys:
            left = self.width() - 15 - caps_width(self._theme, self._keys)
            paint_caps(painter, self._theme, left, 34, self._keys, palette.text2)
        else:
            paint_icon(
                painter, QRectF(self.width() - 33, 25, 18, 18), "chevron-right", palette.text2
            )

    def _write(self, painter: QPainter, top: int, role: FontRole, color: str, text: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.palette.color(color))
        painter.drawText(QRectF(50, top, 300, 20), Qt.AlignmentFlag.AlignVCenter, text)


class StartPage(Surface):
    """What is shown while the project has no article."""

    files_wanted = Signal()
    paste_wanted = Signal()
    project_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent=parent)
        explain(self, "first-steps")
        self.drop_area = DropArea(theme)
        self.open_row = StartRow(
            theme, "folder-open", "Open a project", "One .timeline file", "Ctrl+Shift+O"
        )
        self.samples_row = StartRow(
            theme,
            "book-open",
            "Try three sample articles",
            "One has vague dates, two disagree about a summit",
        )
        self.drop_area.files_wanted.connect(self.files_wanted)
        self.drop_area.paste_wanted.connect(self.paste_wanted)
        self.open_row.clicked.connect(self.project_wanted)
        self.samples_row.clicked.connect(self.samples_wanted)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Room for the drop area and the rows below it."""
        return QSize(868, 600)

    def minimumSizeHint(self) -> QSize:
        """Room for all but the drawing."""
        return QSize(868, _ROOM_FOR_DRAWING + _LOW - _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the drawing makes room."""
        super().resizeEvent(event)
        self.drop_area.show_drawing(is_shown=self.height() >= _ROOM_FOR_DRAWING)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        rows = QHBoxLayout()
        rows.setSpacing(12)
        rows.addStretch(1)
        rows.addWidget(self.open_row)
        rows.addWidget(self.samples_row)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        column.addStretch(66)
        column.addWidget(self.drop_area, 0, centre)
        column.addSpacing(14)
        column.addLayout(rows)
        column.addSpacing(24)
        column.addWidget(_PromiseLine(self.theme), 0, centre)
        column.addStretch(124)


class _PromiseLine(QWidget):
    """The line that says where the articles are kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(theme, "Stays on this computer", FontRole.BODY_BOLD))
        row.addWidget(
            PlainLabel(
                theme,
                "Articles, quotes and dates are kept in one file on your disk.",
                FontRole.BODY,
                "text2",
            )
        )
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(2, self.height() / 2 - 9, 18, 18)
        paint_icon(QPainter(self), box, "lock", self._theme.palette.accepted)
