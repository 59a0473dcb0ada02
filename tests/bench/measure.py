"""One measured number, and the table of all of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured, its value, and the value to stay below; `unit` stands after both.

    With `is_least` the value is to stay above `reach`.
    """

    what: str
    value: float
    unit: str
    reach: float | None = None
    is_least: bool = False

    @property
    def row(self) -> tuple[str, str, str, str]:
        """The cells of the table."""
        value = (
            f"{self.value:.3g} {self.unit}"
            if self.value < 1_000
            else f"{self.value:,.0f} {self.unit}"
        )
        if self.reach is None:
            return self.what, value, "", ""
        is_reached = self.value >= self.reach if self.is_least else self.value <= self.reach
        sign = "≥" if self.is_least else "≤"
        return self.what, value, f"{sign} {self.reach:g} {self.unit}", "yes" if is_reached else "NO"


def table(measures: Iterable[Measure]) -> str:
    """The measures as lines of text, in columns."""
    rows = [("measured", "value", "to reach", "reached"), *(measure.row for measure in measures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def run_python(code: str, *arguments: str) -> str:
    """The standard output of a new Python that runs `code` in the checkout.

    It keeps its bytecode, as an installed program does: the second run compiles nothing.
    """
    environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def median_of(values: Sequence[float]) -> float:
    """The median, which a busy machine disturbs least."""
    return statistics.median(values)
