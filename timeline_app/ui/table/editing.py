"""From editors to the review's services: each saved cell is one step of work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from timeline_app.domain import Event, Factuality, UserError
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services import review
from timeline_app.services.conventions import conventions_of
from timeline_app.services.library import Library
from timeline_app.ui.date_field import DateEdit
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.cells import where, who
from timeline_app.ui.table.columns import Column

_BEFORE = "before"  # the property of an editor that keeps what it began with


class CellEditor:
    """Fills editors and saves what they hold. A sentence about bad input goes to the model."""

    def __init__(self, model: ProjectModel) -> None:
        self._model = model

    def begin(self, editor: QWidget, event_id: int, column: Column) -> None:
        """Put the present value into an editor that has just been opened."""
        if editor.property(_BEFORE) is not None:
            return
        event = self._model.library.project.events[event_id]
        if isinstance(editor, DateEdit):
            text = "" if event.span is None else write_edtf(event.span)
            editor.setProperty(_BEFORE, text)
            self._start(editor, text, event_id)
        elif isinstance(editor, QComboBox):
            editor.setProperty(_BEFORE, event.factuality.value)
            editor.setCurrentIndex(editor.findData(event.factuality))
        elif isinstance(editor, QLineEdit):
            text = _TEXTS[column](event)
            editor.setProperty(_BEFORE, text)
            editor.setText(text)
            editor.selectAll()

    def can_save(self, editor: DateEdit) -> bool:
        """Whether what is typed is a date, or nothing at all, which takes the date away."""
        return editor.typed is not None or not editor.text().strip()

    def save(self, editor: QWidget, event_id: int, column: Column) -> None:
        """Save what an editor holds, where it differs from what it began with."""
        library = self._model.library
        if event_id not in library.project.events:
            return
        try:
            if isinstance(editor, DateEdit):
                self._save_date(library, editor, event_id)
            elif isinstance(editor, QComboBox):
                chosen = Factuality(editor.currentData())
                review.set_factuality(library, event_id, chosen)
            elif isinstance(editor, QLineEdit) and editor.text() != editor.property(_BEFORE):
                _SAVERS[column](library, event_id, editor.text())
        except UserError as error:
            self._model.failed.emit(str(error))

    def _save_date(self, library: Library, editor: DateEdit, event_id: int) -> None:
        if editor.text() == editor.property(_BEFORE) or not self.can_save(editor):
            return
        span = editor.typed.span if editor.typed is not None else None
        review.set_date(library, event_id, span)

    def _start(self, editor: DateEdit, text: str, event_id: int) -> None:
        """Relative words count from the date of the article that dates the event."""
        project = self._model.library.project
        evidence = project.dating_evidence(event_id)
        if evidence is None:
            editor.start(text, None)
            return
        article = project.articles[evidence.article_id]
        editor.start(text, article.published, conventions_of(article, project.preferences))


def _save_who(library: Library, event_id: int, text: str) -> None:
    """Names known as organisations stay such; new names are people."""
    project = library.project
    known = project.shown(project.events[event_id]).organisations
    names = _names(text)
    review.set_names(
        library,
        event_id,
        people=[name for name in names if name not in known],
        organisations=[name for name in names if name in known],
    )


def _save_where(library: Library, event_id: int, text: str) -> None:
    review.set_names(library, event_id, places=_names(text))


def _save_title(library: Library, event_id: int, text: str) -> None:
    review.set_title(library, event_id, text)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


_TEXTS: dict[Column, Callable[[Event], str]] = {
    Column.TITLE: lambda event: event.title,
    Column.WHO: who,
    Column.WHERE: where,
}
_SAVERS: dict[Column, Callable[[Library, int, str], None]] = {
    Column.TITLE: _save_title,
    Column.WHO: _save_who,
    Column.WHERE: _save_where,
}
