"""Joins cells to their painter and to their editors."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from timeline_app.domain import Factuality
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.date_field import DateEcho, DateEdit
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.cell_painter import CellPainter
from timeline_app.ui.table.cells import STATUS_WORDS
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.editing import CellEditor
from timeline_app.ui.table.model import EventTableModel
from timeline_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_FONTS = {Column.EDTF: FontRole.EDTF, Column.TITLE: FontRole.BODY_MEDIUM}
_EDITS_DATE = (Column.WHEN, Column.EDTF)
_Key = Qt.Key
_COMMITTING = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """Editors are fields of their column's kind; painting is `CellPainter`'s."""

    def __init__(self, model: ProjectModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._theme, self._view = model, theme, view
        self._editing = CellEditor(model)
        self._echo: DateEcho | None = None
        self.painter = CellPainter(model, theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102
        return QSize(60, 29)

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rows = index.model()
        if isinstance(rows, EventTableModel):
            is_cursor = index == self._view.currentIndex() and self._view.hasFocus()
            self.painter.paint(painter, QRectF(option.rect), index, rows, is_cursor=is_cursor)

    def createEditor(  # noqa: D102
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,
    ) -> QWidget:
        column = Column(index.column())
        editor: QWidget
        if column in _EDITS_DATE:
            editor = self._make_date_editor(parent)
        elif column is Column.STATUS:
            editor = self._make_status_editor(parent)
        else:
            editor = QLineEdit(parent)
        editor.setFont(self._theme.font(_FONTS.get(column, FontRole.TABLE)))
        editor.setAccessibleName(f"{index.model().headerData(column, Qt.Orientation.Horizontal)}")
        _make_square(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: D102
        event_id = _event_of(index)
        if event_id is not None:
            self._editing.begin(editor, event_id, Column(index.column()))

    def setModelData(  # noqa: D102
        self,
        editor: QWidget,
        model: object,  # noqa: ARG002
        index: Index,
    ) -> None:
        event_id = _event_of(index)
        if event_id is not None:
            self._editing.save(editor, event_id, Column(index.column()))

    def updateEditorGeometry(  # noqa: D102
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = option.rect
        editor.setGeometry(area)
        if self._echo is not None and Column(index.column()) in _EDITS_DATE:
            self._echo.adjustSize()
            below = area.bottomLeft() + QPoint(0, 2)
            if below.y() + self._echo.height() > self._view.viewport().height():
                below = area.topLeft() - QPoint(0, self._echo.height() + 2)
            self._echo.move(below)
            self._echo.show()
            self._echo.raise_()

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: D102, N802
        if self._echo is not None:
            self._echo.hide()
            self._echo.deleteLater()
            self._echo = None
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A date that is not understood stays open until it is, or is given up with Escape."""
        if isinstance(editor, DateEdit) and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in _COMMITTING and not self._editing.can_save(editor):
                return True
        return super().eventFilter(editor, event)

    def _make_date_editor(self, parent: QWidget) -> DateEdit:
        editor = DateEdit(parent)
        self._echo = DateEcho(self._theme, is_popup=True, parent=self._view.viewport())
        editor.echoed.connect(self._echo.show_outcome)
        editor.echoed.connect(lambda _: self._echo.adjustSize() if self._echo else None)
        return editor

    def _make_status_editor(self, parent: QWidget) -> QComboBox:
        editor = _ChoiceEditor(parent)
        for factuality in Factuality:
            editor.addItem(STATUS_WORDS[factuality], factuality)
        editor.closed.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class _ChoiceEditor(QComboBox):
    """A list of values: `closed` is emitted after the open list has been left."""

    closed = Signal()

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        is_open = self.view().isVisible()
        super().hidePopup()
        if is_open:  # Qt takes the choice over only after this
            QTimer.singleShot(0, self, self.closed.emit)


def _event_of(index: Index) -> int | None:
    rows = index.model()
    return rows.event_id(index) if isinstance(rows, EventTableModel) else None


def _make_square(editor: QWidget) -> None:
    """Editors fill their cell to its edges."""
    editor.setAutoFillBackground(True)
    editor.setStyleSheet("border-radius: 0; padding: 0 5px;")
