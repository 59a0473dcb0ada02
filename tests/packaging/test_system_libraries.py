"""The check for the libraries of the system that Qt needs."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = _ROOT / "packaging" / "system_libraries.py"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


@pytest.fixture
def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("system_libraries", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_library_that_is_not_there_is_named_with_its_package(script: ModuleType) -> None:
    missing = script.missing_libraries({"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"})

    assert missing == {"libnowhere.so.9": "libnowhere9"}


@pytest.mark.parametrize(
    ("environment", "library"),
    [({}, "libxcb-cursor.so.0"), ({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-client.so.0")],
)
def test_a_window_needs_what_its_display_needs(
    script: ModuleType, environment: dict[str, str], library: str
) -> None:
    without = script.needed_libraries(window=False, environment=environment)

    assert library in script.needed_libraries(window=True, environment=environment)
    assert library not in without
    offscreen = environment | {"QT_QPA_PLATFORM": "offscreen"}
    assert script.needed_libraries(window=True, environment=offscreen) == without


def test_where_qt_runs_nothing_is_missing() -> None:
    done = subprocess.run([sys.executable, _SCRIPT], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_lists_every_package_of_the_check(script: ModuleType) -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    packages = script.needed_libraries(window=True, environment={}).values()

    assert {name for name in packages if name not in readme} == set()
