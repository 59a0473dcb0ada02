"""A field for dates as people write them, with a live echo of how they are understood."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain import USUAL, Conventions, UserError
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.layout.marks import look_of
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.services.typed_dates import TypedDate, understand_date, with_reading
from timeline_app.ui.help import explain
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import KeyCap, LineField, PlainLabel, Rule


class DateEdit(LineField):
    """The line itself. Understands every keystroke, relative to the article's date.

    `echoed` carries a TypedDate, a sentence that says why there is none, or None while the line
    is empty. Enter emits `committed` with the TypedDate, Escape `cancelled`; Alt+Down takes the
    next reading of an ambiguous date.
    """

    echoed = Signal(object)
    committed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "dates")
        self._anchor: CivilDate | None = None
        self._conventions = USUAL
        self._typed: TypedDate | None = None
        self.setAccessibleName("Date")
        self.setPlaceholderText("For example: last week of October 2024")
        self.textChanged.connect(self._understand)

    @property
    def typed(self) -> TypedDate | None:
        """What the line says; None while it cannot be understood."""
        return self._typed

    def start(self, text: str, anchor: CivilDate | None, conventions: Conventions = USUAL) -> None:
        """Begin with a text, all of it selected; `anchor` is what "last week" counts from."""
        self._anchor, self._conventions = anchor, conventions
        self.setText(text)
        self._understand(text)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Escape cancels, Alt+Down takes another reading."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif is_alt and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_reading(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def commit(self) -> None:
        """Hand over what is understood; nothing happens while nothing is."""
        if self._typed is not None:
            self.committed.emit(self._typed)

    def step_reading(self, step: int) -> None:
        """Take another reading of what is typed."""
        typed = self._typed
        if typed is None or len(typed.readings) < 2:
            return
        spans = [reading.span for reading in typed.readings]
        index = (spans.index(typed.span) + step) % len(spans) if typed.span in spans else 0
        self._show(with_reading(typed, index))

    def _understand(self, text: str) -> None:
        if not text.strip():
            self._show(None)
            return
        try:
            self._show(understand_date(text, self._anchor, self._conventions))
        except UserError as error:
            self._show(str(error))

    def _show(self, outcome: TypedDate | str | None) -> None:
        self._typed = outcome if isinstance(outcome, TypedDate) else None
        is_wrong = isinstance(outcome, str)
        if self.property("wrong") != is_wrong:
            self.setProperty("wrong", is_wrong)
            self.style().polish(self)
        self.echoed.emit(outcome)


class MarkSample(QWidget):
    """The mark of a span, to no scale."""

    def __init__(self, theme: Theme, width: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._span: TimeSpan | None = None
        self.setFixedSize(width, 22)
        theme.changed.connect(self.update)

    def set_span(self, span: TimeSpan | None) -> None:
        """Show another span."""
        self._span = span
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark in the text's color."""
        look = look_of(self._span) if self._span is not None else None
        if look is not None:
            ink = mark_ink(self._theme.palette, look, "text2", 9)
            paint_mark_sample(QPainter(self), QRectF(self.rect()), look, ink)


class DateEcho(QFrame):
    """How a date is understood: its mark, words, EDTF, and the keys that end the editing.

    `is_popup` adds a border, for an echo that floats over a table.
    """

    def __init__(
        self, theme: Theme, *, is_popup: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._is_popup = theme, is_popup
        self._mark = MarkSample(theme)
        self._words = PlainLabel(theme, "", FontRole.BODY_BOLD)
        self._edtf = PlainLabel(theme, "", FontRole.EDTF, "text2")
        self._note = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self._other = _KeyHint(theme, "Other reading", "Alt+Down")
        for label in (self._words, self._note):
            label.setWordWrap(True)
        self._lay_out()
        self.show_outcome(None)
        theme.changed.connect(self.update)

    def show_outcome(self, outcome: TypedDate | str | None) -> None:
        """Show what a `DateEdit` has echoed."""
        is_dated = isinstance(outcome, TypedDate)
        for part in (self._mark, self._words, self._edtf):
            part.setVisible(is_dated)
        self._other.setVisible(isinstance(outcome, TypedDate) and len(outcome.readings) > 1)
        self._note.set_color("alert_text" if isinstance(outcome, str) else "text2")
        if isinstance(outcome, TypedDate):
            self._mark.set_span(outcome.span)
            self._words.setText(outcome.words)
            self._edtf.setText(outcome.edtf)
            self._note.setText(_note(outcome))
            self.setAccessibleName(f"{outcome.words}. {self._note.text()}")
        else:
            self._note.setText(outcome or "Type a date as you would say it, or EDTF.")
            self.setAccessibleName(self._note.text())

    def sizeHint(self) -> QSize:
        """Wide enough for most dates in one line."""
        return QSize(372, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the popup's border."""
        if not self._is_popup:
            return
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.control)
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._words)
        texts.addWidget(self._edtf)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        keys = QHBoxLayout()
        keys.setSpacing(14)
        keys.addWidget(_KeyHint(self._theme, "Save", "Enter"))
        keys.addWidget(self._other)
        keys.addStretch(1)
        keys.addWidget(_KeyHint(self._theme, "Cancel", "Esc"))
        column = QVBoxLayout(self)
        side = 12 if self._is_popup else 0
        column.setContentsMargins(side, 8, side, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(Rule(self._theme))
        column.addLayout(keys)


class _KeyHint(QWidget):
    """A word with the key that does it."""

    def __init__(self, theme: Theme, words: str, keys: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(PlainLabel(theme, words, FontRole.CAPTION, "text2"))
        row.addWidget(KeyCap(theme, keys))


def _note(typed: TypedDate) -> str:
    """One sentence on how the text was read."""
    others = len(typed.readings) - 1
    if others < 1:
        return typed.how[:1].upper() + typed.how[1:] + "."
    readings = {reading.span: reading.label for reading in typed.readings}
    count = "1 other reading" if others == 1 else f"{others} other readings"
    label = readings.get(typed.span, typed.how)
    return f"{label[:1].upper()}{label[1:]}; {count}."


class DateField(QWidget):
    """A date line with its echo below. Signals as `DateEdit`; `committed` carries the TimeSpan."""

    committed = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = DateEdit()
        self.edit.setFixedHeight(30)
        self.edit.setFont(theme.font(FontRole.BODY))
        self.echo = DateEcho(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.edit)
        column.addWidget(self.echo)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.edit.echoed.connect(self.echo.show_outcome)
        self.edit.committed.connect(self._commit)
        self.edit.cancelled.connect(self.cancelled)

    def start(self, text: str, anchor: CivilDate | None, conventions: Conventions = USUAL) -> None:
        """Begin editing; see `DateEdit.start`."""
        self.edit.start(text, anchor, conventions)
        self.edit.setFocus()

    def _commit(self, typed: TypedDate) -> None:
        self.committed.emit(typed.span)
