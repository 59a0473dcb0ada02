"""What the table does with events: every method is one step of work, told in the status bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from timeline_app.domain import Certainty, ChangeSet, Factuality, UserError
from timeline_app.services import review
from timeline_app.services.library import Library
from timeline_app.services.review import bulk
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.deeds import SimilarDeeds
from timeline_app.ui.table.columns import Column

NEW_TITLE = "New event"
_FIELDS = {
    Column.WHEN: bulk.FillField.DATE,
    Column.EDTF: bulk.FillField.DATE,
    Column.WHO: bulk.FillField.WHO,
    Column.WHERE: bulk.FillField.WHERE,
    Column.STATUS: bulk.FillField.STATUS,
}


class TableDeeds(QObject):
    """Acts on the selected events, or where none is selected on the current one."""

    def __init__(self, model: ProjectModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._window = model, parent

    @property
    def targets(self) -> list[int]:
        """The events that a command is meant for."""
        if self._model.selection:
            return sorted(self._model.selection)
        return [] if self._model.current_event is None else [self._model.current_event]

    def accept(self) -> None:
        """Accept the events."""
        ids = self.targets
        self._do(lambda library: review.accept(library, *ids), "Accepted")

    def reject(self) -> None:
        """Reject the events."""
        ids = self.targets
        self._do(lambda library: review.reject(library, *ids), "Rejected")

    def delete(self) -> None:
        """Delete the events. It can be undone, so nothing is asked."""
        ids = self.targets
        self._do(lambda library: review.delete_events(library, ids), "Deleted")

    def merge(self) -> None:
        """Make one event of the selected ones."""
        if len(self._model.selection) < 2:
            self._model.message.emit("Select two events or more to merge them.")
        else:
            SimilarDeeds(self._model).merge(sorted(self._model.selection))

    def set_factuality(self, factuality: Factuality) -> None:
        """Say whether the events happened, were said, are planned, possible or denied."""
        ids = self.targets
        self._do(lambda library: bulk.set_factuality_of_all(library, ids, factuality), "Changed")

    def set_certainty(self, certainty: Certainty) -> None:
        """Say how sure the events are."""
        ids = self.targets
        self._do(lambda library: bulk.set_certainty_of_all(library, ids, certainty), "Changed")

    def ask_tags(self) -> None:
        """Ask for tags and add them to the events."""
        text, is_given = QInputDialog.getText(
            self._window, "Tag events", "Tags, with commas between them", QLineEdit.EchoMode.Normal
        )
        if is_given:
            self.add_tags([tag for tag in text.split(",") if tag.strip()])

    def add_tags(self, tags: Sequence[str]) -> None:
        """Add tags to the events."""
        ids = self.targets
        self._do(lambda library: bulk.add_tags_to_all(library, ids, tags), "Tagged")

    def fill_down(self, column: Column, rows: Sequence[int]) -> None:
        """Take a column over from the first selected row to the others, in the order of `rows`.

        Without a selection the current row takes over what stands above it.
        """
        field, chosen = _FIELDS.get(column), self._model.selection
        ids = [event_id for event_id in rows if event_id in chosen]
        current = self._model.current_event
        if not ids and current in rows:
            place = rows.index(current)
            ids = list(rows[max(0, place - 1) : place + 1])
        if field is None or len(ids) < 2:
            self._model.message.emit("Select rows, then fill down a date, names or a status.")
            return
        self._do(lambda library: bulk.fill_down(library, ids[0], ids, field), "Filled down")

    def add_event(self) -> int | None:
        """Make an accepted event without a date, and return its id; None when that failed."""
        made: list[int] = []
        self._attempt(lambda library: made.append(review.add_event(library, NEW_TITLE, None)))
        return made[0] if made else None

    def _do(self, deed: Callable[[Library], ChangeSet], done: str) -> None:
        touched: list[ChangeSet] = []
        self._attempt(lambda library: touched.append(deed(library)))
        count = len(touched[0].events) if touched else 0
        if count:
            noun = "event" if count == 1 else "events"
            self._model.message.emit(f"{done} {count} {noun}. Ctrl+Z takes it back.")

    def _attempt(self, deed: Callable[[Library], None]) -> None:
        try:
            deed(self._model.library)
        except UserError as error:
            self._model.failed.emit(str(error))
