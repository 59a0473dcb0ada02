"""The window's composition root: makes everything and connects it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app import __version__
from timeline_app.domain import Progress, UserError
from timeline_app.services.engines import engine_file, read_engine
from timeline_app.services.project_places import (
    RecentProjects,
    data_folder,
    project_at_start,
    recent_projects_file,
)
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers import READING_PROCESS, ReadingPool
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.shell.adding import Readers
from timeline_app.ui.shell.crash import CrashReporter
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.shell.doorbell import ring
from timeline_app.ui.shell.looks import Looks, kept_zoom
from timeline_app.ui.shell.main_window import MainWindow, WindowParts
from timeline_app.ui.shell.view_state import WindowState
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.accessible import install_widget_access

_LOG_FILE = "errors.log"
_AFTER_PAINTING = 100  # milliseconds: loading and painting would only slow each other down


def main(argv: list[str] | None = None) -> int:
    """Open the window with a project; returns the exit code.

    `--smoke` checks the whole way from article to PDF without showing anything.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [READING_PROCESS]:
        from timeline_app.services.workers.child import main as read

        return read(arguments[1:])
    app = make_application()
    if "--smoke" in arguments:
        from timeline_app.ui.shell.smoke import run_smoke

        return run_smoke(lambda: make_window(app))
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    wanted = files[0] if files else None
    if ring(project_at_start(wanted, RecentProjects(recent_projects_file()))):
        return 0
    pool = ReadingPool()
    window = make_window(app, pool=pool)
    reporter = CrashReporter(data_folder() / _LOG_FILE, window)
    reporter.install()
    window.show()
    window.open_at_start(wanted)
    background = JobRunner()  # of its own, so that no article waits for it
    QTimer.singleShot(_AFTER_PAINTING, window, lambda: _get_ready(window, background))
    code = app.exec()
    background.close()
    pool.close()
    reporter.uninstall()
    return code


def _get_ready(window: MainWindow, background: JobRunner) -> None:
    """Load what the first article and the first typed date will need, and build what shows it."""
    if window.runner.is_closed:
        return
    window.stack.workspace("review")  # now that nobody waits, and not when an article comes
    window.readers.runner.run("Getting ready", window.readers.pool.get_ready)
    tables = background.run("Loading tables", load_tables)
    tables.finished.connect(lambda _: _get_languages(background))


def _get_languages(background: JobRunner) -> None:
    if not background.is_closed:
        loading = background.run("Loading languages", load_languages)
        # What is loaded stays: looking through it for garbage would stop a frame for 50 ms.
        loading.ended.connect(gc.freeze)


def make_application() -> QApplication:
    """The application object, named so that the desktop finds its icon and its folders."""
    existing = QApplication.instance()
    if existing is None:
        _magnify(kept_zoom(WindowState(data_folder())))
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("timeline-app")
    app.setApplicationDisplayName("Timeline App")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("org.timelineapp.TimelineApp")
    return app


def _magnify(zoom: int) -> None:
    """Enlarge text and controls together, so that none is lost; Qt asks for it only once."""
    if zoom != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{zoom / 100}")


def make_window(
    app: QApplication,
    dialogs: Dialogs | None = None,
    proposers: Proposers | None = None,
    pool: ReadingPool | None = None,
) -> MainWindow:
    """A window with no project open yet; it looks as the user chose, or as the system asks.

    A `pool` that is handed on is closed by who made it; one made here ends with the program.
    """
    install_widget_access(app)
    state = WindowState(data_folder())
    theme = Theme(parent=app)
    looks = Looks(app, theme, state)
    model, runner = ProjectModel(), JobRunner()
    reading = pool or ReadingPool()
    readers = Readers(
        reading, JobRunner(at_once=reading.size), proposers or Proposers(read_engine(engine_file()))
    )
    parts = WindowParts(
        model,
        theme,
        looks,
        runner,
        readers,
        state,
        RecentProjects(recent_projects_file()),
        _workspaces(runner),
    )
    window = MainWindow(parts, dialogs)
    # What a window owns is never collected in the worker's thread.
    for part in (model, runner, readers.runner):
        part.setParent(window)
    return window


def _workspaces(runner: JobRunner) -> Mapping[str, Callable[[ProjectModel, Theme], QWidget]]:
    """How the workspaces are made; the second and third load when they are first shown."""

    def review(model: ProjectModel, theme: Theme) -> QWidget:
        return ReviewWorkspace(model, theme, runner)

    def timeline(model: ProjectModel, theme: Theme) -> QWidget:
        from timeline_app.ui.timeline.accessible import install_timeline_access
        from timeline_app.ui.timeline.workspace import TimelineWorkspace

        install_timeline_access(make_application())
        return TimelineWorkspace(model, theme)

    def table(model: ProjectModel, theme: Theme) -> QWidget:
        from timeline_app.ui.table.workspace import TableWorkspace

        return TableWorkspace(model, theme)

    return {"review": review, "timeline": timeline, "table": table}


def load_tables(progress: Progress) -> None:
    """Load what dating anew needs, before it is needed."""
    from timeline_app.services.reading import get_tables_ready

    progress.step(0, 1, "Loading tables")
    get_tables_ready()


def load_languages(progress: Progress) -> None:
    """Load the languages in which dates can be typed: it takes a second, and stops no typing."""
    from timeline_app.services.typed_dates import understand_date

    progress.step(0, 1, "Loading languages")
    with suppress(UserError):
        understand_date("no date", None)  # what no language knows is asked of all


if __name__ == "__main__":
    sys.exit(main())
