"""Engines are loaded once, when they are needed, and replaced by simpler ones where they fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.extraction.server.stub import Stub, running
from timeline_app.domain import Article, UserError
from timeline_app.extraction import proposers as registry
from timeline_app.extraction.model import event_tagger, files, language_model
from timeline_app.extraction.proposer import LOCAL_SERVER, RULES, EngineSettings, EventProposer
from timeline_app.extraction.proposers import load_rules
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import find_proposals, get_ready, read_pasted_text

_TEXT = "Kazan, October 29, 2024\n\nPutin held a summit with leaders from China last week.\n"


class Loads:
    """Counts how often an engine is loaded; raises `error` instead when there is one."""

    def __init__(self) -> None:
        self.count = 0
        self.error = ""
        self.threads: set[int] = set()

    def __call__(self, settings: EngineSettings) -> EventProposer:
        self.count += 1
        self.threads.add(threading.get_ident())
        if self.error:
            raise UserError(self.error)
        return load_rules(settings)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Loads:
    """An engine of the name “counted”."""
    counted = Loads()
    monkeypatch.setitem(registry.OURS, "counted", counted)
    return counted


@pytest.fixture
def article() -> Article:
    return read_pasted_text(_TEXT)


def test_an_engine_is_loaded_for_the_first_article_and_serves_the_next(
    loads: Loads, article: Article
) -> None:
    proposers = Proposers(EngineSettings("counted"))
    assert loads.count == 0
    first = find_proposals(article, proposers=proposers)
    assert first == find_proposals(article, proposers=proposers) != []
    assert loads.count == 1


def test_threads_share_one_engine(loads: Loads, article: Article) -> None:
    proposers = Proposers(EngineSettings("counted"))
    found: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: found.append(len(find_proposals(article, proposers=proposers)))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == len(threads)
    assert loads.count == 1


def test_an_engine_that_does_not_load_is_told_of_and_others_take_over(
    loads: Loads, article: Article
) -> None:
    loads.error = "The engine is out of order."
    proposers = Proposers(EngineSettings("counted"))
    warnings: list[str] = []
    for _ in range(2):
        assert find_proposals(article, proposers=proposers, warn=warnings.append)
    assert warnings == [loads.error] * 2
    assert loads.count == 1


def test_choosing_again_loads_again(loads: Loads, article: Article) -> None:
    proposers = Proposers(EngineSettings(RULES))
    find_proposals(article, proposers=proposers)
    proposers.choose(EngineSettings("counted"))
    assert proposers.settings.name == "counted"
    find_proposals(article, proposers=proposers)
    proposers.choose(EngineSettings("counted"))
    find_proposals(article, proposers=proposers)
    assert loads.count == 2


def test_getting_ready_loads_what_the_first_article_needs(loads: Loads, article: Article) -> None:
    proposers = Proposers(EngineSettings("counted"))
    get_ready(proposers)
    assert loads.count == 1
    find_proposals(article, proposers=proposers)
    assert loads.count == 1


def test_getting_ready_asks_no_server_and_hides_no_failure(loads: Loads, article: Article) -> None:
    with running(Stub()) as stub:  # it would fail at any question
        get_ready(Proposers(EngineSettings(LOCAL_SERVER, address=stub.address)))
        assert stub.hosts == stub.asked == []
    loads.error = "The engine is out of order."
    proposers, warnings = Proposers(EngineSettings("counted")), list[str]()
    get_ready(proposers)
    find_proposals(article, proposers=proposers, warn=warnings.append)
    assert warnings == [loads.error]


def test_an_article_in_another_language_loads_nothing(loads: Loads) -> None:
    text = "Berlin, 14. März 2025\n\nDer Minister kam am 3. März nach Berlin und sprach dort.\n"
    proposers = Proposers(EngineSettings("counted"))
    assert find_proposals(read_pasted_text(text), proposers=proposers)
    assert loads.count == 0


@pytest.mark.parametrize("damage", ["lost", "damaged"])
def test_without_the_language_model_rules_take_over_and_say_so(
    damage: str, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "en"
    shutil.copytree(files.model_folder(), folder)
    pipeline = folder / "pipeline.bin"
    if damage == "lost":
        pipeline.unlink()
    else:
        pipeline.write_bytes(pipeline.read_bytes()[:-1] + b"?")
    for module in (event_tagger, language_model):
        monkeypatch.setattr(module, "model_folder", lambda: folder)
    warnings: list[str] = []
    found = find_proposals(article, proposers=Proposers(), warn=warnings.append)
    assert found == find_proposals(article, proposers=Proposers(EngineSettings(RULES))) != []
    what = "missing" if damage == "lost" else "damaged"
    assert len(warnings) == 1
    assert warnings[0].startswith(f"The language model is {what}. Install Timeline App again")
    assert warnings[0].endswith("proposals are then simpler.")


def test_without_spacy_rules_take_over_and_say_so(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("3 May 2022\n\nThe president signed the bill on Monday.\n")
    bare = "import sys; sys.modules['spacy'] = None; from timeline_app.cli import main"
    told = subprocess.run(
        [sys.executable, "-c", f"{bare}; main(['extract', {str(file)!r}])"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "The president signed the bill" in told.stdout
    assert told.stderr.startswith("spaCy, which the language model needs, is missing")
    assert "proposals are then simpler." in told.stderr


def test_the_language_model_finds_more_than_the_rules(article: Article) -> None:
    (found, *_) = find_proposals(article, proposers=Proposers())
    assert found.grammar is not None
    assert found.title == "Putin held a summit with leaders from China"
