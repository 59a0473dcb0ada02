"""The built program as a command; without arguments it opens the window."""

from timeline_app.cli import main

if __name__ == "__main__":
    main(prog_name="timeline-app")
