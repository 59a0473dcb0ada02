"""How far an import has come: counts in words, and a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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


def progress_of(rows: Sequence[ImportRow]) -> tuple[int, int]:
    """How many entries are read, and how many there are."""
    total = {row.key for row in rows}
    still = {row.key for row in rows if row.state.is_open}
    return len(total) - len(still), len(total)


def counts_in_words(rows: Sequence[ImportRow]) -> str:
    """What became of the rows: "12 of 200 read · 10 added · 2 failed"."""
    done, total = progress_of(rows)
    files = "1 file" if total == 1 else f"{total:,} files"
    read = files if done == total else f"{done:,} of {files} read"
    tally = Counter(row.state for row in rows)
    told = (words.format(f"{tally[state]:,}") for state, words in _TOLD if tally[state])
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

    def show_rows(self, rows: Sequence[ImportRow]) -> None:
        """Show how far these rows have come; hidden when all of them are read."""
        done, total = progress_of(rows)
        self.setVisible(done < total)
        tally = Counter(row.state for row in rows)
        added, failed = tally[RowState.ADDED], tally[RowState.FAILED]
        count = max(len(rows), 1)
        other = sum(tally.values()) - added - failed - tally[RowState.WAITING]
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
