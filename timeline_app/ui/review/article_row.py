"""One row of the list of articles, as a value and as a painting."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from timeline_app.domain import Article, DateTrust
from timeline_app.domain.time.wording import date_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.passages import EventState
from timeline_app.ui.review.state_marks import (
    paint_date_light,
    paint_progress,
)
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.labels import draw_words

_SIDE = 14.0
_LINE = 18.0
_BLOCKS = 57.0
_ONE_LINE, _TWO_LINES = 74, 92


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with the states of its events, in text order; `current` is the place of one."""

    article: Article
    states: tuple[EventState, ...]
    current: int | None = None

    @property
    def reviewed(self) -> int:
        """How many events are decided."""
        return self.states.count(EventState.ACCEPTED) + self.states.count(EventState.REJECTED)

    @property
    def date_words(self) -> str:
        """The article date, or that there is none."""
        published = self.article.published
        return "No date yet" if published is None else date_in_words(published)

    @property
    def in_words(self) -> str:
        """All of the row, for a screen reader."""
        done = f"{self.reviewed} of {len(self.states)} reviewed"
        return f"{self.article.title}, {self.article.source}, {self.date_words}, {done}"


class LetterWidths(dict[str, float]):
    """The pixels that each letter of a title takes, measured when it is first met.

    What stands between two letters is left out: to lay out 10,000 titles would take 0.1 s, and
    letters draw nearer to each other, not apart.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(theme.font(FontRole.BODY_BOLD))

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width

    def of(self, words: str) -> float:
        """The pixels that words take in one line."""
        return sum(map(self.__getitem__, words))


def title_width(title: str, letters: LetterWidths) -> float:
    """The pixels that a title takes in one line; 0 for one that cannot be broken into two."""
    words = title.split()
    return letters.of(" ".join(words)) if len(words) > 1 else 0.0


def row_height(title_width: float, width: float, scale: float) -> int:
    """The height of a row that is so wide: titles take one line or two."""
    is_short = title_width <= width - 2 * _SIDE
    return round((_ONE_LINE if is_short else _TWO_LINES) * scale)


def paint_row(
    painter: QPainter,
    box: QRectF,
    row: ArticleRow,
    theme: Theme,
    letters: LetterWidths,
    *,
    is_current: bool,
    is_hovered: bool,
    has_focus: bool,
) -> None:
    """Paint a row into its box."""
    palette = theme.palette
    fill = palette.selected if is_current else palette.hover if is_hovered else palette.panel
    painter.fillRect(box, fill)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), palette.line)
    if is_current:
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), palette.accent)
    y = box.top() + 7
    role = FontRole.BODY_BOLD if is_current else FontRole.BODY_MEDIUM
    for line in _title_lines(row, theme, letters, box.width()):
        _write(painter, theme, QRectF(box.left() + _SIDE, y, box.width(), _LINE), line, role)
        y += _LINE
    source = QRectF(box.left() + _SIDE, y + 0.5, box.width() - 2 * _SIDE, _LINE)
    _write(painter, theme, source, row.article.source, FontRole.CAPTION, "text2")
    _paint_foot(painter, QRectF(box.left(), y + 23, box.width(), _LINE), row, theme)
    if has_focus:
        painter.setPen(QPen(palette.focus, 2))
        painter.drawRect(box.adjusted(2, 2, -2, -3))


def _paint_foot(painter: QPainter, line: QRectF, row: ArticleRow, theme: Theme) -> None:
    """The date on the left; blocks and count on the right."""
    palette = theme.palette
    trust = row.article.date_trust
    paint_date_light(painter, QPointF(line.left() + _SIDE + 6, line.center().y()), trust, palette)
    date = QRectF(line.left() + 32, line.top(), line.width(), line.height())
    color = "alert_text" if trust is DateTrust.NONE else "text"
    _write(painter, theme, date, row.date_words, FontRole.LABEL, color)
    count = f"{row.reviewed} of {len(row.states)}" if row.states else "nothing found"
    room = QRectF(line.left(), line.top(), line.width() - _SIDE, line.height())
    painter.setFont(theme.font(FontRole.CAPTION))
    painter.setPen(palette.text2)
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, align, count)
    blocks = QRectF(line.right() - 126, line.center().y() - 3, _BLOCKS, 7)
    paint_progress(painter, blocks, row.states, palette, current=row.current)


def _write(
    painter: QPainter, theme: Theme, box: QRectF, text: str, role: FontRole, color: str = "text"
) -> None:
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.palette.color(color))
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    draw_words(painter, box, Qt.AlignmentFlag.AlignVCenter, elided)


def _title_lines(row: ArticleRow, theme: Theme, letters: LetterWidths, width: float) -> list[str]:
    """The title in one line, or in two, the second elided."""
    room = width - 2 * _SIDE
    words = row.article.title.split() or ["Untitled"]
    first: list[str] = []
    while words and letters.of(" ".join([*first, words[0]])) <= room:
        first.append(words.pop(0))
    if not first:
        first.append(words.pop(0))
    lines = [" ".join(first)]
    if words:
        rest, metrics = " ".join(words), QFontMetricsF(theme.font(FontRole.BODY_BOLD))
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room))
    return lines
