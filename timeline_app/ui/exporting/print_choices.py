"""What can be chosen for paper."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.exporters import PaperSize, PrintSettings, TimelineForm
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import CheckBox, Combo, LineField, PlainLabel, SegmentedControl

_SIZES = tuple(PaperSize)
_LYING, _UPRIGHT = "lying", "upright"
_TURNS = ((_LYING, "Landscape"), (_UPRIGHT, "Portrait"))
_FORMS = (
    (TimelineForm.AS_NEEDED, "As needed"),
    (TimelineForm.ONE_PAGE, "One page"),
    (TimelineForm.TO_SCALE, "To scale"),
)
_YEAR = 365.2425
_UNITS = (
    ("hour", 1 / 24),
    ("day", 1.0),
    ("month", _YEAR / 12),
    ("year", _YEAR),
    ("10 years", _YEAR * 10),
    ("100 years", _YEAR * 100),
    ("million years", _YEAR * 1e6),
)
_PARTS = (
    ("has_eras", "Eras"),
    ("has_article_dates", "Dates of the articles"),
    ("has_chronology", "Chronology"),
    ("has_sources", "Sources and method"),
)
_FIELD_HEIGHT, _NUMBER_WIDTH, _COMBO_WIDTH = 26, 64, 132
_SHORTEST, _LONGEST = 0.001, 10_000.0  # millimetres for a unit


class PrintChoices(QWidget):
    """Paper, form of the timeline, parts, title. `changed` says that something else is chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: PrintSettings, title: str) -> None:
        """`title` is printed where the researcher types none."""
        super().__init__()
        self._theme = theme
        self.sizes = Combo(theme, "Paper", [str(size) for size in _SIZES], _COMBO_WIDTH)
        self.turns = SegmentedControl(theme, "Orientation", _TURNS)
        self.width_, self.height_ = _number("Width in mm"), _number("Height in mm")
        self.forms = SegmentedControl(theme, "Timeline", _FORMS)
        self.length = _number("Millimetres")
        self.unit = Combo(theme, "Unit of time", [name for name, _ in _UNITS], _COMBO_WIDTH)
        self.parts = {name: CheckBox(theme, words) for name, words in _PARTS}
        self.title = LineField()
        self.title.setAccessibleName("Title")
        self.title.setPlaceholderText(title)
        self._custom = _row(self.width_, self._word("×"), self.height_, self._word("mm"))
        self._scale = _row(self.length, self._word("mm for a"), self.unit)
        self._lay_out()
        self._show(settings)
        self._connect()

    @property
    def settings(self) -> PrintSettings:
        """What is chosen now."""
        usual = PrintSettings()
        days = _UNITS[self.unit.currentIndex()][1]
        length = min(max(_value(self.length, usual.millimetres_per_day), _SHORTEST), _LONGEST)
        return PrintSettings(
            size=_SIZES[self.sizes.currentIndex()],
            is_landscape=self.turns.value == _LYING,
            width=_value(self.width_, 0.0),
            height=_value(self.height_, 0.0),
            form=TimelineForm(self.forms.value),
            millimetres_per_day=length / days,
            title=self.title.text().strip(),
            **{name: box.isChecked() for name, box in self.parts.items()},
        )

    def _show(self, settings: PrintSettings) -> None:
        self.sizes.setCurrentIndex(_SIZES.index(settings.size))
        self.turns.set_value(_LYING if settings.is_landscape else _UPRIGHT)
        self.forms.set_value(settings.form)
        self.width_.setText(f"{settings.width:g}")
        self.height_.setText(f"{settings.height:g}")
        unit = _unit_of(settings.millimetres_per_day)
        self.unit.setCurrentIndex(unit)
        self.length.setText(f"{settings.millimetres_per_day * _UNITS[unit][1]:.3g}")
        self.title.setText(settings.title)
        for name, box in self.parts.items():
            box.setChecked(getattr(settings, name))
        self._show_what_applies()

    def _connect(self) -> None:
        for combo in (self.sizes, self.unit):
            combo.currentIndexChanged.connect(self._on_change)
        for segments in (self.turns, self.forms):
            segments.chosen.connect(self._on_change)
        for field in (self.width_, self.height_, self.length, self.title):
            field.textChanged.connect(self._on_change)
        for box in self.parts.values():
            box.toggled.connect(self._on_change)

    def _on_change(self, _: object = None) -> None:
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        is_custom = _SIZES[self.sizes.currentIndex()] is PaperSize.CUSTOM
        self._custom.setVisible(is_custom)
        self.turns.setVisible(not is_custom)
        self._scale.setVisible(self.forms.value == TimelineForm.TO_SCALE)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        paper = QVBoxLayout()
        paper.setSpacing(8)
        for widget in (self.sizes, self.turns, self._custom):
            paper.addWidget(widget)
        form = QVBoxLayout()
        form.setSpacing(8)
        for widget in (self.forms, self._scale):
            form.addWidget(widget)
        parts = QGridLayout()
        parts.setVerticalSpacing(4)
        for number, box in enumerate(self.parts.values()):
            box.setFont(self._theme.font(FontRole.LABEL))
            parts.addWidget(box, number, 0)
        self.title.setFixedHeight(_FIELD_HEIGHT + 2)
        column.addWidget(self._heading("Title"))
        column.addWidget(self.title)
        for words, layout in (("Paper", paper), ("Timeline", form), ("With", parts)):
            column.addSpacing(8)
            column.addWidget(self._heading(words))
            column.addLayout(layout)
        column.addStretch(1)

    def _heading(self, words: str) -> PlainLabel:
        return PlainLabel(self._theme, words, FontRole.BODY_MEDIUM)

    def _word(self, words: str) -> PlainLabel:
        return PlainLabel(self._theme, words, FontRole.LABEL, "text2")


def _number(name: str) -> LineField:
    field = LineField()
    field.setAccessibleName(name)
    field.setFixedSize(_NUMBER_WIDTH, _FIELD_HEIGHT)
    validator = QDoubleValidator(0.0, 1e6, 4, field)
    validator.setLocale(QLocale.c())
    field.setValidator(validator)
    return field


def _value(field: LineField, otherwise: float) -> float:
    try:
        return float(field.text())
    except ValueError:
        return otherwise


def _unit_of(millimetres_per_day: float) -> int:
    """The finest unit that is at least two millimetres long."""
    lengths = [millimetres_per_day * days for _, days in _UNITS]
    return next((n for n, length in enumerate(lengths) if length >= 2.0), len(_UNITS) - 1)


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
