"""Projects to try the services on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.sample_project import open_sample, sample_article, sample_proposals
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty project."""
    opened = open_sample(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def article_id(library: Library) -> int:
    """An article with three proposals in the project."""
    return add_article(library, sample_article(), sample_proposals())
