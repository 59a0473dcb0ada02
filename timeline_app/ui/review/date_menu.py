"""The days on which an article may have been published, as a menu of the date chip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from timeline_app.domain import Article, DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.wording import date_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.review.state_marks import paint_date_light
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, PlainLabel

_PREVIEW_AFTER = 120  # milliseconds on one entry
_LONGEST = 48  # characters of what is written at the place
_ICON = 16


@dataclass(frozen=True, slots=True)
class DateChoice:
    """A day that can be chosen, and where it comes from; None takes the date away."""

    day: CivilDate | None
    origin: DateOrigin
    words: str
    place: str = ""
    trust: DateTrust = DateTrust.NONE
    is_taken: bool = False


def choices_of(article: Article) -> list[DateChoice]:
    """Every candidate with its place; of a day that is open between two, both."""
    found: dict[tuple[CivilDate | None, str], DateChoice] = {}
    for candidate in article.candidates:
        for choice in _choices_of(candidate, is_taken=candidate == article.taken):
            found.setdefault((choice.day, choice.place), choice)
    return list(found.values())


def _choices_of(candidate: DateCandidate, *, is_taken: bool) -> list[DateChoice]:
    days = [candidate.day]
    if candidate.other_day is not None:
        days.append(candidate.other_day)
    return [
        DateChoice(
            day,
            candidate.origin,
            date_in_words(day) + (f"  –  {candidate.doubt}" if candidate.doubt else ""),
            place_in_words(candidate),
            candidate.trust,
            is_taken and day == candidate.day,
        )
        for day in days
    ]


def place_in_words(candidate: DateCandidate) -> str:
    """Where a candidate stands and what is written there: "dateline: “Oslo, May 3”"."""
    written = " ".join(candidate.written.split())
    if len(written) > _LONGEST:
        written = f"{written[: _LONGEST - 1]}…"
    place = candidate.where or candidate.origin.value
    return f"{place}: “{written}”" if written else place


class DateMenu(QMenu):
    """`chosen` carries a `DateChoice`, `other_wanted` asks for a field to type another day.

    The entry under the pointer, or the arrows, is told in the last line by what `preview` says.
    """

    chosen = Signal(object)
    other_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        article: Article,
        preview: Callable[[DateChoice], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._preview = theme, preview
        self.setAccessibleName("Possible article dates")
        self.foot = PlainLabel(theme, "", FontRole.LABEL_MEDIUM, "proposed_text")
        self.foot.setContentsMargins(14, 5, 14, 5)
        self._looked_at: DateChoice | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER)
        self._timer.timeout.connect(self._tell)
        for choice in choices_of(article):
            self._add(choice)
        self.addSeparator()
        self.other = self.addAction("Another day…")
        self.other.triggered.connect(self.other_wanted)
        self.other.hovered.connect(lambda: self._look_at(None))
        if article.published is not None:
            none = DateChoice(None, DateOrigin.NOT_FOUND, "No date: relative dates stay open")
            self._add(none)
        self._add_foot()

    def _add(self, choice: DateChoice) -> QAction:
        words = f"{choice.words}\t{choice.place}".rstrip().replace("&", "&&")
        action = self.addAction(_light(choice.trust, self._theme), words)
        font = self._theme.font(FontRole.BODY_BOLD if choice.is_taken else FontRole.BODY)
        action.setFont(font)
        action.triggered.connect(lambda: self.chosen.emit(choice))
        action.hovered.connect(lambda: self._look_at(choice))
        return action

    def _add_foot(self) -> None:
        self.addSeparator()
        foot = QWidgetAction(self)
        foot.setDefaultWidget(self.foot)
        foot.setEnabled(False)
        self.addAction(foot)
        self.foot.setText("What follows from a day is told here.")

    def _look_at(self, choice: DateChoice | None) -> None:
        self._looked_at = choice
        self.foot.setText("")
        self._timer.start()

    def _tell(self) -> None:
        choice = self._looked_at
        self.foot.setText("" if choice is None else self._preview(choice))


class DateButton(Button):
    """The date in a box with a calendar; a click opens the menu of days, or the field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", height=26, role=FontRole.LABEL)
        self.setFixedWidth(160)
        self.setToolTip("Other days on which the article may have been published")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, calendar, date and arrow."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.control, 1))
        painter.setBrush(palette.hover if self.underMouse() else palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        paint_icon(painter, QRectF(9, 6, 14, 14), "calendar", palette.text2)
        right = QRectF(self.width() - 22, 6, 14, 14)
        paint_icon(painter, right, "chevron-down", palette.text2)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text)
        box = QRectF(31, 0, self.width() - 54, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())


def _light(trust: DateTrust, theme: Theme) -> QIcon:
    pixmap = QPixmap(2 * _ICON, 2 * _ICON)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_date_light(painter, QPointF(_ICON / 2, _ICON / 2), trust, theme.palette)
    painter.end()
    return QIcon(pixmap)
