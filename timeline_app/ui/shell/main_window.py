"""The window: puts the parts of the shell together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet, UserError
from timeline_app.services.engines import engine_file
from timeline_app.services.project_places import RecentProjects
from timeline_app.ui.actions import ACTIONS
from timeline_app.ui.announcing import Announcer
from timeline_app.ui.help import HelpDesk
from timeline_app.ui.icons import program_icon
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.links.linking import Linking
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.safekeeping.backing_up import BackupKeeper
from timeline_app.ui.shell.about import about_words
from timeline_app.ui.shell.action_set import ActionSet
from timeline_app.ui.shell.adding import ArticleAdder, Readers
from timeline_app.ui.shell.arrivals import Arrivals
from timeline_app.ui.shell.article_care import ArticleCare
from timeline_app.ui.shell.busy import BusyBar, BusyWatch
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.shell.doorbell import Doorbell
from timeline_app.ui.shell.engine_panel import EngineParts
from timeline_app.ui.shell.exchange import Exchange
from timeline_app.ui.shell.exporting import PdfExporter
from timeline_app.ui.shell.finding import Finder
from timeline_app.ui.shell.history import ProjectHistory
from timeline_app.ui.shell.import_list import ImportList
from timeline_app.ui.shell.incoming import arrival_of
from timeline_app.ui.shell.key_sheet import KeySheet
from timeline_app.ui.shell.looks import Looks
from timeline_app.ui.shell.panes import next_pane, stacked
from timeline_app.ui.shell.project_care import ProjectCare
from timeline_app.ui.shell.projects import ProjectKeeper
from timeline_app.ui.shell.rescue import ProjectRescue
from timeline_app.ui.shell.saved_words import saved_words
from timeline_app.ui.shell.settings import ProjectSettings
from timeline_app.ui.shell.start_page import StartPage
from timeline_app.ui.shell.status_bar import StatusBar
from timeline_app.ui.shell.togetherness import Togetherness
from timeline_app.ui.shell.tool_bar import ToolBar
from timeline_app.ui.shell.trail import Trail
from timeline_app.ui.shell.travelling import Travelling
from timeline_app.ui.shell.view_memory import ViewMemory
from timeline_app.ui.shell.view_state import WindowState, geometry_text, restore_geometry
from timeline_app.ui.shell.workspaces import Factory, WorkspaceStack
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import MessageLine
from timeline_app.ui.widgets.focus_ring import FocusRing

_OF_A_PROJECT = tuple(
    f"window.{name}"
    for name in "save_copy check compact find history settings similar names link".split()
)
_NORMAL_SIZE, _LEAST_SIZE = (1440, 870), (900, 620)


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What a window is made with; `workspaces` are built when they are first shown."""

    model: ProjectModel
    theme: Theme
    looks: Looks
    runner: JobRunner
    readers: Readers
    state: WindowState
    recent: RecentProjects
    workspaces: Mapping[str, Callable[[ProjectModel, Theme], QWidget]]


