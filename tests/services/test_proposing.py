"""Engines are loaded once, when they are needed, and replaced by simpler ones where they fail."""

from __future__ import annotations

import threading

import pytest

from timeline_app.domain import Article, UserError
from timeline_app.extraction import proposers as registry
from timeline_app.extraction.proposer import RULES, EngineSettings, EventProposer
from timeline_app.extraction.proposers import load_rules
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import find_proposals, read_pasted_text

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


def test_an_article_in_another_language_loads_nothing(loads: Loads) -> None:
    text = "Berlin, 14. März 2025\n\nDer Minister kam am 3. März nach Berlin und sprach dort.\n"
    proposers = Proposers(EngineSettings("counted"))
    assert find_proposals(read_pasted_text(text), proposers=proposers)
    assert loads.count == 0
