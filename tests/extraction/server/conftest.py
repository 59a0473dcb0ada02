"""A stub server that runs for one test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.extraction.server.stub import Stub, running


@pytest.fixture
def stub() -> Iterator[Stub]:
    with running(Stub()) as started:
        yield started
