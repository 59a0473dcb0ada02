"""A note beside an open project: who has it open, for whoever is turned away.

The lock is SQLite's own. The note only names its holder, so one that a killed program left behind
stops nobody.
"""

from __future__ import annotations

import getpass
import json
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from timeline_app.domain.time import CivilDate
from timeline_app.domain.time.wording import date_in_words


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open: computer, user, and since when (UTC, ISO 8601)."""

    host: str
    user: str
    since: str

    @classmethod
    def of_this_process(cls) -> Holder:
        """The user of this program, from now on."""
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):  # no account has this number
            user = ""
        return cls(platform.node(), user, datetime.now(UTC).isoformat(timespec="seconds"))

    @property
    def in_words(self) -> str:
        """Completes "open since …"."""
        since = datetime.fromisoformat(self.since).astimezone()
        by = f" by {self.user}" if self.user else ""
        day = date_in_words(CivilDate(since.year, since.month, since.day))
        place = "on this computer" if self.host == platform.node() else f"on “{self.host}”"
        return f"{place}{by} since {day}, {since:%H:%M}"


def note_of(path: Path) -> Path:
    """Where the note of a project lies."""
    return path.with_name(f".{path.name}.open")


def leave_note(path: Path) -> None:
    """Say who has the project open; where that cannot be written, nobody is told."""
    with suppress(OSError):
        note_of(path).write_text(json.dumps(asdict(Holder.of_this_process())), encoding="utf-8")


def take_note_away(path: Path) -> None:
    """The project is closed."""
    with suppress(OSError):
        note_of(path).unlink(missing_ok=True)


def holder_of(path: Path) -> Holder | None:
    """Who has left a note at a project; None when nobody has, or it cannot be read."""
    try:
        told = json.loads(note_of(path).read_text(encoding="utf-8"))
        holder = Holder(str(told["host"]), str(told["user"]), str(told["since"]))
        datetime.fromisoformat(holder.since)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return holder
