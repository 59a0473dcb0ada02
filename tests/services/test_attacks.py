"""Every file made to harm ends in a text or in one plain sentence, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.documents.makers.attacks import Attack, attacks
from timeline_app.domain import Preferences, UserError
from timeline_app.extraction.proposer import RULES, EngineSettings
from timeline_app.services.incoming import Incoming
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers import ReadingPool, WorkerLimits

_RULES = Proposers(EngineSettings(RULES))
_LIMITS = WorkerLimits(memory=1 << 30, seconds=2.0)
_PASSWORDS = "root:"


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    made = ReadingPool(1, _LIMITS)
    yield made
    made.close()


@pytest.mark.parametrize("attack", tuple(attacks()), ids=lambda attack: attack.name)
def test_an_attack_ends_in_a_text_or_a_sentence(
    pool: ReadingPool, tmp_path: Path, attack: Attack
) -> None:
    path = tmp_path / attack.name
    path.write_bytes(attack.make())
    before = set(tmp_path.parent.rglob("*"))
    try:
        found = pool.read(Incoming("file", str(path)), Preferences(), _RULES)
    except UserError as error:
        sentence = str(error)
        assert attack.name in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert "Traceback" not in sentence
    else:
        texts = [article.text for article, _ in found.articles]
        assert texts or found.tables or found.attachments
        assert not any(_PASSWORDS in text for text in texts)
        assert not any("\0" in text for text in texts)
        "".join(texts).encode()  # no lone surrogates
    assert set(tmp_path.parent.rglob("*")) == before
    assert psutil.Process().memory_info().rss < 2 << 30
