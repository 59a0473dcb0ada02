"""The files for the desktop agree with each other and with the program."""

from __future__ import annotations

import configparser
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtWidgets import QApplication

from timeline_app import __version__
from timeline_app.app import make_application
from timeline_app.services.project_places import PROJECT_SUFFIX
from timeline_app.storage.schema import APPLICATION_ID

_PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
_ID = "org.timelineapp.TimelineApp"
_MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(_PACKAGING / f"{_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def _project() -> dict[str, dict[str, str]]:
    text = (_PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["project"]  # type: ignore[no-any-return]


def test_the_desktop_entry_starts_a_command_of_the_wheel() -> None:
    entry = _desktop_entry()

    assert entry["Exec"].split()[0] in _project()["gui-scripts"]
    assert entry["Icon"] == _ID


def test_the_metainfo_has_this_version_and_this_program() -> None:
    component = ET.parse(_PACKAGING / f"{_ID}.metainfo.xml").getroot()  # noqa: S314
    release = component.find("releases/release")

    assert release is not None
    assert release.get("version") == __version__
    assert component.findtext("id") == _ID
    assert component.findtext("launchable") == f"{_ID}.desktop"


def test_the_window_belongs_to_the_desktop_entry(qapp: QApplication) -> None:
    make_application()

    assert qapp.desktopFileName() == _ID


def test_the_desktop_knows_project_files_by_name_and_by_content() -> None:
    kind = ET.parse(_PACKAGING / "timeline-project.xml").getroot()[0]  # noqa: S314
    glob = kind.find(f"{_MIME}glob")
    magic = kind.find(f"{_MIME}magic/{_MIME}match/{_MIME}match")

    assert glob is not None
    assert magic is not None
    assert glob.get("pattern") == f"*{PROJECT_SUFFIX}"
    assert int(magic.get("value", ""), 16) == APPLICATION_ID
    assert f"{kind.get('type')};" in _desktop_entry()["MimeType"]
