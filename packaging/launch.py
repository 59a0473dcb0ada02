"""The built program as a command; without arguments it opens the window."""

import sys

from timeline_app.app import main as open_window
from timeline_app.cli import main
from timeline_app.services.workers import READING_PROCESS

if __name__ == "__main__":
    if sys.argv[1:2] == [READING_PROCESS]:
        sys.exit(open_window(sys.argv[1:]))
    main(prog_name="timeline-app")
