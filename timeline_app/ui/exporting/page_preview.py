"""The pages as they will be printed: small ones in a list, one of them large."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.pdf_book import Book
from timeline_app.rendering.pdf_paper import Picture
from timeline_app.rendering.recently_used import RecentlyUsed
from timeline_app.ui.theme import Theme

_SMALL = QSize(112, 112)
_KEPT = 60
_MARGIN = 16
_Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """The pages of a book, each with its picture, which is made when it is looked at."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book: Book | None = None
        self._pictures: RecentlyUsed[int, QPixmap] = RecentlyUsed(_KEPT)

    def show_book(self, book: Book | None) -> None:
        """Take the pages of another book."""
        self.beginResetModel()
        self._book = book
        self._pictures = RecentlyUsed(_KEPT)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The number of pages."""
        return 0 if parent.isValid() or self._book is None else len(self._book)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number of a page, and its picture."""
        if self._book is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Page {index.row() + 1} of {len(self._book)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        return None

    def _picture(self, page: int) -> QPixmap:
        picture = self._pictures.get(page)
        if picture is None and self._book is not None:
            picture = QPixmap.fromImage(picture_of(self._book, page, _SMALL, 1.0))
            painter = QPainter(picture)
            painter.setPen(self._theme.palette.control)
            painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
            painter.end()
            self._pictures.put(page, picture)
        return picture or QPixmap()


class _Large(QWidget):
    """One page, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._book: Book | None = None
        self._page = 0
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 260)
        self.setAccessibleName("Page")

    def show_page(self, book: Book | None, page: int) -> None:
        """Show a page of a book; no book for none."""
        self._book, self._page, self._image = book, page, None
        if book is not None:
            self.setAccessibleDescription(f"Page {page + 1} of {len(book)}")
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Draw the page anew, in its new size."""
        self._image = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with its edge."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.panel)
        if self._book is None:
            painter.setFont(self._theme.font(FontRole.LABEL))
            painter.setPen(palette.text2)
            words = "Laying out the pages…"
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        if self._image is None:
            room = QSize(self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
            self._image = picture_of(self._book, self._page, room, self.devicePixelRatioF())
        size = self._image.deviceIndependentSize()
        place = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        painter.drawImage(place, self._image)
        painter.setPen(QPen(palette.line, 1))
        painter.drawRect(QRectF(place, size).adjusted(-0.5, -0.5, 0.5, 0.5))


class PagePreview(QWidget):
    """A list of small pages, and the one that is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._book: Book | None = None
        self._pages = _Pages(theme, self)
        self.list = QListView()
        self.list.setModel(self._pages)
        self.list.setAccessibleName("Pages")
        self.list.setIconSize(_SMALL)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setFlow(QListView.Flow.TopToBottom)
        self.list.setWrapping(False)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(_SMALL.width() + 16, _SMALL.height() + 26))
        self.list.setFixedWidth(_SMALL.width() + 36)
        self.list.setFont(theme.font(FontRole.CAPTION))
        self.page = _Large(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)

    def show_book(self, book: Book | None) -> None:
        """Show the pages of a book, the one with the number that was looked at before."""
        before = max(0, self.list.currentIndex().row())
        self._book = book
        self._pages.show_book(book)
        if book is None:
            self.page.show_page(None, 0)
        else:
            self.list.setCurrentIndex(self._pages.index(min(before, len(book) - 1)))

    def _on_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.page.show_page(self._book, current.row())


def picture_of(book: Book, page: int, room: QSize, ratio: float) -> QImage:
    """A page as a picture that fits into `room`, at a pixel ratio."""
    frame = book.frame(page)
    zoom = min(room.width() / frame.width, room.height() / frame.height)
    picture = Picture(frame, max(1, round(frame.width * zoom)), ratio)
    with picture as sheet:
        book.paint(sheet, page)
    return picture.image
