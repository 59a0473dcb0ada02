"""Makes `python -m timeline_app` the same as `timeline-app`."""

from timeline_app.cli import main

if __name__ == "__main__":
    main(prog_name="timeline-app")
