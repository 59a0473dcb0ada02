"""In the shell, options say what finds the events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.running import run
from tests.extraction.server.stub import Stub, event, running, telling

_TEXT = b"Paris, 1 May 2024\n\nMinisters met in Rome last week. The harbour of Bonn burnt down.\n"


@pytest.fixture
def stub() -> Iterator[Stub]:
    with running(Stub()) as started:
        yield started


def _run(*arguments: str | Path, text: bytes = _TEXT) -> Result:
    return run(*arguments, stdin=text)


def _proposals(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0
    found: list[dict[str, Any]] = json.loads(result.stdout)["proposals"]
    return found


def test_rules_can_be_asked_for() -> None:
    (met, *_) = _proposals(_run("extract", "-", "--json", "--proposer", "rules"))
    assert met["title"] == "Ministers met in Rome"
    assert met["rule"].startswith("clause: ")


def test_a_server_is_asked_beside_the_built_in_engine(stub: Stub) -> None:
    stub.answering = telling(
        event("The harbour of Bonn burnt", "The harbour of Bonn burnt down.", "harbour"),
        event("The mayor fled", "The mayor fled.", "fled"),
    )
    options = ("--server", stub.address, "--model", "any")
    result = _run("extract", "-", "--json", *options)
    found = _proposals(result)
    assert "Ministers met in Rome" in [each["title"] for each in found]
    assert not any("fled" in each["title"] for each in found)
    assert stub.asked[0]["model"] == "any"
    assert "1 of 2 events" in result.stderr


def test_what_fails_is_told_beside_the_output(tmp_path: Path) -> None:
    result = _run("extract", "-", "--json", "--spacy-folder", tmp_path)
    assert result.stderr == f"There is no spaCy pipeline in “{tmp_path.name}”.\n"
    assert _proposals(result) == _proposals(_run("extract", "-", "--json"))


def test_import_tells_once_what_fails(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(2)]
    for number, file in enumerate(files):
        file.write_bytes(_TEXT + f"Report {number}.".encode())
    result = _run("import", tmp_path / "p.timeline", *files, "--server", "http://192.0.2.1")
    assert result.exit_code == 0
    assert result.stderr.count("is not on this computer") == 1
    assert result.stderr.endswith("Added 2 articles.\n")


def test_a_name_that_nobody_has_is_wrong_usage() -> None:
    result = _run("extract", "-", "--proposer", "x")
    assert result.exit_code == 2
    assert "'x' is none of built-in, rules, spacy-folder, local-server" in result.stderr
