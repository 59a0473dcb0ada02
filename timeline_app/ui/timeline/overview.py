"""The overview: the whole project as a histogram, with a frame round what the canvas shows."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.layout import SCREEN, TimeScale
from timeline_app.layout.axis import make_axis
from timeline_app.layout.histogram import bucket_edges, count_in
from timeline_app.layout.scale import Instants
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.palette import blend
from timeline_app.rendering.text import TextMeasure
from timeline_app.ui.theme import Theme

_HEIGHT = 66
_TOP, _BARS = 6.0, 40.0
_GRIP_WIDTH, _GRIP_HEIGHT = 8.0, 18.0
_GRIP_REACH = 7.0
_LEAST_FRAME = 12.0
_PADDING = 0.06
_KEY_STEP = 0.1
_SIDE, _END = 5.0, 10.0  # pixels that stay free for the grips

_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class _Held(Enum):
    NOTHING = auto()
    FRAME = auto()
    LEFT = auto()
    RIGHT = auto()


class Overview(QWidget):
    """Drag inside of the frame to pan, its grips to zoom; a click elsewhere centres.

    `stretch_chosen` carries the instants that the canvas should show from and to.
    """

    stretch_chosen = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._begin, self._end = 0, 86_400
        self._edges: tuple[int, ...] = (0, 86_400)
        self._unit = "per day"
        self._all: tuple[int, ...] = (0,)
        self._shown: tuple[int, ...] = (0,)
        self._frame = (0, 86_400)
        self._held = _Held.NOTHING
        self._grabbed = 0
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Overview of all events")
        theme.changed.connect(self.update)

    def set_instants(self, everything: Instants, shown: Instants) -> None:
        """Count all events, and those the filter lets through."""
        if len(everything):
            begin, end = int(everything.min()), int(everything.max())
            padding = max(86_400, int((end - begin) * _PADDING))
            self._begin, self._end = begin - padding, end + padding
        self._edges, self._unit = bucket_edges(self._begin, self._end)
        self._all, self._shown = count_in(self._edges, everything), count_in(self._edges, shown)
        words = f"{sum(self._all)} events counted {self._unit}, {sum(self._shown)} of them shown"
        self.setAccessibleDescription(words)
        self.update()

    def set_frame(self, begin: int, end: int) -> None:
        """Frame what the canvas shows."""
        if (begin, end) != self._frame:
            self._frame = (begin, end)
            self.update()

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(600, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw head, bars, axis and frame."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), palette.panel)
        painter.fillRect(QRectF(0, 0, self.width(), 1), palette.line)
        self._paint_head(painter)
        self._paint_bars(painter)
        self._paint_axis(painter)
        self._paint_frame(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame or a grip, or centre the frame."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._held = self._part_at(x)
        if self._held is _Held.NOTHING:
            length = self._frame[1] - self._frame[0]
            begin = self._scale.time_at(x - self._left) - length // 2
            self._choose(begin, begin + length)
            self._held = _Held.FRAME
        self._grabbed = self._scale.time_at(x - self._left) - self._frame[0]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; show what could be."""
        x = event.position().x()
        if self._held is _Held.NOTHING:
            on_grip = self._part_at(x) in (_Held.LEFT, _Held.RIGHT)
            self.setCursor(Qt.CursorShape.SizeHorCursor if on_grip else Qt.CursorShape.ArrowCursor)
            return
        moment = self._scale.time_at(x - self._left)
        begin, end = self._frame
        least = round(_LEAST_FRAME * self._scale.seconds_per_pixel)
        if self._held is _Held.FRAME:
            self._choose(moment - self._grabbed, moment - self._grabbed + end - begin)
        elif self._held is _Held.LEFT:
            self._choose(min(moment, end - least), end)
        else:
            self._choose(begin, max(moment, begin + least))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = _Held.NOTHING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the frame by a tenth of its width, with Shift its right edge.

        Up and Down make it narrower and wider, Home and End bring it to either end.
        """
        begin, end = self._frame
        step, extends = round((end - begin) * _KEY_STEP), _has_shift(event)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                shift = step if key == Qt.Key.Key_Right else -step
                self._choose(begin if extends else begin + shift, end + shift)
            case Qt.Key.Key_Up:
                self._choose(begin + step, end - step)
            case Qt.Key.Key_Down:
                self._choose(begin - step, end + step)
            case Qt.Key.Key_Home:
                self._choose(self._begin, self._begin + end - begin)
            case Qt.Key.Key_End:
                self._choose(self._end - (end - begin), self._end)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep its keys from the commands of the timeline that have the same."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _KEYS)
        return super().event(event)

    def _choose(self, begin: int, end: int) -> None:
        self._frame = (begin, end)
        self.stretch_chosen.emit(begin, end)
        self.update()

    @property
    def _left(self) -> float:
        return SCREEN.header_width

    @property
    def _scale(self) -> TimeScale:
        return TimeScale.fitting(self._begin, self._end, max(1.0, self.width() - self._left - _END))

    def _frame_rect(self) -> QRectF:
        scale = self._scale
        x1, x2 = (self._left + scale.x_of(moment) for moment in self._frame)
        x1, x2 = max(x1, self._left + _SIDE), min(x2, self.width() - _END - 1.0)
        if x2 - x1 < _LEAST_FRAME:
            middle = min(max((x1 + x2) / 2, self._left + 8), self.width() - 8.0)
            x1, x2 = middle - _LEAST_FRAME / 2, middle + _LEAST_FRAME / 2
        return QRectF(x1, _TOP - 2, x2 - x1, _BARS + 4)

    def _part_at(self, x: float) -> _Held:
        frame = self._frame_rect()
        if abs(x - frame.left()) <= _GRIP_REACH:
            return _Held.LEFT
        if abs(x - frame.right()) <= _GRIP_REACH:
            return _Held.RIGHT
        return _Held.FRAME if frame.left() < x < frame.right() else _Held.NOTHING

    def _paint_head(self, painter: QPainter) -> None:
        palette = self._theme.palette
        left, aligned = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font(FontRole.LABEL_BOLD))
        painter.setPen(palette.text)
        painter.drawText(QRectF(14, 11, self._left - 14, 20), left | aligned, "Overview")
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(palette.text2)
        painter.drawText(QRectF(14, 29, self._left - 14, 18), left | aligned, self._unit)
        painter.fillRect(QRectF(self._left - 1, 0, 1, self.height()), palette.line)

    def _paint_bars(self, painter: QPainter) -> None:
        palette, scale = self._theme.palette, self._scale
        ground = QRectF(self._left, _TOP, self.width() - self._left - _END, _BARS)
        painter.fillRect(ground, palette.window)
        top = max(1, *self._all)
        pale = palette.grid_strong
        strong = blend(palette.text3, palette.panel, 0.75)
        for index, (count, shown) in enumerate(zip(self._all, self._shown, strict=True)):
            x1 = self._left + scale.x_of(self._edges[index])
            x2 = self._left + scale.x_of(self._edges[index + 1])
            left, right = max(x1, ground.left()), min(x2 - 1, ground.right())
            for number, color in ((count, pale), (shown, strong)):
                height = _BARS * number / top
                if right > left and number:
                    box = QRectF(left, ground.bottom() - height, right - left, height)
                    painter.fillRect(box, color)
        painter.fillRect(QRectF(ground.left(), ground.bottom(), ground.width(), 1), palette.control)

    def _paint_axis(self, painter: QPainter) -> None:
        palette, bottom = self._theme.palette, _TOP + _BARS
        width = self.width() - self._left - _END
        measure = TextMeasure(self._theme.scale)
        axis = make_axis(self._scale, 0.0, max(1.0, width), measure, one_strip=True)
        for labels, role, color in (
            (axis.majors, FontRole.CAPTION_BOLD, palette.text2),
            (axis.minors, FontRole.CAPTION, palette.text2),
        ):
            painter.setFont(self._theme.font(role))
            for label in labels:
                tick = self._left + label.tick
                painter.fillRect(QRectF(tick, bottom, 1, 5), palette.control)
                painter.setPen(color)
                box = QRectF(self._left + label.x, bottom + 1, label.width + 4, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label.text)

    def _paint_frame(self, painter: QPainter) -> None:
        palette, frame = self._theme.palette, self._frame_rect()
        if frame.right() < self._left or frame.left() > self.width():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.accent, 2))
        painter.drawRoundedRect(frame, 3, 3)
        for x in (frame.left(), frame.right()):
            grip = QRectF(x - _GRIP_WIDTH / 2, 0, _GRIP_WIDTH, _GRIP_HEIGHT)
            grip.moveCenter(QPointF(x, frame.center().y()))
            painter.setPen(QPen(palette.accent, 1.5))
            painter.setBrush(palette.surface)
            painter.drawRoundedRect(grip, 2, 2)
            for shift in (-1.25, 1.25):
                painter.setPen(QPen(palette.accent, 1))
                y = grip.center().y()
                painter.drawLine(QPointF(x + shift, y - 4), QPointF(x + shift, y + 4))


def _has_shift(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
