"""The shipped models, loaded once for all tests of events."""

from __future__ import annotations

import pytest

from timeline_app.extraction.events.reading import Models


@pytest.fixture(scope="session")
def models() -> Models:
    return Models.load()
