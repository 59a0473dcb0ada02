"""How far an import has come: counts in words, and a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.ui.importing.rows import ImportRow, RowState
from timeline_app.ui.theme import Theme

_WIDTH, _HEIGHT = 120, 7
_TOLD = (
    (RowState.ADDED, "{} added"),
    (RowState.PRESENT, "{} already there"),
    (RowState.ASKS, "{} to choose"),
    (RowState.FAILED, "{} failed"),
    (RowState.CANCELLED, "{} cancelled"),
    (RowState.REMOVED, "{} removed"),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries are read, of how many, and how many rows there are of each state."""

    done: int
    total: int
    rows: Counter[RowState]

    @classmethod
    def of(cls, rows: Sequence[ImportRow]) -> Tally:
        """The tally over the rows of an import."""
        counted = Counter(row.state for row in rows)
        still = counted[RowState.WAITING] + counted[RowState.READING]  # these have one row each
        total = len({row.key for row in rows})
        return cls(total - still, total, counted)

    @property
    def wants_a_look(self) -> bool:
        """Whether something failed, asks, or was left out."""
        left = (RowState.FAILED, RowState.ASKS, RowState.PRESENT)
        return any(self.rows[state] for state in left)

    @property
    def in_words(self) -> str:
        """What became of the rows: "12 of 200 files read · 10 added · 2 failed"."""
        if not self.total:
            return "Nothing was added since the project was opened. Drop files, or press Ctrl+O."
        files = "1 file" if self.total == 1 else f"{self.total:,} files"
        read = files if self.done == self.total else f"{self.done:,} of {files} read"
        told = (words.format(f"{self.rows[state]:,}") for state, words in _TOLD if self.rows[state])
        return "  ·  ".join((read, *told))


class ProgressBlocks(QWidget):
    """A bar: green for what was added, red for what failed, empty for what waits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shares: tuple[float, float, float] = (0.0, 0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Progress of the import")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        return QSize(_WIDTH, _HEIGHT)

    def show_tally(self, tally: Tally) -> None:
        """Show how far an import has come; hidden when all of it is read."""
        self.setVisible(tally.done < tally.total)
        count = max(tally.rows.total(), 1)
        added, failed = tally.rows[RowState.ADDED], tally.rows[RowState.FAILED]
        other = tally.rows.total() - added - failed - tally.rows[RowState.WAITING]
        self._shares = (added / count, failed / count, other / count)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        palette, left = self._theme.palette, 0.0
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.grid_strong)
        for share, color in zip(self._shares, ("accepted", "alert", "control"), strict=True):
            width = share * self.width()
            painter.fillRect(
                round(left), 0, round(left + width) - round(left), _HEIGHT, palette.color(color)
            )
            left += width
