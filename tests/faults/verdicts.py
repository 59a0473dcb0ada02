"""What has become of a project after a fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from tests.faults.decisions import decide, open_library, state
from timeline_app.domain import UserError
from timeline_app.services.library import Library
from timeline_app.storage.checking import check_file


class Verdict(Enum):
    """From best to worst."""

    KEPT = "kept"
    LOST = "lost"
    HALF_DONE = "half-done"
    DAMAGED = "damaged"


@dataclass(slots=True)
class Tally:
    """How the trials of one kind went. `must_fail` marks a control that shows the trials work."""

    name: str
    must_fail: bool = False
    trials: int = 0
    acknowledged: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)

    def add(self, verdict: Verdict, acknowledged: int) -> None:
        """Count one trial, before whose end so many decisions had been acknowledged."""
        self.trials += 1
        self.acknowledged += acknowledged
        self.verdicts[verdict] += 1

    @property
    def failures(self) -> int:
        """The trials after which anything was amiss."""
        return self.trials - self.verdicts[Verdict.KEPT]

    @property
    def is_as_wanted(self) -> bool:
        """Whether nothing failed, or in a control at least every other trial."""
        return self.failures * 2 >= self.trials > 0 if self.must_fail else self.failures == 0


def table(tallies: Iterable[Tally]) -> str:
    """The tallies as a table for people."""
    head = ("fault", "trials", "acknowledged", "lost", "half-done", "damaged", "as wanted")
    bad = (Verdict.LOST, Verdict.HALF_DONE, Verdict.DAMAGED)
    rows = [
        (
            tally.name,
            f"{tally.trials:,}",
            f"{tally.acknowledged:,}",
            *(f"{tally.verdicts[verdict]:,}" for verdict in bad),
            "yes" if tally.is_as_wanted else "NO",
        )
        for tally in tallies
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])])
        for row in (head, *rows)
    )


class Undisturbed:
    """The same decisions in a project that nothing happens to: `states` after each of them."""

    def __init__(self, path: Path) -> None:
        self._library = open_library(path)
        self.states = [state(self._library)]

    def follow(self, number: int) -> None:
        """Make all decisions up to this one."""
        while len(self.states) <= number:
            decide(self._library, len(self.states))
            self.states.append(state(self._library))

    def close(self) -> None:
        """Let go of the project."""
        self._library.close()


def judge(
    project: Path, states: Sequence[object], acknowledged: int, newest: int | None = None
) -> Verdict:
    """What a project holds of the decisions whose states are told, the state before all first.

    It may hold more than was acknowledged, up to decision `newest`: usually the one that was under
    way when the fault came.
    """
    wanted = slice(acknowledged, (acknowledged + 1 if newest is None else newest) + 1)
    try:
        with closing(open_library(project)) as survivor:
            verdict = _judge_content(state(survivor), states, wanted)
            if verdict is Verdict.KEPT and not _goes_back_and_forth(survivor):
                verdict = Verdict.HALF_DONE
    except UserError:
        return Verdict.DAMAGED
    return verdict if is_sound(project) else Verdict.DAMAGED


def is_sound(project: Path) -> bool:
    """Whether neither SQLite nor the program finds anything wrong with a closed project."""
    return check_file(project) == ()


def _judge_content(found: object, states: Sequence[object], wanted: slice) -> Verdict:
    if found in states[wanted]:
        return Verdict.KEPT
    return Verdict.LOST if found in states[: wanted.start] else Verdict.HALF_DONE


def _goes_back_and_forth(library: Library) -> bool:
    """Whether the last step can be undone and taken again."""
    before = state(library)
    undone = library.undo()
    if undone is not None and (state(library) == before or library.redo() is None):
        return False
    return state(library) == before
