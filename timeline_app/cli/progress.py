"""Progress of long work, on the error stream: the output stays clean for other programs."""

from __future__ import annotations

import sys
from types import TracebackType

from tqdm import tqdm


class ProgressBar:
    """A `Progress` that draws a bar while a person watches the error stream."""

    def __init__(self) -> None:
        # disable=None: silent when the error stream is no terminal.
        self._bar: tqdm[None] = tqdm(file=sys.stderr, leave=False, disable=None, unit="step")

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.close()

    def step(self, done: int, total: int, note: str = "") -> None:
        """Move the bar to `done` of `total`."""
        self._bar.total = total
        self._bar.n = done
        self._bar.set_description_str(note, refresh=False)
        self._bar.refresh()
