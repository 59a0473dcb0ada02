"""The date of the article: confirmed with a key, changed with a look at what will follow.

Where nothing decides between two days, such as 5 November and 11 May, both are offered as buttons.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Article, DateOrigin, DateTrust, ReviewStatus, UserError
from timeline_app.domain.time import CivilDate, Precision
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.wording import date_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.conventions import conventions_of
from timeline_app.services.redating import confirm_date, plan_redating
from timeline_app.services.review import other_day_order
from timeline_app.services.typed_dates import TypedDate
from timeline_app.ui.date_field import DateField
from timeline_app.ui.help import explain
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.date_menu import DateButton, DateChoice, DateMenu
from timeline_app.ui.review.state_marks import paint_date_light
from timeline_app.ui.review.wording import follows_article, origin_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ElidedLabel, IconButton, PlainLabel

_COLORS = {
    DateTrust.FOUND: "text2",
    DateTrust.GUESSED: "proposed_text",
    DateTrust.NONE: "alert_text",
}
_PREVIEW_AFTER = 120  # milliseconds without a keystroke


class ArticleDateBar(QWidget):
    """One line; while the date is changed, a field with its echo and its consequences below.

    `closed` is emitted when the editing ends, whichever way.
    """

    closed = Signal()

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        super().__init__()
        explain(self, "article-date")
        self._model, self._theme = model, theme
        self.chip = DateButton(theme)
        self._note = ElidedLabel(theme, "", FontRole.CAPTION, "text2")
        self.confirm = Button(theme, "Confirm", height=26, role=FontRole.LABEL_MEDIUM)
        self.other = Button(theme, "", height=26, role=FontRole.LABEL_MEDIUM)
        self.change = Button(
            theme, "Change", kind=ButtonKind.QUIET, height=26, role=FontRole.LABEL_MEDIUM
        )
        self.day_order = IconButton(
            theme, "arrow-down-up", "Read day and month the other way round (/)", size=26
        )
        self.field = DateField(theme)
        self.preview = PlainLabel(theme, "", FontRole.LABEL_MEDIUM, "proposed_text")
        self.menu: DateMenu | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER)
        self._lay_out()
        self._show_editor(visible=False)
        self.confirm.clicked.connect(self.confirm_date)
        self.change.clicked.connect(self.start_editing)
        self.other.clicked.connect(self._take_other)
        self.chip.clicked.connect(self.open_menu)
        self.field.edit.echoed.connect(self._on_echo)
        self.field.edit.committed.connect(self._apply)
        self.field.cancelled.connect(self._stop_editing)
        self._timer.timeout.connect(self._show_preview)
        theme.changed.connect(self.update)

    @property
    def note(self) -> str:
        """How the date was found, and what follows from it."""
        return self._note.text()

    @property
    def is_editing(self) -> bool:
        """Whether the field is open."""
        return self.field.isVisibleTo(self)

    def refresh(self) -> None:
        """Show the date of the current article."""
        article = self._article()
        if article is None:
            return
        if self.is_editing:
            self._stop_editing()
        published = article.published
        words = "No date" if published is None else date_in_words(published)
        self.chip.setText(words)
        self.chip.setAccessibleName(f"Article date: {words}, {article.date_trust.value}")
        self._note.setText(f"{origin_in_words(article)}{self._followers(article)}")
        self._note.set_color(_COLORS[article.date_trust])
        self.confirm.setVisible(published is not None and not article.is_date_confirmed)
        self._ask_for_one_of_two(article)
        self.change.setText("Set the date" if published is None else "Change")
        order = other_day_order(self._model.library.project, article.id)
        self.day_order.setVisible(order is not None)
        self.update()

    def open_menu(self) -> None:
        """Offer every day on which it may have been published; without any, a field."""
        article = self._article()
        if article is None or not article.candidates:
            self.start_editing()
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = DateMenu(self._theme, article, self._preview_of, self)
        self.menu.chosen.connect(self._take)
        self.menu.other_wanted.connect(self.start_editing)
        self.menu.popup(self.chip.mapToGlobal(QPoint(0, self.chip.height())))

    def confirm_date(self) -> None:
        """Say that the date found is right."""
        article = self._article()
        if article is not None and article.published is not None:
            confirm_date(self._model.library, article.id)
            self._model.message.emit("Article date confirmed")

    def start_editing(self) -> None:
        """Open the field."""
        article = self._article()
        if article is None:
            return
        self._show_editor(visible=True)
        text = "" if article.published is None else date_in_words(article.published)
        conventions = conventions_of(article, self._model.library.project.preferences)
        self.field.start(text, article.published, conventions)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the light."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(palette.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        article = self._article()
        if article is not None:
            paint_date_light(painter, QPointF(19, 19), article.date_trust, palette)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(36, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self._theme, "Article date", FontRole.BODY_BOLD))
        row.addWidget(self.chip)
        row.addWidget(self._note, 1)
        row.addWidget(self.day_order)
        row.addWidget(self.confirm)
        row.addWidget(self.other)
        row.addWidget(self.change)
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(36, 2, 14, 8)
        editor.setSpacing(2)
        editor.addWidget(self.field)
        editor.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._editor)

    def _show_editor(self, *, visible: bool) -> None:
        self._editor.setVisible(visible)
        self.field.setVisible(visible)
        self.preview.setText("")
        self.change.setEnabled(not visible)

    def _stop_editing(self) -> None:
        self._timer.stop()
        self._show_editor(visible=False)
        self.closed.emit()

    def _on_echo(self, outcome: TypedDate | str | None) -> None:
        self.preview.setText("")
        if isinstance(outcome, TypedDate):
            self._timer.start()
        else:
            self._timer.stop()

    def _show_preview(self) -> None:
        article, typed = self._article(), self.field.edit.typed
        if article is None or typed is None:
            return
        day = _one_day(typed)
        if day is None:
            self.preview.setText("An article has one day as its date.")
        else:
            self.preview.setText(plan_redating(self._model.library, article.id, day).sentence)

    def _apply(self, typed: TypedDate) -> None:
        day = _one_day(typed)
        if self._article() is None or day is None:
            self._show_preview()
            return
        self._stop_editing()
        self._redate(day, DateOrigin.TYPED)

    def _preview_of(self, choice: DateChoice) -> str:
        article = self._article()
        if article is None:
            return ""
        return plan_redating(self._model.library, article.id, choice.day, choice.origin).sentence

    def _take(self, choice: DateChoice) -> None:
        if choice.is_taken:
            self.confirm_date()
        else:
            self._redate(choice.day, choice.origin)
        self.closed.emit()

    def _take_other(self) -> None:
        """Take the day that the writing means when day and month are exchanged."""
        article = self._article()
        taken = article.taken if article is not None else None
        if taken is not None and taken.other_day is not None:
            self._redate(taken.other_day, taken.origin)

    def _redate(self, day: CivilDate | None, origin: DateOrigin) -> None:
        """Give the article another date; what was counted from it follows, in one step."""
        article = self._article()
        if article is None:
            return
        try:
            plan = plan_redating(self._model.library, article.id, day, origin)
            self._model.library.apply(plan.change)
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        done = "removed" if day is None else "set"
        self._model.message.emit(f"Article date {done}: {plan.sentence}")

    def _ask_for_one_of_two(self, article: Article) -> None:
        """Where day and month may be exchanged, offer both days instead of one to confirm."""
        taken = article.taken
        other = taken.other_day if taken is not None and not article.is_date_confirmed else None
        self.other.setVisible(other is not None)
        if other is None or taken is None:
            self.confirm.setText("Confirm")
        else:
            self.confirm.setText(date_in_words(taken.day, with_weekday=False))
            self.other.setText(date_in_words(other, with_weekday=False))
        for button in (self.confirm, self.other):
            button.setAccessibleName(f"Article date: {button.text()}")
            button.updateGeometry()

    def _followers(self, article: Article) -> str:
        project = self._model.library.project
        if article.published is None:
            verb = "wait"
            count = project.counts(article.id).undated
        else:
            verb = "follow from it" if article.is_date_confirmed else "follow"
            count = sum(
                follows_article(event, evidence)
                for evidence in project.evidence_of_article(article.id)
                if (event := project.events[evidence.event_id]).status is not ReviewStatus.FOLDED
            )
        if not count:
            return ""
        dates = "1 date" if count == 1 else f"{count} dates"
        if count == 1:
            verb = verb.replace("wait", "waits").replace("follow", "follows")
        return f"  ·  {dates} {verb}"

    def _article(self) -> Article | None:
        if not self._model.is_open or self._model.current_article is None:
            return None
        return self._model.library.project.articles.get(self._model.current_article)


def _one_day(typed: TypedDate) -> CivilDate | None:
    """The day a date is; None when it is not exactly one."""
    span = typed.span
    if span.begin is None or not span.is_single_granule or span.precision is not Precision.DAY:
        return None
    return civil_time(span.begin).date
