"""Closes what the commands have used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.running import POOL


@pytest.fixture(scope="session", autouse=True)
def _closed_at_the_end() -> Iterator[None]:
    yield
    POOL.close()