class MainWindow(QMainWindow):
    """Menus, tool bar, start page and workspaces, status bar. `dialogs` may be replaced."""

    def __init__(self, parts: WindowParts, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.model, self.theme, self.runner = parts.model, parts.theme, parts.runner
        self.readers, self.proposers = parts.readers, parts.readers.proposers
        self._state, self._looks = parts.state, parts.looks
        self.dialogs = dialogs or Dialogs(self)
        self.keeper = ProjectKeeper(self.model, parts.recent, self.dialogs, self)
        self.adder = ArticleAdder(self.model, self.runner, self.readers, self)
        self.imports = ImportList(self.model, self.theme, self.adder, self.runner, self)
        self.care = ArticleCare(self.model, self.dialogs, self)
        engines = EngineParts(self.proposers, self.runner, self.dialogs, engine_file())
        self.settings = ProjectSettings(self.model, self.theme, engines, self)
        self.safekeeping = ProjectCare(self.model, self.keeper, self.runner, self.theme, self)
        self.backups = BackupKeeper(self.model, self.runner, self)
        self.rescue = ProjectRescue(self.model, self.keeper, self.runner, self.safekeeping, self)
        self.doorbell = Doorbell(self)
        self.together = Togetherness(self.model, self.theme, self)
        self.linking = Linking(self.model, self.theme, self)
        self.exporter = PdfExporter(self.model, self.runner, self.dialogs, self.theme, self)
        self.actions_ = ActionSet(ACTIONS, self.theme, self)
        self.help = HelpDesk(self.theme, self, self.actions_["window.help"])
        self.finder = Finder(self.model, self.actions_, self.help, self._show_and_get)
        self.start = StartPage(self.theme)
        self.stack = WorkspaceStack(self.start, self._factories(parts), self.actions_)
        view = self.stack.drawing
        self.arrivals = Arrivals(self.model, self.keeper, self.imports, self.dialogs, self)
        self.exchange = Exchange(self.model, self.runner, self.dialogs, self.theme, view, self)
        self._travelling = Travelling(self.model, self)
        self.history = ProjectHistory(self.model, self.theme, self)
        self.trail = Trail(self.model, self.stack, self.show_workspace, self)
        self._memory = ViewMemory(self.model, self.stack)
        self.tool_bar = ToolBar(self.model, self.theme)
        self.status = StatusBar(self.theme)
        self.alert = MessageLine(self.theme)
        self.busy_bar = BusyBar(self.theme, self)
        self._watch = BusyWatch((self.runner, self.readers.runner), self.busy_bar, self.status)
        self._ring = FocusRing(self.theme, self)
        self.announcer = Announcer(self)
        self._keys: KeySheet | None = None
        self._lay_out()
        self._connect()
        self._restore_window()

    def open_at_start(self, wanted: Path | None = None) -> None:
        """Open a project; when that fails the start page says why, and the window works on."""
        if not self.keeper.open_at_start(wanted):
            self._settle()

    def show_project(self) -> None:
        """Show the open project where it was left, or the start page when it is empty."""
        self.alert.clear()
        self.show_workspace(self._memory.take_up())

    def show_workspace(self, name: str) -> None:
        """Show a workspace; while the project is empty the start page stays."""
        if name in self.stack.names:
            self.stack.name = name
        self._settle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be used, and say what will happen."""
        promise = arrival_of(event.mimeData()).promise
        if promise:
            self.start.drop_area.light_up(promise)
            self.status.show_message(promise)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Put the light out."""
        self.start.drop_area.light_up("")
        self.status.show_message("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped, anywhere on the window."""
        self.start.drop_area.light_up("")
        self.status.show_message("")
        event.acceptProposedAction()
        self.arrivals.take(arrival_of(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the busy bar under the tool bar."""
        super().resizeEvent(event)
        self._place_busy_bar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the view, stop all jobs, let go of the project."""
        self._keep_view()
        self._state.put({"geometry": geometry_text(self)})
        self.readers.runner.close()
        self.runner.close()
        self.hide()  # the last backup may take a moment
        self.doorbell.leave()
        self.rescue.close()
        self.model.close()
        super().closeEvent(event)

    def _commands(self) -> dict[str, Callable[[], None]]:
        show = {f"window.{name}": partial(self.show_workspace, name) for name in self.stack.names}
        return {
            "window.new": self.keeper.ask_new,
            "window.open": self.keeper.ask_open,
            "window.save_copy": self.keeper.ask_save_copy,
            **self.safekeeping.commands(),
            **self.arrivals.commands(),
            **self.care.commands(),
            **self.together.commands(),
            **self.linking.commands(),
            "window.export": self.exporter.ask,
            **self.exchange.commands(),
            "window.quit": lambda: _do(self.close),
            **self._travelling.commands(),
            **self.history.commands(),
            **self.trail.commands(),
            "window.find": self.tool_bar.find_box.setFocus,
            "window.settings": self.settings.ask,
            **show,
            "window.next_pane": lambda: next_pane(self),
            "window.dark": self._looks.toggle_dark,
            "window.contrast": self._looks.toggle_contrast,
            "window.less_motion": self._looks.toggle_motion,
            "window.larger": self._looks.enlarge,
            "window.smaller": self._looks.shrink,
            "window.help": self.help.explain_focus,
            "window.keys": self._show_keys,
            "window.about": lambda: self.dialogs.tell("About Timeline App", about_words()),
        }

    def _tell_of_project(self, sentence: str) -> None:
        """Say why a project is not open, with what can be done; without one, offer another."""
        ways_on = [*self.rescue.offers()]
        if not self.model.is_open:
            self._settle()
            ways_on += [("Open a project", self.keeper.ask_open)]
            ways_on += [("New project", self.keeper.ask_new)]
        self.alert.show_error(sentence, ways_on)

    def _tell_of_viewing(self, notice: str) -> None:
        """Say what must be known of the open project; one that is for viewing can be copied."""
        copy = (("Save a copy", self.keeper.ask_save_copy),)
        self.alert.show_error(notice, copy if self.model.library.is_read_only else ())

    def _come_forward(self) -> None:
        """The program was started again on this project."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show_and_get(self, name: str) -> Any:
        self.show_workspace(name)
        return self.stack.workspace(name)

    def _show_keys(self) -> None:
        if self._keys is not None:
            self._keys.deleteLater()
        self._keys = KeySheet(self.theme, self.actions_.shown(), self)
        self._keys.show()

    def _accept_many(self, count: int) -> None:
        """Ask before many proposals are accepted at once."""
        what = "1 certain proposal" if count == 1 else f"all {count} certain proposals"
        question = f"Accept {what} of this article? One undo takes it back."
        if self.dialogs.confirm(question, f"Accept {count}"):
            self.stack.workspace("review").reviewing.accept_many()

    def _on_added(self, article_id: int) -> None:
        """Show the first article of a batch as soon as it is there."""
        if self.stack.is_at_start:
            self.model.set_current_article(article_id)
            self.show_workspace("review")

    def _on_batch(self, added: tuple[int, ...], complaints: tuple[str, ...]) -> None:
        """Show a new article; several are listed and take nobody from what he reads."""
        if len(added) == 1:
            self.model.set_current_article(added[0])
            self.show_workspace("review")
        if complaints:
            self.alert.show_error("\n".join(complaints))

    def _settle(self) -> None:
        """Show the start page or the workspace, and what depends on it."""
        project = self.model.library.project if self.model.is_open else None
        if project is None or not (project.articles or project.events):
            self.stack.show_start()
        elif self.stack.is_at_start or self.stack.shown_name != self.stack.name:
            self.stack.show_workspace(self.stack.name)
        self.tool_bar.tabs.set_current(self.stack.name)
        self._refresh()

    def _on_change(self, _change: ChangeSet) -> None:
        self._settle()

    def _refresh(self) -> None:
        """Title, counts, saved words, and which commands make sense."""
        is_open = self.model.is_open
        library = self.model.library if is_open else None
        self.setWindowTitle(library.path.stem if library else "Timeline App")
        waiting = library.project.counts().proposed if library else 0
        self.tool_bar.tabs.set_waiting(waiting)
        words, is_committed = saved_words(library)
        self.status.show_saved(words, is_committed=is_committed)
        self._travelling.name(self.actions_["window.undo"], self.actions_["window.redo"])
        for action_id in _OF_A_PROJECT:
            self.actions_[action_id].setEnabled(is_open)
        for action_id in ("window.export", "window.export_as", "window.print"):
            self.actions_[action_id].setEnabled(not self.stack.is_at_start)

    def _offer_ways(self) -> None:
        self.actions_["window.back"].setEnabled(self.trail.has_before)
        self.actions_["window.forward"].setEnabled(self.trail.has_after)

    def _keep_view(self) -> None:
        try:
            self._memory.keep()
        except UserError as error:
            self.alert.show_error(str(error))

    def _restore_window(self) -> None:
        self.setMinimumSize(QSize(*_LEAST_SIZE).boundedTo(self.screen().availableSize()))
        if not restore_geometry(self, self._state.get("geometry")):
            self.resize(*_NORMAL_SIZE)

    def _factories(self, parts: WindowParts) -> dict[str, Factory]:
        def build(make: Callable[[ProjectModel, Theme], QWidget]) -> QWidget:
            workspace = make(self.model, self.theme)
            if isinstance(workspace, ReviewWorkspace):
                workspace.reviewing.many_wanted.connect(self._accept_many)
            return workspace

        return {name: partial(build, make) for name, make in parts.workspaces.items()}

    def _lay_out(self) -> None:
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tool_bar, self.alert):
            column.addWidget(part)
        column.addWidget(stacked(self.stack, self.imports.panel), 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.menuBar().setMinimumHeight(26)
        menus = self.actions_.fill(self.menuBar())
        self.actions_.bind(self._commands(), self)
        recent = self.actions_.add_menu("window.recent", menus["File"])
        recent.aboutToShow.connect(partial(self.keeper.fill_recent, recent))

    def _connect(self) -> None:
        actions = self.actions_
        names = ("undo", "redo", "add", "export")
        self.tool_bar.follow({name: actions[f"window.{name}"] for name in names})
        self.tool_bar.tabs.chosen.connect(self.show_workspace)
        self.model.workspace_wanted.connect(self.show_workspace)
        self.tool_bar.find_box.find_with(self.finder.find)
        self.tool_bar.find_box.chosen.connect(self.finder.go_to)
        self.trail.changed.connect(self._offer_ways)
        self.help.failed.connect(self.alert.show_error)
        self.start.files_wanted.connect(self.arrivals.choose_files)
        self.start.paste_wanted.connect(self.arrivals.paste)
        self.start.project_wanted.connect(self.keeper.ask_open)
        self.start.samples_wanted.connect(self.arrivals.add_samples)
        self.arrivals.began.connect(self.alert.clear)
        self.stack.status_changed.connect(self.status.show_workspace)
        self.status.keys_wanted.connect(self._show_keys)
        self.status.cancel_wanted.connect(self.adder.stop)
        self.adder.added.connect(self._on_added)
        self.adder.closed.connect(self._on_batch)
        self.adder.summed_up.connect(self.model.message)
        self.imports.left.connect(self.stack.give_focus)
        self.imports.told.connect(self.announcer.say)
        self.exporter.failed.connect(self.alert.show_error)
        self.keeper.failed.connect(self._tell_of_project)
        self.keeper.noticed.connect(self._tell_of_viewing)
        self.backups.failed.connect(self.alert.show_error)
        self.rescue.recovered.connect(self.alert.show_error)
        self.model.opened.connect(lambda: self.doorbell.listen(self.model.library.path))
        self.model.closing.connect(self.doorbell.leave)
        self.doorbell.rung.connect(self._come_forward)
        self.keeper.leaving.connect(self._keep_view)
        self.model.opened.connect(self.show_project)
        self.model.changed.connect(self._on_change)
        self.model.message.connect(self.status.show_message)
        self.model.failed.connect(self.alert.show_error)
        self.model.message.connect(self.announcer.say)
        self._looks.told.connect(self.model.message)
        self.model.failed.connect(partial(self.announcer.say, is_urgent=True))

    def _place_busy_bar(self) -> None:
        top = self.menuBar().height() + self.tool_bar.height()
        self.busy_bar.setGeometry(0, top, self.width(), self.busy_bar.height())


def _do(act: Callable[[], object]) -> None:
    """Call for the effect alone."""
    act()
