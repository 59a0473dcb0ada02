"""The settings: how dates of the project are read and what follows, and what finds the events."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain import DayOrder, Preferences, UserError, WeekStart
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.preferring import Planning, plan_preferences
from timeline_app.services.redating import RedatingPlan
from timeline_app.ui.help import explain
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.engine_panel import EnginePanel, EngineParts
from timeline_app.ui.shell.habits_panel import ABOUT_HABITS, HabitsPanel
from timeline_app.ui.shell.originals_panel import ABOUT_ORIGINALS, OriginalsPanel
from timeline_app.ui.shell.switch_rows import LABEL_WIDTH
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Rule, SegmentedControl, Surface
from timeline_app.ui.widgets.focus_ring import FocusRing

_OPEN = ""  # left to each article
_WEEKS = (
    (_OPEN, "By the article"),
    (WeekStart.MONDAY, "Monday"),
    (WeekStart.SUNDAY, "Sunday"),
    (WeekStart.SATURDAY, "Saturday"),
)
_ORDERS = (
    (_OPEN, "By the article"),
    (DayOrder.DAY_FIRST, "Day first"),
    (DayOrder.MONTH_FIRST, "Month first"),
)
_INTRODUCTION = (
    "For every article of this project. “By the article” goes by where an article is from: its "
    "language, its address, its outlet."
)
_WEEKS_CHANGE = "Changes which days “last week” and “later this week” stand for."
_ORDERS_CHANGE = (
    "Changes whether 05/11/2024 is 5 November or 11 May, unless the article’s own dates show it."
)
_OF_THE_USER = "For all projects, from the next article on. What was found before stays."
_WIDTH, _FOOT = 600, 56
_TITLE_BAR = 40
_RING = 4  # room for the ring of the focus round a control at the edge of its part


class ProjectSettings(QObject):
    """Opens the settings of the open project, and of the user."""

    def __init__(
        self, model: ProjectModel, theme: Theme, engines: EngineParts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._model, self._theme, self._window = model, theme, window
        self._engines = engines
        self.dialog: SettingsDialog | None = None

        model.preferences_wanted.connect(self.offer)

    def offer(self, preferences: Preferences) -> None:
        """Show the settings with other preferences chosen, which are not laid down yet."""
        self.ask()
        if self.dialog is not None:
            self.dialog.choose(preferences)

    def ask(self) -> None:
        """Show the settings as they are; the window waits until they are closed."""
        if not self._model.is_open:
            return
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = SettingsDialog(self._model, self._theme, self._engines, self._window)
        self.dialog.open()


class SettingsDialog(QDialog):
    """Choices, each with what it changes, and how many dates would follow.

    The count is made article by article between other events, so that the window never waits.
    """

    def __init__(
        self, model: ProjectModel, theme: Theme, engines: EngineParts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._planning: Planning | None = None
        self._plan: RedatingPlan | None = None
        self.setWindowTitle("Settings")
        explain(self, "settings")
        self.weeks = SegmentedControl(theme, "Weeks begin on", _WEEKS)
        self.orders = SegmentedControl(theme, "Dates in numbers", _ORDERS)
        self.engine = EnginePanel(theme, engines)
        self.habits = HabitsPanel(theme, model)
        self.originals = OriginalsPanel(theme, model, engines.dialogs)
        self.preview = PlainLabel(theme, "", FontRole.LABEL_MEDIUM, "proposed_text")
        self.apply = Button(theme, "Change", kind=ButtonKind.PRIMARY, keys="Return")
        self.cancel = Button(theme, "Cancel", keys="Esc")
        self._ring = FocusRing(theme, self)
        self._timer = QTimer(self, interval=0)
        self._show_preferences(model.library.project.preferences)
        self._lay_out()
        self._timer.timeout.connect(self._plan_on)
        self.weeks.chosen.connect(self._plan_anew)
        self.orders.chosen.connect(self._plan_anew)
        self.engine.changed.connect(self._on_engine)
        self.originals.changed.connect(self._plan_anew)
        self.habits.changed.connect(self._plan_anew)
        self.engine.resized.connect(self._fit)
        self.apply.clicked.connect(self._apply)
        self.cancel.clicked.connect(self.reject)
        model.changed.connect(self._plan_anew)
        model.opened.connect(self.reject)
        self.weeks.setFocus()
        self._plan_anew()

    @property
    def chosen(self) -> Preferences:
        """What is chosen now."""
        week_start, day_order = self.weeks.value, self.orders.value
        return Preferences(
            week_start=WeekStart(week_start) if week_start else None,
            day_order=DayOrder(day_order) if day_order else None,
        )

    def choose(self, preferences: Preferences) -> None:
        """Choose these, and count what would follow."""
        self._show_preferences(preferences)
        self._plan_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return apply, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Stop counting when it closes, whichever way."""
        self._timer.stop()
        self.engine.stop()
        self._model.changed.disconnect(self._plan_anew)
        self._model.opened.disconnect(self.reject)
        super().done(result)

    def _show_preferences(self, preferences: Preferences) -> None:
        self.weeks.set_value(preferences.week_start or _OPEN)
        self.orders.set_value(preferences.day_order or _OPEN)

    def _plan_anew(self, _: object = None) -> None:
        """Begin to count what would follow from the choice as it is now."""
        self._plan = None
        library = self._model.library
        is_new = self.chosen != library.project.preferences
        self.apply.setEnabled(not is_new and self._is_other_changed)
        self.preview.setText("Counting the dates that follow…" if is_new else "")
        self._planning = plan_preferences(library, self.chosen) if is_new else None
        if is_new:
            self._timer.start()
        else:
            self._timer.stop()

    def _plan_on(self) -> None:
        """Look at the next article."""
        if self._planning is None:
            return
        try:
            next(self._planning)
        except StopIteration as end:
            self._timer.stop()
            plan: RedatingPlan = end.value
            self._plan = plan
            self.preview.setText(plan.sentence)
            self.apply.setEnabled(True)

    def _on_engine(self) -> None:
        """Make room for what the engine needs."""
        self._fit()
        self._plan_anew()

    @property
    def _is_other_changed(self) -> bool:
        """Whether something is chosen anew from which no date follows."""
        return self.engine.is_changed or self.originals.is_changed or self.habits.is_changed

    def _apply(self) -> None:
        plan = self._plan
        is_for_the_next = self.engine.is_changed or self.originals.is_changed
        if self.engine.is_changed and not self.engine.apply():
            return
        self.originals.apply()
        self.habits.apply()
        if is_for_the_next:
            self._model.message.emit("Settings changed: the next article is read with them")
        if plan is not None:
            self._change_dates(plan)
        self.accept()

    def _change_dates(self, plan: RedatingPlan) -> None:
        try:
            self._model.library.apply(plan.change)
        except UserError as error:
            self._model.failed.emit(str(error))
        else:
            self._model.message.emit(f"Settings changed: {plan.sentence}")

    def _lay_out(self) -> None:
        page, dates = QWidget(), QWidget()
        self._choices(dates)
        self._column = QVBoxLayout(page)
        side = 24 - _RING
        self._column.setContentsMargins(side, 20, side, 20)
        self._column.setSpacing(4)
        sections = (
            ("How dates are read", _INTRODUCTION, dates),
            ("What finds the events", _OF_THE_USER, self.engine),
            ("Reviewing", ABOUT_HABITS, self.habits),
            ("The files themselves", ABOUT_ORIGINALS, self.originals),
        )
        for place, (title, about, part) in enumerate(sections):
            self._add_section(title, about, part, is_first=place == 0)
        self._area = QScrollArea()
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._foot())
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._fit()

    def _add_section(self, title: str, about: str, part: QWidget, *, is_first: bool) -> None:
        column = self._column
        if not is_first:
            column.addSpacing(12)
            column.addWidget(Rule(self._theme))
            column.addSpacing(12)
        name = PlainLabel(self._theme, title, FontRole.EVENT_TITLE)
        words = _sentence(self._theme, about, FontRole.LABEL)
        for label in (name, words):
            label.setIndent(_RING)
            column.addWidget(label)
        column.addSpacing(12 - _RING)
        part.setContentsMargins(_RING, _RING, _RING, _RING)
        column.addWidget(part)

    def _foot(self) -> Surface:
        foot = Surface(self._theme, "surface", line_above=True)
        foot.setFixedHeight(_FOOT)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.preview, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.apply)
        return foot

    def _fit(self) -> None:
        """Be as high as what is shown, where the screen has room for it."""
        for layout in (self.engine.layout(), self._column):
            if layout is not None:
                layout.invalidate()
                layout.activate()
        wanted = self._column.totalHeightForWidth(_WIDTH) + _FOOT
        self.resize(_WIDTH, min(wanted, self.screen().availableSize().height() - _TITLE_BAR))

    def _choices(self, parent: QWidget) -> None:
        grid = QGridLayout(parent)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        rows = (
            ("Weeks begin on", self.weeks, _WEEKS_CHANGE),
            ("Dates in numbers", self.orders, _ORDERS_CHANGE),
        )
        for number, (name, control, change) in enumerate(rows):
            row = number * 3
            grid.addWidget(PlainLabel(self._theme, name, FontRole.BODY_MEDIUM), row, 0)
            grid.addWidget(control, row, 1)
            grid.addWidget(_sentence(self._theme, change, FontRole.CAPTION), row + 1, 1)
            grid.setRowMinimumHeight(row + 2, 8)


def _sentence(theme: Theme, words: str, role: FontRole) -> PlainLabel:
    label = PlainLabel(theme, words, role, "text2")
    label.setWordWrap(True)
    return label
