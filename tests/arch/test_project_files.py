"""What the project says of itself is true: commands, versions, licences."""

from __future__ import annotations

import re
import tomllib

from tests.arch.sources import ROOT
from timeline_app import __version__
from timeline_app.resources import resource_path

_LICENCE_FILES = re.compile(r"(?:LICENSE|LICENCE|README).*", re.IGNORECASE)


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_command_that_the_readme_names_is_in_the_makefile() -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)\b(?=`|\s|$)", "\n".join(_code_of_readme())))
    targets = set(re.findall(r"^([a-z][a-z-]*):", _read("Makefile"), re.MULTILINE))

    assert {"run", "test"} <= named <= targets


def test_the_makefile_lists_its_own_commands() -> None:
    makefile = _read("Makefile")
    [phony] = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)

    for target in set(phony.split()) - {"help"}:
        assert f'"make {target} ' in makefile


def test_the_changelog_has_this_version() -> None:
    assert re.search(rf"^## \[{re.escape(__version__)}\]", _read("CHANGELOG.md"), re.MULTILINE)


def test_every_resource_has_its_licence_named() -> None:
    licences = resource_path("LICENSES.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## .*?`resources/([^`]+)`", licences, re.MULTILINE)
    paths = [
        path.relative_to(resource_path()).as_posix()
        for path in resource_path().rglob("*")
        if path.is_file() and not _LICENCE_FILES.fullmatch(path.name)
    ]

    assert [path for path in paths if not path.startswith(tuple(sections))] == []


def test_constraints_name_versions_only_and_cover_what_is_required() -> None:
    lines = [line for line in _read("constraints.txt").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.]+", line) for line in lines)

    pinned = {_folded(line.split("==")[0]) for line in lines}
    project = tomllib.loads(_read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    required = [*project["dependencies"], *extras["dev"], *extras["package"]]
    names = {_folded(re.match(r"[A-Za-z0-9_.-]+", line)[0]) for line in required}  # type: ignore[index]
    assert names <= pinned


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _code_of_readme() -> list[str]:
    readme = _read("README.md")
    return re.findall(r"```.*?```", readme, re.DOTALL) + re.findall(r"`[^`\n]+`", readme)
