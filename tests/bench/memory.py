"""The most memory that the window takes, and that the import of many articles takes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.measure import Measure, run_python
from tests.bench.window import seed_project, start_window
from timeline_app.resources import seeds_path

_ARTICLES = 100
_IMPORT = """
import sys
from tests.bench.peak import peak_megabytes
from timeline_app.cli import main
main(["import", *sys.argv[1:]], standalone_mode=False)
print(peak_megabytes())
"""


def measures() -> list[Measure]:
    """Peak resident memory of two processes, in MB."""
    with tempfile.TemporaryDirectory() as name:
        window = start_window(seed_project(name)).megabytes
        imported = _import_many(Path(name))
    return [
        Measure("peak memory, window with the sample project", window, "MB", 500),
        Measure(f"peak memory, import of {_ARTICLES} articles", imported, "MB"),
    ]


def _import_many(folder: Path) -> float:
    seed = seeds_path("000_621c974184a7e2e5.txt").read_text(encoding="utf-8")
    files = []
    for number in range(_ARTICLES):
        file = folder / f"{number}.txt"
        file.write_text(f"{seed}\n\nCopy {number} of the article.\n", encoding="utf-8")
        files.append(str(file))
    return float(run_python(_IMPORT, str(folder / "many.timeline"), *files).splitlines()[-1])
