"""Measures everything and prints one table: `make bench`."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.bench import (
    canvas,
    documents,
    exporting,
    extraction,
    importing,
    language_model,
    memory,
    printing,
    review_keys,
    stalls,
    start,
    store,
    tagging,
)
from tests.bench.measure import Measure, table

_BENCHES: tuple[Callable[[], list[Measure]], ...] = (
    start.measures,
    stalls.measures,
    documents.measures,
    extraction.measures,
    language_model.measures,
    tagging.measures,
    canvas.measures,
    exporting.measures,
    printing.measures,
    importing.measures,
    review_keys.measures,
    store.measures,
    memory.measures,
)


def main() -> None:
    """Run the benches one after the other: together they would disturb each other."""
    found: list[Measure] = []
    for bench in _BENCHES:
        sys.stderr.write(f"{bench.__module__} …\n")
        found += bench()
    sys.stdout.write(table(found) + "\n")


if __name__ == "__main__":
    main()
