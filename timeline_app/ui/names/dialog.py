"""The names of a project in one dialog: merged by hand or by suggestion, renamed, separated."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet, NameKind, UserError
from timeline_app.rendering.fonts import FontRole
from timeline_app.services import naming
from timeline_app.services.finding import words_of
from timeline_app.services.naming import Named, SameName
from timeline_app.ui.dialog_frame import frame_dialog
from timeline_app.ui.help import explain
from timeline_app.ui.names.lists import LineDelegate, NameModel, SameModel
from timeline_app.ui.names.one_name import OneName
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import (
    Button,
    ButtonKind,
    LineField,
    ListPane,
    MessageLine,
    PlainLabel,
    SectionHeader,
    SegmentedControl,
    Surface,
)

_SIZE, _LIST = (940, 600), 480
_KINDS = (
    (NameKind.PERSON.value, "People"),
    (NameKind.ORGANISATION.value, "Organisations"),
    (NameKind.PLACE.value, "Places"),
)
_NOTHING = "No name here looks like another."


class NamesDialog(QDialog):
    """All names on the left; on the right the chosen one, and those that may be the same.

    M merges what is chosen in the list that has the focus, Shift+M keeps a suggestion apart.
    """

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("People, places and organisations")
        explain(self, "names")
        self._model, self._theme = model, theme
        self._named: list[Named] = []
        self.names, self.same = NameModel(self), SameModel(self)
        self.kinds = SegmentedControl(theme, "Kind of name", _KINDS, height=30)
        self.filter = LineField()
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the names")
        self.alert = MessageLine(theme)
        self.list = self._list(self.names, "Names")
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.suggestions = self._list(self.same, "Names that may be the same")
        self.one = OneName(theme)
        self.merge = Button(theme, "Merge", kind=ButtonKind.PRIMARY, keys="M")
        self.apart = Button(theme, "Keep apart", keys="Shift+M")
        self.undo = Button(theme, "Undo", keys="Ctrl+Z")
        self.close_button = Button(theme, "Close", keys="Esc")
        self._waiting = SectionHeader(theme, "May be the same")
        self._nothing = PlainLabel(theme, _NOTHING, FontRole.LABEL, "text2")
        self._nothing.setContentsMargins(14, 8, 14, 8)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def kind(self) -> NameKind:
        """The kind of names that is shown."""
        return NameKind(self.kinds.value)

    @property
    def chosen(self) -> tuple[Named, ...]:
        """The names that are chosen."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.names.entries[row] for row in rows)

    @property
    def suggestion(self) -> SameName | None:
        """The suggestion that is chosen."""
        row = self.suggestions.currentIndex().row()
        return self.same.entries[row] if 0 <= row < len(self.same.entries) else None

    def refresh(self) -> None:
        """Show the names as they are now."""
        if not self._model.is_open:
            return
        project = self._model.library.project
        row = max(0, self.suggestions.currentIndex().row())
        self._named = naming.named_in(project, self.kind)
        self._filter_names()
        self.same.show_entries(naming.same_names(project, self.kind))
        self._waiting.count.setText(str(len(self.same.entries) or ""))
        self._nothing.setVisible(not self.same.entries)
        self.suggestions.setCurrentIndex(self.same.index(min(row, len(self.same.entries) - 1)))
        self._show_chosen()

    def _filter_names(self) -> None:
        """Show the names that have the words of the filter; what was chosen stays so."""
        before = {named.name for named in self.chosen}
        wanted = words_of(self.filter.text())
        self.names.show_entries([named for named in self._named if _has(named, wanted)])
        self._choose(before)
        self._show_chosen()

    def choose(self, name: str) -> None:
        """Choose one name."""
        self._choose({name})
        self._show_chosen()

    def _merge(self) -> None:
        """Merge the chosen names, or else the chosen suggestion."""
        chosen, suggestion = self.chosen, self.suggestion
        if len(chosen) > 1:
            self._call([named.name for named in chosen], self.one.field.text())
        elif suggestion is not None:
            self._call([suggestion.name], suggestion.stands_for)

    def _keep_apart(self) -> None:
        suggestion = self.suggestion
        if suggestion is not None:
            self._do(lambda: naming.keep_names_apart(self._model.library, suggestion))

    def _rename(self, name: str) -> None:
        self._call([named.name for named in self.chosen], name)

    def _call(self, names: list[str], shown: str) -> None:
        if self._do(lambda: naming.merge_names(self._model.library, self.kind, names, shown)):
            self.choose(" ".join(shown.split()))

    def _separate(self, name: str) -> None:
        self._do(lambda: naming.separate_name(self._model.library, self.kind, name))

    def _undo(self) -> None:
        self._do(lambda: self._model.library.undo() or ChangeSet())

    def _do(self, change: Callable[[], ChangeSet]) -> bool:
        self.alert.clear()
        try:
            change()
        except UserError as error:
            self.alert.show_error(str(error))
            return False
        return True

    def _choose(self, names: set[str]) -> None:
        selection = self.list.selectionModel()
        selection.clear()
        rows = [row for row, named in enumerate(self.names.entries) if named.name in names]
        for row in rows or [0] * bool(self.names.entries):
            selection.select(self.names.index(row), selection.SelectionFlag.Select)
        if rows or self.names.entries:
            first = self.names.index(rows[0] if rows else 0)
            selection.setCurrentIndex(first, selection.SelectionFlag.NoUpdate)

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.one.show_names(chosen)
        self.merge.setEnabled(len(chosen) > 1 or self.suggestion is not None)
        self.apart.setEnabled(self.suggestion is not None and len(chosen) < 2)

    def _list(self, model: NameModel | SameModel, name: str) -> ListPane:
        pane = ListPane(self._theme, model, name)
        pane.paint_with(LineDelegate(self._theme, pane))
        pane.setUniformItemSizes(True)
        return pane

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda _kind: self.refresh())
        self.filter.textChanged.connect(lambda _text: self._filter_names())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.list.activated.connect(lambda _index: self.one.edit())
        self.one.renamed.connect(self._rename)
        self.one.separated.connect(self._separate)
        self.one.closed.connect(self.list.setFocus)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.accept)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("M", self.merge.click),
            ("Shift+M", self.apart.click),
            ("E", self.one.edit),
            ("F2", self.one.edit),
            ("Ctrl+Z", self.undo.click),
        )
        for key, act in keys:  # a field that has the focus keeps letters for itself
            QShortcut(QKeySequence(key), self, act)
        self._model.changed.connect(lambda _change: self.refresh())
        self._model.closing.connect(self.reject)

    def _lay_out(self) -> None:
        theme = self._theme
        title = PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE)
        self.filter.setFixedSize(150, 30)
        right = Surface(theme, "surface")
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.alert)
        side.addWidget(self.one, 2)
        side.addWidget(self._waiting)
        side.addWidget(self._nothing)
        side.addWidget(self.suggestions, 3)
        buttons = (self.close_button, self.apart, self.merge)
        head = (title, self.kinds, self.filter)
        panes = (self.list, right)
        frame_dialog(self, theme, head, panes, (self.undo, buttons), (*_SIZE, _LIST))
        self.list.setFocus()


def _has(named: Named, words: list[str]) -> bool:
    whole = " ".join(words_of(" ".join((named.name, *named.others))))
    return all(word in whole for word in words)
