"""The services start fast: what is heavy loads when it is needed."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import timeline_app
from timeline_app import services

# Not numpy: the geometry of the timeline stands on it, and it loads fast.
_HEAVY = ("PySide6", "dateparser", "trafilatura", "sqlite_utils", "lxml", "spacy")


def test_importing_every_service_loads_nothing_heavy() -> None:
    modules = [m.name for m in pkgutil.walk_packages(services.__path__, "timeline_app.services.")]
    lines = [f"import {name}" for name in modules]
    lines.append(f"import sys; sys.stdout.write(' '.join(set(sys.modules) & set({_HEAVY!r})))")
    result = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        env={**os.environ, "PYTHONPATH": str(Path(timeline_app.__file__).parents[1])},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "timeline_app.services.library" in modules
    assert result.stdout == ""
