"""Shows one page of the help."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.help_pages import HelpPage
from timeline_app.ui.theme import Theme

_MARGIN, _INDENT = 28, 20
_LINE_HEIGHT, _PROPORTIONAL = 128, 1  # per cent; QTextBlockFormat.ProportionalHeight
_ABOVE_HEADING, _BELOW_HEADING, _BELOW_PARAGRAPH = 18, 6, 8
_CELL_PADDING = 5
_HEADINGS = {1: FontRole.CARD_DATE, 2: FontRole.EVENT_TITLE}


class PageView(QTextBrowser):
    """A page as text in the fonts and colors of the program. `followed` carries a page's id."""

    followed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: HelpPage | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName("Page of the help")
        self.document().setDocumentMargin(_MARGIN)
        self.document().setIndentWidth(_INDENT)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._restyle)

    @property
    def page(self) -> HelpPage | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: HelpPage, heading: str = "") -> None:
        """Show a page from its beginning, or from one of its headings."""
        self._page = page
        self._restyle()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        place = next((block for block in _blocks(self) if block.text() == heading), None)
        if heading and place is not None:
            layout = self.document().documentLayout()
            top = layout.blockBoundingRect(place).top() - _ABOVE_HEADING
            self.verticalScrollBar().setValue(round(top))

    def _restyle(self) -> None:
        if self._page is None:
            return
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self.document().setDefaultFont(self._theme.font(FontRole.BODY))
        self.document().setMarkdown(f"# {self._page.title}\n\n{self._page.text}", features)
        for block in _blocks(self):
            self._dress_block(block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        layout, level = QTextBlockFormat(), block.blockFormat().headingLevel()
        layout.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
        if level:
            layout.setTopMargin(_ABOVE_HEADING if level > 1 else 0)
            layout.setBottomMargin(_BELOW_HEADING)
            self._write(cursor, block, self._theme.font(_HEADINGS.get(level, FontRole.BODY_BOLD)))
        elif cursor.currentTable() is None:
            layout.setBottomMargin(_BELOW_PARAGRAPH if block.textList() is None else 2)
        cursor.mergeBlockFormat(layout)
        self._dress_words(block)

    def _dress_words(self, block: QTextBlock) -> None:
        """Keys and dates in their own letters, links in the accent."""
        places = [
            (part.position(), part.length(), part.charFormat().isAnchor())
            for part in _fragments(block)
            if part.charFormat().fontFixedPitch() or part.charFormat().isAnchor()
        ]
        for start, length, is_link in places:
            look = QTextCharFormat()
            if is_link:
                look.setForeground(self._theme.palette.accent)
            else:
                look.setFont(self._theme.font(FontRole.EDTF))
                look.setBackground(self._theme.palette.sunken)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _write(self, cursor: QTextCursor, block: QTextBlock, font: QFont) -> None:
        look = QTextCharFormat()
        look.setFont(font)
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    def _dress_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(self._theme.palette.line)
        look.setCellPadding(_CELL_PADDING)
        look.setTopMargin(_BELOW_HEADING)
        look.setBottomMargin(_BELOW_PARAGRAPH)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(look)

    def _follow(self, address: QUrl) -> None:
        self.followed.emit(address.toString())


def _blocks(view: QTextBrowser) -> Iterator[QTextBlock]:
    block = view.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    parts = block.begin()
    while not parts.atEnd():
        yield parts.fragment()
        parts += 1
