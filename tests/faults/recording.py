"""Records the SQL of a project in which decisions are made.

    python -m tests.faults.recording PROJECT DECISIONS

Prints a line of JSON for each thing that happens: "open", ["sql", statement], ["saved", number] and
"close". Only what can change the file is recorded. The project is closed and opened again midway.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

from tests.faults.decisions import decide, open_library

# What SQLite asks itself begins as a comment.
_READING = re.compile(r"--|\s*(?:SELECT|EXPLAIN|PRAGMA\s+\w+\s*(?:\(.*\)\s*)?;?$)", re.IGNORECASE)
# The full-text index keeps its own tables by statements of its own, which the replay repeats too.
_OF_THE_INDEX = re.compile(r"'main'\.'\w+_(?:data|idx|content|docsize|config)'")


class _Recorder:
    """Takes the place of `sqlite3.connect`: only so is a connection seen from its beginning."""

    def __init__(self) -> None:
        self._connect = sqlite3.connect
        self._last = ""

    def connect(self, database: str | Path, *arguments: Any, **options: Any) -> sqlite3.Connection:
        """A connection that is followed, if it can write."""
        connection = self._connect(database, *arguments, **options)
        if "immutable" not in str(database):
            connection.set_trace_callback(self._trace)
        return connection

    def tell(self, happening: object) -> None:
        """Write one line."""
        sys.stdout.write(json.dumps(happening) + "\n")
        self._last = ""

    def _trace(self, statement: str) -> None:
        if _READING.match(statement) or _OF_THE_INDEX.search(statement):
            return
        if statement != self._last:  # each trigger repeats the statement that set it off
            self.tell(["sql", statement])
        self._last = statement


def main(project: Path, decisions: int) -> None:
    """Make the decisions in two sessions."""
    recorder = _Recorder()
    sqlite3.connect = recorder.connect
    for numbers in (range(1, decisions // 2), range(decisions // 2, decisions + 1)):
        recorder.tell("open")
        library = open_library(project)
        for number in numbers:
            decide(library, number)
            recorder.tell(["saved", number])
        library.close()
        recorder.tell("close")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
