"""The date of the article: confirmed with a key, changed with a look at what will follow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Article, ReviewStatus, UserError
from timeline_app.domain.time import CivilDate, Precision
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.wording import date_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.conventions import conventions_of
from timeline_app.services.redating import confirm_date, plan_redating
from timeline_app.services.typed_dates import TypedDate
from timeline_app.ui.date_field import DateField
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.state_marks import paint_date_light
from timeline_app.ui.review.wording import follows_article, origin_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ElidedLabel, PlainLabel

_PREVIEW_AFTER = 120  # milliseconds without a keystroke


class ArticleDateBar(QWidget):
    """One line; while the date is changed, a field with its echo and its consequences below.

    `closed` is emitted when the editing ends, whichever way.
    """

    closed = Signal()

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self._date = _DateButton(theme)
        self._note = ElidedLabel(theme, "", FontRole.CAPTION, "text2")
        self.confirm = Button(theme, "Confirm", height=26, role=FontRole.LABEL_MEDIUM)
        self.change = Button(
            theme, "Change", kind=ButtonKind.QUIET, height=26, role=FontRole.LABEL_MEDIUM
        )
        self.field = DateField(theme)
        self.preview = PlainLabel(theme, "", FontRole.LABEL_MEDIUM, "proposed_text")
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER)
        self._lay_out()
        self._show_editor(visible=False)
        self.confirm.clicked.connect(self.confirm_date)
        self.change.clicked.connect(self.start_editing)
        self._date.clicked.connect(self.start_editing)
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
        self._date.setText(words)
        self._date.setAccessibleName(f"Article date: {words}")
        self._note.setText(f"{origin_in_words(article)}{self._followers(article)}")
        self.confirm.setVisible(published is not None and not article.is_date_confirmed)
        self.change.setText("Set the date" if published is None else "Change")
        self.update()

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
        row.addWidget(self._date)
        row.addWidget(self._note, 1)
        row.addWidget(self.confirm)
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
        article, day = self._article(), _one_day(typed)
        if article is None or day is None:
            self._show_preview()
            return
        self._stop_editing()
        try:
            plan = plan_redating(self._model.library, article.id, day)
            self._model.library.apply(plan.change)
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        self._model.message.emit(f"Article date set: {plan.sentence}")

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


class _DateButton(Button):
    """The date in a box with a calendar; a click opens the field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", height=26, role=FontRole.LABEL)
        self.setFixedWidth(140)
        self.setToolTip("Change the article date")

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.control, 1))
        painter.setBrush(palette.hover if self.underMouse() else palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        paint_icon(painter, QRectF(9, 6, 14, 14), "calendar", palette.text2)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text)
        box = QRectF(31, 0, self.width() - 34, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())


def _one_day(typed: TypedDate) -> CivilDate | None:
    """The day a date is; None when it is not exactly one."""
    span = typed.span
    if span.begin is None or not span.is_single_granule or span.precision is not Precision.DAY:
        return None
    return civil_time(span.begin).date
