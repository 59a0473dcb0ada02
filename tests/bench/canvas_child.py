"""What a million events take of memory: run in a process of its own, which prints megabytes."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

from tests.bench.canvas_data import Events, windows
from tests.bench.canvas_screen import TIME_WIDTH, Screen, layout_of
from tests.bench.peak import peak_megabytes
from timeline_app.rendering.fonts import load_fonts


def main() -> None:
    """Show every window once."""
    application = QGuiApplication([])
    load_fonts()
    screen = Screen(layout_of(Events(int(sys.argv[1]))))
    for window in windows():
        screen.frame(window.scale(TIME_WIDTH))
    del application
    sys.stdout.write(f"{peak_megabytes()}\n")


if __name__ == "__main__":
    main()
