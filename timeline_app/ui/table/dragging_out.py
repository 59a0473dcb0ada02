"""Dragging rows out of the table, into other programs and folders."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTemporaryDir
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from timeline_app.ui.exporting.clipboard import file_mime_of
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.view import EventTable

Carry = Callable[[QMimeData], None]


class RowDrag(QObject):
    """Carries the selected events away when one of their rows is dragged.

    They travel as text, HTML and JSON, and as a file with a table, which is kept as long as the
    table is. `carry` takes them on.
    """

    def __init__(self, model: ProjectModel, table: EventTable, carry: Carry | None = None) -> None:
        super().__init__(table)
        self._model, self._table = model, table
        self.carry = carry or self._drag
        self._folder: QTemporaryDir | None = None
        self._pressed: QPoint | None = None
        table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice a press on a selected row, and a move that is long enough for a drag."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                self._press(event)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
            elif event.type() == QEvent.Type.MouseMove and self._is_dragged(event):
                self._pressed = None
                self.carry(self._data(self._model.selection))
                return True
        return False

    def _press(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        pressed = self._table.event_at(place)
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = place if is_plain and pressed in self._model.selection else None

    def _is_dragged(self, event: QMouseEvent) -> bool:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        return way >= QApplication.startDragDistance()

    def _data(self, event_ids: Collection[int]) -> QMimeData:
        if self._folder is None:
            self._folder = QTemporaryDir()
        return file_mime_of(self._model, event_ids, Path(self._folder.path()))

    def _drag(self, data: QMimeData) -> None:
        drag = QDrag(self._table)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
