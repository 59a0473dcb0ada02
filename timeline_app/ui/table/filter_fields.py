"""The filters under the names of the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme

_ICON = 13.0
_RADIUS = 4.0
_SIDE = 6.0


class FilterField(QLineEdit):
    """A text that rows must have. Escape takes it back, Down and Enter go to the rows."""

    left = Signal()

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(f"Filter {name}")
        self.setPlaceholderText(hint)
        self._dress()
        theme.changed.connect(self._dress)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the field that has the focus."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setFont(self._theme.font(FontRole.CAPTION))
        palette = self._theme.palette
        edge, focus = palette.grid_strong.name(), palette.accent.name()
        self.setStyleSheet(
            f"QLineEdit {{ border: 1px solid {edge}; border-radius: 4px; padding: 0 6px; }}"
            f"QLineEdit:focus {{ border: 2px solid {focus}; padding: 0 5px; }}"
        )


class ChoiceFilter(QAbstractButton):
    """A button with a menu of values, each on or off; `chosen` carries the values that are on.

    With an icon it is as small as the icon and says nothing else.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Mapping[str, str],
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._icon = theme, name, icon
        self._menu = QMenu(self)
        self._values: list[str] = list(choices)
        self._actions = [self._add(words) for words in choices.values()]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        theme.changed.connect(self.update)
        self._tell()

    @property
    def actions_(self) -> Sequence[QAction]:
        """The entries of the menu, in the order of the values."""
        return self._actions

    @property
    def values(self) -> frozenset[str]:
        """The values that are on."""
        pairs = zip(self._values, self._actions, strict=True)
        return frozenset(value for value, action in pairs if action.isChecked())

    def set_values(self, values: frozenset[str]) -> None:
        """Switch exactly these values on, without `chosen`."""
        for value, action in zip(self._values, self._actions, strict=True):
            action.setChecked(value in values)
        self._tell()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(64, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        palette, painter = self._theme.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, is_all = QRectF(self.rect()), len(self.values) == len(self._values)
        middle = area.center().y() - _ICON / 2
        if self._icon:
            color = palette.text3 if is_all else palette.accent
            box = QRectF(area.center().x() - _ICON / 2, middle, _ICON, _ICON)
            paint_icon(painter, box, self._icon, color)
            return
        painter.setPen(QPen(palette.grid_strong if is_all else palette.control, 1))
        painter.setBrush(palette.hover if self.underMouse() else palette.surface)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(palette.text3 if is_all else palette.text)
        words = QRectF(area.left() + _SIDE, area.top(), area.width(), area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        room = area.width() - _SIDE - QFontMetricsF(painter.font()).horizontalAdvance(self.text())
        if room > _ICON + 4:
            box = QRectF(area.right() - _ICON - 4, middle, _ICON, _ICON)
            paint_icon(painter, box, "chevron-down", palette.text2)

    def _add(self, words: str) -> QAction:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(lambda _: self._tell())
        action.triggered.connect(lambda _: self.chosen.emit(self.values))
        return action

    def _tell(self) -> None:
        count, total = len(self.values), len(self._values)
        self.setText("any" if count == total else f"{count} of {total}")
        self.setAccessibleName(f"Filter {self._name}: {self.text()}")
        self.setToolTip(f"{self._name}: {self.text()}")
        self.update()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
