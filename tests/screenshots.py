"""Draw the pictures of the program: the real window on two sample articles, light and dark.

    python -m tests.screenshots [FOLDER]

writes first start, review, timeline, table and import list in both palettes, the timelines of
samples made by code, and the pages of the PDF, into `resources/screenshots` or the given folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_timelines import SAMPLE_TIMELINES, write
from timeline_app import __version__
from timeline_app.app import make_application, make_window
from timeline_app.domain import Event, ReviewStatus
from timeline_app.domain.time import CivilDate, SpanShape
from timeline_app.layout import TimeScale
from timeline_app.rendering.pdf import write_pdf
from timeline_app.resources import resource_path, seeds_path
from timeline_app.services import review
from timeline_app.services.importing import add_article
from timeline_app.services.incoming import Incoming
from timeline_app.services.library import Library
from timeline_app.services.proposing import Proposers
from timeline_app.services.publishing import build_publication
from timeline_app.services.reading import find_proposals, read_articles, read_pasted_text
from timeline_app.ui.shell.main_window import MainWindow

_SIZE = (1440, 870)  # the designs are 900 high with a title bar of 30
_MOMENT = datetime(2024, 11, 14, 14, 32, tzinfo=UTC)
_ARTICLES = ("000_621c974184a7e2e5.txt", "summit-other-date.txt")  # both tell of one summit
_FIRST_SHOWN, _LAST_SHOWN = CivilDate(2024, 10, 12), CivilDate(2024, 11, 14)
_NOTES = "Interview notes, Seoul\n\nThe minister will decide next week. Talks began on Monday.\n"
_OTHER_DAY = (
    "Policy Notebook\nOctober 30, 2024\n\n"
    "Putin held a summit with leaders from China and India on October 28, 2024.\n"
)
_WORKSPACES = ("review", "timeline", "table")
_SETTLING = 400  # milliseconds in which layouts find their room and the worker its numbers
_PDF_SCALE = 1440 / (297 / 25.4 * 72)  # an A4 page becomes as wide as the window


def main(arguments: Sequence[str]) -> int:
    """Draw all the pictures; returns the exit code."""
    folder = Path(arguments[0]) if arguments else resource_path("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        os.environ["TIMELINE_APP_DATA"] = work
        app = make_application()
        project = make_sample_project(Path(work) / "korea-russia-2024.timeline")
        for is_dark in (False, True):
            _draw_window(app, project, folder, is_dark=is_dark)
            _draw_together(app, Path(work), folder, is_dark=is_dark)
            _draw_import(app, Path(work), folder, is_dark=is_dark)
            _draw_samples(app, Path(work), folder, is_dark=is_dark)
        _draw_paper(project, folder)
    return 0


def make_sample_project(path: Path) -> Path:
    """A project with two articles, most of their proposals decided."""
    library, proposers = Library.open(path, now=lambda: _MOMENT), Proposers()
    for number, name in enumerate(_ARTICLES):
        [article] = read_articles(seeds_path(name))
        found = find_proposals(article, proposers=proposers)
        article_id = add_article(library, article, found)
        _decide(library, article_id, all_of_it=number > 0)
    library.close()
    return path


def _decide(library: Library, article_id: int, *, all_of_it: bool) -> None:
    """Accept most of an article's proposals, reject one, leave the rest waiting."""
    waiting = library.project.queue(article_id)
    decided = waiting if all_of_it else waiting[: len(waiting) // 2]
    for place, event in enumerate(decided):
        decide = review.reject if place == 1 else review.accept
        decide(library, event.id)


def _draw_window(app: QApplication, project: Path, folder: Path, *, is_dark: bool) -> None:
    shade = "-dark" if is_dark else ""
    window = _window(app, is_dark=is_dark)
    window.open_at_start()
    _save(window, folder / f"empty{shade}.png")
    window.keeper.open_path(project)
    first_article = min(window.model.library.project.articles)
    window.model.set_current_article(first_article)
    for name in _WORKSPACES:
        window.show_workspace(name)
        if name != "review":
            window.model.set_current_event(_period_of_actors(window))
        if name == "timeline":
            _zoom_to_the_autumn(app, window)
        _save(window, folder / f"{name}{shade}.png")
    window.close()


def _draw_together(app: QApplication, work: Path, folder: Path, *, is_dark: bool) -> None:
    """The similar events of all samples, their names, and a conflict between two sources."""
    shade = "-dark" if is_dark else ""
    path = work / f"together{shade}.timeline"
    library, proposers = Library.open(path, now=lambda: _MOMENT), Proposers()
    articles = [read_articles(seeds_path(name))[0] for name in _ARTICLES]
    for article in [*articles, read_pasted_text(_OTHER_DAY, "Policy Notebook")]:
        add_article(library, article, find_proposals(article, proposers=proposers))
    summits = [e.id for e in library.project.events.values() if "held a summit" in e.title]
    library.close()
    window = _window(app, is_dark=is_dark)
    window.keeper.open_path(path)
    window.model.set_current_event(summits[0])
    for name, show in (
        ("similar", window.together.show_similar),
        ("names", window.together.show_names),
    ):
        show()
        dialog = window.together.dialog
        if dialog is not None:
            _save(dialog, folder / f"{name}{shade}.png")
            dialog.accept()
    window.model.set_current_event(review.merge(window.model.library, *summits))
    window.show_workspace("timeline")
    _save(window, folder / f"conflict{shade}.png")
    window.close()


def _draw_import(app: QApplication, work: Path, folder: Path, *, is_dark: bool) -> None:
    """A folder of good and bad files, copies and tables, dropped onto an empty project."""
    shade = "-dark" if is_dark else ""
    window = _window(app, is_dark=is_dark)
    window.keeper.open_path(work / f"import{shade}.timeline")
    loop = QEventLoop()
    window.adder.closed.connect(loop.quit)
    sources = _make_sources(work / "sources")
    window.arrivals.add(tuple(Incoming("file", str(path)) for path in sources))
    loop.exec()
    window.imports.show()
    window.imports.panel.table.choose_row(3)
    _save(window, folder / f"import{shade}.png")
    window.close()


def _make_sources(folder: Path) -> Sequence[Path]:
    """The seed article, a wire copy of it, and what else lies in a researcher's folder."""
    folder.mkdir(exist_ok=True)
    seed = seeds_path(_ARTICLES[0])
    texts = {
        "notes-seoul.txt": _NOTES,
        "chronology.csv": "Date,Event\n2024-10-29,Talks in Seoul\n2024-11-05,Election day\n",
        "scan-0001.txt": "",
        "wire-copy.txt": f"Troops join war\n\n{seed.read_text(encoding='utf-8')}\nBy our staff.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [seed, *map(seeds_path, _ARTICLES[1:]), *(folder / name for name in texts)]


def _draw_samples(app: QApplication, work: Path, folder: Path, *, is_dark: bool) -> None:
    """The timelines made by code, each in a window of its own."""
    shade = "-dark" if is_dark else ""
    for name, sample in SAMPLE_TIMELINES.items():
        window = _window(app, is_dark=is_dark)
        window.keeper.open_path(write(work / f"{name}{shade}.timeline", sample))
        window.show_workspace("timeline")
        app.processEvents()
        if sample.view is not None:
            canvas = window.stack.workspace("timeline").canvas
            canvas.set_view(TimeScale.fitting(*sample.view, canvas.time_width))
        _save(window, folder / f"timeline-{name}{shade}.png")
        window.close()


def _zoom_to_the_autumn(app: QApplication, window: MainWindow) -> None:
    app.processEvents()
    canvas = window.stack.workspace("timeline").canvas
    begin, end = _FIRST_SHOWN.instant, _LAST_SHOWN.instant
    canvas.set_view(TimeScale.fitting(begin, end, canvas.time_width))


def _window(app: QApplication, *, is_dark: bool) -> MainWindow:
    window = make_window(app)
    window.theme.set_dark(is_dark)
    window.resize(*_SIZE)
    window.show()
    return window


def _period_of_actors(window: MainWindow) -> int | None:
    """An accepted event that says much: somebody acts, and it lasts."""
    events = window.model.library.project.chronological(ReviewStatus.ACCEPTED)
    return next((each.id for each in events if each.actors and _lasts(each)), None)


def _lasts(event: Event) -> bool:
    return event.span is not None and event.span.shape is SpanShape.PERIOD


def _save(window: QWidget, path: Path) -> None:
    """Let the window settle, then keep what it shows."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING, loop.quit)
    loop.exec()
    window.grab().save(str(path))
    sys.stdout.write(f"{path.name}\n")


def _draw_paper(project: Path, folder: Path) -> None:
    library = Library.open(project)
    target = folder / "timeline.pdf"
    publication = build_publication(
        library.project,
        project_name="North Korea and Russia, autumn 2024",
        today=CivilDate(2024, 11, 14),
        version=__version__,
    )
    write_pdf(publication, target)
    library.close()
    for number, image in enumerate(_pages(target), 1):
        image.save(str(folder / f"pdf-{number}.png"))
        sys.stdout.write(f"pdf-{number}.png\n")
    target.unlink()


def _pages(path: Path) -> Iterator[QImage]:
    """The pages of a PDF as pictures."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            pixels = page.render(scale=_PDF_SCALE, rev_byteorder=True).to_numpy()
            height, width, channels = pixels.shape
            kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
            yield QImage(pixels.tobytes(), width, height, width * channels, kind).copy()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
