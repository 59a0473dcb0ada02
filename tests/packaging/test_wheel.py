"""The wheel holds all that the program needs, and works far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from timeline_app import __version__
from timeline_app.resources import resource_path, seeds_path

_ROOT = Path(__file__).resolve().parents[2]
_NOT_SHIPPED = "screenshots"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, _ROOT)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of a new environment that holds the wheel.

    The libraries come from the environment of the tests, so that nothing is downloaded; the
    program itself comes from the wheel alone.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    [packages] = home.glob("[Ll]ib/**/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    bin_folder = home / ("Scripts" if sys.platform == "win32" else "bin")
    _run(
        sys.executable, "-m", "pip", "--python", bin_folder / "python", "install",
        "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", wheel,
    )  # fmt: skip
    return bin_folder


def _run(*command: object, cwd: Path = _ROOT) -> str:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_relative_to(folder / _NOT_SHIPPED)
    }


def test_the_wheel_holds_every_resource_and_seed(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    data = "timeline_app/_data"
    expected = {f"{data}/resources/{name}" for name in _files_below(resource_path())}
    expected |= {f"{data}/seeds/{name}" for name in _files_below(seeds_path())}
    assert expected <= names
    assert not any(name.startswith(("tests/", "resources/")) for name in names)
    assert not any(_NOT_SHIPPED in name for name in names)


def test_the_installed_command_reads_the_seed_that_came_with_it(
    programs: Path, tmp_path: Path
) -> None:
    where = "from timeline_app.resources import seeds_path; print(seeds_path())"
    seeds = Path(_run(programs / "python", "-c", where, cwd=tmp_path).strip())
    assert seeds.is_relative_to(programs.parent)

    seed = seeds / "000_621c974184a7e2e5.txt"
    found = json.loads(_run(programs / "timeline-app", "extract", seed, "--json", cwd=tmp_path))
    assert found["article"]["published"] == "2024-10-29"
    assert any(proposal["when"] == "[2024-10-21..2024-10-27]" for proposal in found["proposals"])


def test_the_installed_command_knows_its_version(programs: Path, tmp_path: Path) -> None:
    assert _run(programs / "timeline-app", "--version", cwd=tmp_path).split()[-1] == __version__


def test_fonts_icons_and_colors_are_found_in_the_wheel(programs: Path, tmp_path: Path) -> None:
    code = (
        "from PySide6.QtGui import QColor, QFontDatabase\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from timeline_app.rendering.fonts import load_fonts\n"
        "from timeline_app.ui.icons import icon_pixmap\n"
        "from timeline_app.ui.theme import Theme\n"
        "load_fonts()\n"
        "assert {'Source Sans 3', 'Source Serif 4'} <= set(QFontDatabase.families())\n"
        "picture = icon_pixmap('check', QColor('black'), 16).toImage()\n"
        "print(picture.allGray() and not picture.isNull())\n"
    )
    assert _run(programs / "python", "-c", code, cwd=tmp_path).strip() == "True"
