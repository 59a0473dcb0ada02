"""Runs a built program once through its main job, far from the checkout.

    python packaging/smoke.py dist/timeline-app

Reads the sample article with the command line, writes it in several formats and reads two of them
again. Then lets the window import it, accept its proposals, export a PDF and open the project again
(`--smoke`). Exit code 1 when anything fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_SUFFIX = ".exe" if sys.platform == "win32" else ""
_LONGEST_RUN = 120  # seconds


def main(arguments: list[str]) -> int:
    """Check the program in the folder that is named by the only argument."""
    [folder] = (Path(argument).resolve() for argument in arguments)
    with tempfile.TemporaryDirectory() as away:
        version = _run(folder, "timeline-app", ["--version"], away)
        seeds = sorted(folder.rglob("_data/seeds/*.txt"))
        extracted = _run(folder, "timeline-app", ["extract", str(seeds[0]), "--json"], away)
        article = json.loads(extracted)
        if not article["proposals"] or article["article"]["published"] is None:
            sys.exit("The built program found no date or no event in the sample article.")
        _exchange(folder, seeds[0], away)
        _run(folder, "timeline-app-window", ["--smoke"], away)
    size = sum(path.lstat().st_size for path in folder.rglob("*"))
    sys.stdout.write(f"{version.strip()} in {folder}: works, {size / 1e6:.0f} MB\n")
    return 0


def _exchange(folder: Path, seed: Path, away: str) -> None:
    """Write every format whose library brings files of its own, and read one of them again."""
    _run(folder, "timeline-app", ["import", "first.timeline", str(seed)], away)
    _run(
        folder, "timeline-app", ["export", "first.timeline", "--to", "a.csv", "--accept-all"], away
    )
    for suffix in ("html", "docx", "xlsx", "ics", "json", "svg", "png"):
        _run(folder, "timeline-app", ["export", "first.timeline", "--to", f"a.{suffix}"], away)
    _run(folder, "timeline-app", ["import", "second.timeline", "a.json", "a.ics"], away)


def _run(folder: Path, program: str, arguments: list[str], away: str) -> str:
    """The standard output of a program that must succeed; its data stay in the folder `away`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(  # noqa: S603
        [str(folder / f"{program}{_SUFFIX}"), *arguments],
        cwd=away,
        env=kept | {"TIMELINE_APP_DATA": str(Path(away) / "data")},
        capture_output=True,
        encoding="utf-8",
        timeout=_LONGEST_RUN,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"{program} {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
