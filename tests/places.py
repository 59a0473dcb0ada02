"""Places that cannot be written to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def made_read_only(folder: Path) -> Iterator[None]:
    """Mount or protect a folder so that nothing in it can be written."""
    if sys.platform == "win32":
        pytest.skip("folders cannot be made read-only on Windows")
    if os.getuid() != 0:
        folder.chmod(0o555)
        yield
        folder.chmod(0o755)
        return
    bind = ["mount", "--bind", folder, folder]
    if shutil.which("mount") is None or subprocess.run(bind, check=False).returncode != 0:
        pytest.skip("root cannot be stopped from writing here")
    subprocess.run(["mount", "-o", "remount,bind,ro", folder, folder], check=True)
    yield
    subprocess.run(["umount", "--lazy", folder], check=True)
