"""The quote in the card: the source's own words, the time words marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain import Article, Evidence, TextRange
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.shown_text import ShownText
from timeline_app.ui.review.wording import said_by, stand_ins
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ElidedLabel

_LINE = 21
_BAR = 3
_INDENT = 13


class QuoteText(QWidget):
    """A passage in quotation marks; `marked` is the stretch of it that stands out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._marked: tuple[int, int] | None = None
        self._page = QTextDocument(self)
        self._page.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._set_text)

    @property
    def text(self) -> str:
        """The text shown, with its quotation marks."""
        return self._text

    def show_quote(self, quote: str, marked: TextRange | None) -> None:
        """Show a quote; `marked` counts its characters."""
        self._text = f"“{quote}”"
        shown = ShownText.of(self._text, ())
        self._marked = None
        if marked is not None:
            self._marked = shown.positions_of(TextRange(marked.start + 1, marked.end + 1))
        self.setAccessibleName(self._text)
        self._set_text()

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        self._page.setTextWidth(max(40, width - _INDENT))
        return round(self._page.size().height())

    def sizeHint(self) -> QSize:
        """The height at the present width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        self._page.setTextWidth(max(40, self.width() - _INDENT))
        painter.translate(_INDENT, 0)
        self._page.drawContents(painter)

    def _set_text(self) -> None:
        page = self._page
        page.setDefaultFont(self._theme.font(FontRole.QUOTE))
        page.setPlainText(self._text)
        cursor = QTextCursor(page)
        cursor.select(QTextCursor.SelectionType.Document)
        line = QTextBlockFormat()
        line.setLineHeight(
            _LINE * self._theme.scale, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor.mergeBlockFormat(line)
        cursor.mergeCharFormat(_format(self._theme.palette.text))
        if self._marked is not None:
            cursor.setPosition(self._marked[0])
            cursor.setPosition(self._marked[1], QTextCursor.MoveMode.KeepAnchor)
            palette = self._theme.palette
            cursor.mergeCharFormat(_format(palette.text, palette.proposed_strong))
        self.updateGeometry()
        self.update()


def _format(color: QColor, fill: QColor | None = None) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setForeground(color)
    if fill is not None:
        result.setBackground(fill)
    return result


class QuoteBlock(QWidget):
    """The quote with the bar beside it, and the number of its sentence below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._color = "proposed"
        self.quote = QuoteText(theme)
        self.place = ElidedLabel(theme, "", FontRole.CAPTION, "text2")
        self.jump = Button(
            theme, "", kind=ButtonKind.QUIET, keys="G", height=22, role=FontRole.CAPTION
        )
        self.jump.setAccessibleName("Go to the sentence")
        self.jump.setToolTip("Go to the sentence in the article")
        foot = QHBoxLayout()
        foot.setContentsMargins(_INDENT, 0, 0, 0)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.quote)
        column.addLayout(foot)

    def show_evidence(
        self, evidence: Evidence, article: Article, sentence: int | None, color: str
    ) -> None:
        """Show a quote; `color` names the color of its bar."""
        stretch = evidence.expression or evidence.trigger
        start = evidence.quote_range.start
        marked = None
        if stretch is not None and stretch.overlaps(evidence.quote_range):
            first = max(0, stretch.start - start)
            last = min(len(evidence.quote), stretch.end - start)
            marked = TextRange(first, last)
        self._color = color
        self.quote.show_quote(evidence.quote, marked)
        place = "" if sentence is None else f"sentence {sentence}"
        notes = (place, said_by(evidence), *stand_ins(evidence, article))
        self.place.setText("  ·  ".join(filter(None, (*notes, _reason_note(evidence, article)))))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        color = self._theme.palette.color(self._color)
        QPainter(self).fillRect(QRectF(0, 0, _BAR, self.height()), color)


def _reason_note(evidence: Evidence, article: Article) -> str:
    """Time words that stand outside the quote are told here."""
    stretch = evidence.expression
    if stretch is None or stretch.overlaps(evidence.quote_range):
        return ""
    return f"“{stretch.cut(article.text)}” stands elsewhere"
