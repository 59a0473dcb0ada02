"""The choice of an engine is kept in a file of the user's, and survives whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.domain import NoProgress, UserError
from timeline_app.extraction.proposer import (
    BUILT_IN,
    LOCAL_SERVER,
    RULES,
    SPACY_FOLDER,
    EngineSettings,
)
from timeline_app.services.engines import check_engine, keep_engine, read_engine, try_engine

_ALL = EngineSettings(
    LOCAL_SERVER,
    Path("pipelines") / "en",
    "http://localhost:8080",
    "qwen3",
    may_leave_computer=True,
)


@pytest.mark.parametrize("settings", [_ALL, EngineSettings(), EngineSettings("somebody's")])
def test_what_is_kept_comes_back(settings: EngineSettings, tmp_path: Path) -> None:
    file = tmp_path / "engine.json"
    keep_engine(file, settings)
    assert read_engine(file) == settings
    assert [path.name for path in tmp_path.iterdir()] == ["engine.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"name": "rules"}', b"\xff", b"[" * 100_000,
     b'{"name": 3, "folder": "", "address": "", "model": "", "may_leave_computer": false}',
     b'{"name": "rules", "folder": 3, "address": "", "model": "", "may_leave_computer": 1}'],
)  # fmt: skip
def test_a_damaged_file_is_the_built_in_engine(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "engine.json"
    file.write_bytes(content)
    assert read_engine(file) == EngineSettings(BUILT_IN)


def test_only_true_lets_articles_leave(tmp_path: Path) -> None:
    file = tmp_path / "engine.json"
    keep_engine(file, _ALL)
    file.write_text(file.read_text().replace("true", '"no"'))
    assert not read_engine(file).may_leave_computer


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="The choice could not be kept in"):
        keep_engine(tmp_path / "nowhere" / "engine.json", _ALL)


def test_what_lacks_something_is_told_before_it_is_used(tmp_path: Path) -> None:
    for folder in (None, tmp_path / "nowhere"):
        with pytest.raises(UserError, match="Choose the folder"):
            check_engine(EngineSettings(SPACY_FOLDER, folder))
    with pytest.raises(UserError, match="not on this computer"):
        check_engine(EngineSettings(LOCAL_SERVER, address="http://192.0.2.1"))
    check_engine(EngineSettings(LOCAL_SERVER))
    check_engine(_ALL)


@pytest.mark.parametrize("name", [BUILT_IN, RULES])
def test_our_own_engines_pass_the_test(name: str) -> None:
    assert "Putin held a summit" in try_engine(EngineSettings(name), NoProgress())
