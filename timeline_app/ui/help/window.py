"""The window of the help: its pages on the left, one of them on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QDialog, QListView, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.help_pages import HelpHit, HelpPage, find_help
from timeline_app.ui.dialog_frame import frame_dialog
from timeline_app.ui.help.page_view import PageView
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, LineField, ListPane, PlainLabel
from timeline_app.ui.widgets.row_delegate import Index, RowDelegate

_SIZE, _LIST, _FIELD = (900, 620), 260, 240
_ROW, _SIDE = 34, 16
_MOST = 40  # sections that are listed
_NO_INDEX = QModelIndex()


class HelpWindow(QDialog):
    """Stands beside the work: nothing waits for it. Alt+Left goes back to the page before."""

    def __init__(self, theme: Theme, pages: Sequence[HelpPage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.setModal(False)
        self._pages = {page.id: page for page in pages}
        self._before: list[str] = []
        self._after: list[str] = []
        self.hits = HitModel(self)
        self.field = LineField()
        self.list = ListPane(theme, self.hits, "Pages of the help")
        self.list.paint_with(_HitDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.view = PageView(theme)
        self.back = Button(theme, "Back", keys="Alt+Left")
        self.leave = Button(theme, "Close", keys="Esc")
        self._lay_out(theme)
        self._connect()
        self._search("")
        self._offer()

    def show_page(self, page_id: str, heading: str = "") -> None:
        """Show a page, from one of its headings; an unknown one shows the first."""
        if self.view.page is not None and self.view.page.id != page_id:
            self._before.append(self.view.page.id)
            self._after.clear()
        self._show(page_id, heading)

    def _show(self, page_id: str, heading: str = "") -> None:
        page = self._pages.get(page_id) or next(iter(self._pages.values()))
        self.view.show_page(page, heading)
        row = self.hits.row_of(page.id, heading)
        self.list.setCurrentIndex(self.hits.index(row) if row >= 0 else _NO_INDEX)
        self._offer()

    def _go_back(self) -> None:
        self._step(self._before, self._after)

    def _go_forward(self) -> None:
        self._step(self._after, self._before)

    def _step(self, ahead: list[str], behind: list[str]) -> None:
        if ahead and self.view.page is not None:
            behind.append(self.view.page.id)
            self._show(ahead.pop())

    def _offer(self) -> None:
        self.back.setEnabled(bool(self._before))

    def _search(self, text: str) -> None:
        """List the sections that have the words, or all pages while nothing is typed."""
        pages = tuple(self._pages.values())
        found = find_help(pages, text, _MOST) if text.strip() else _whole(pages)
        self.hits.show(found)

    def _open(self, index: Index) -> None:
        if index.isValid():
            hit = self.hits.hits[index.row()]
            self.show_page(hit.page.id, hit.heading)

    def _open_first(self) -> None:
        if self.hits.hits:
            self.list.setFocus()
            self._open(self.hits.index(0))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._open_first)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(lambda new, _old: self._read_along(new))
        self.view.followed.connect(self.show_page)
        self.back.clicked.connect(self._go_back)
        self.leave.clicked.connect(self.reject)
        keys = {
            "Alt+Left": self._go_back,
            "Alt+Right": self._go_forward,
            "Ctrl+F": self.field.setFocus,
            "Ctrl+K": self.field.setFocus,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _read_along(self, index: Index) -> None:
        """Show the pages as the arrows move over them."""
        if self.list.hasFocus():
            self._open(index)

    def _lay_out(self, theme: Theme) -> None:
        self.field.setPlaceholderText("Search the help")
        self.field.setAccessibleName("Search the help")
        self.field.setFixedSize(_FIELD, 30)
        title = PlainLabel(theme, "Help", FontRole.EVENT_TITLE)
        panes = (self.list, self.view)
        frame_dialog(
            self, theme, (title, self.field), panes, (self.back, (self.leave,)), (*_SIZE, _LIST)
        )


class HitModel(QAbstractListModel):
    """Sections of pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: tuple[HelpHit, ...] = ()

    def show(self, hits: Sequence[HelpHit]) -> None:
        """List other sections."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def row_of(self, page_id: str, heading: str) -> int:
        """The row of a section, or the first one of its page; -1 when it is not listed."""
        rows = [row for row, hit in enumerate(self.hits) if hit.page.id == page_id]
        exact = (row for row in rows if self.hits[row].heading == heading)
        return next(exact, rows[0] if rows else -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title of a section."""
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.hits[index.row()].title if role in roles else None


class _HitDelegate(RowDelegate):
    """One line for each section."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view, _ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, *, is_chosen: bool) -> None:
        """Paint its title."""
        role = FontRole.BODY_BOLD if is_chosen else FontRole.BODY
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.palette.text)
        room = box.adjusted(_SIDE, 0, -_SIDE / 2, 0)
        title = QFontMetricsF(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)


def _whole(pages: Sequence[HelpPage]) -> list[HelpHit]:
    return [HelpHit(page, "") for page in pages]
