"""Opens a file that somebody dropped, and says in a sentence why it cannot be read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from timeline_app.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class FileBytes:
    """The name of a file without its folder, and its content."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The end of the name from its last dot, in lower case: ".html"; empty without one."""
        return Path(self.name).suffix.lower()


def read_bytes(path: Path, *, at_most: int) -> FileBytes:
    """The content of a regular file of `at_most` bytes. Raises UserError for anything else.

    Devices and pipes are refused before they are opened: reading them may never end.
    """
    name = _printable(path.name or str(path))
    try:
        status = path.stat()
        _refuse_what_is_no_file(name, status.st_mode)
        # O_NONBLOCK: a pipe that took the file's place meanwhile must not hold the program.
        with open(path, "rb", opener=_open_without_waiting) as file:
            data = file.read(at_most + 1)
    except FileNotFoundError as error:
        raise UserError(f"There is no file “{name}” at this place.") from error
    except PermissionError as error:
        raise UserError(f"“{name}” may not be read: its permissions forbid it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(f"“{name}” could not be read ({reason}).") from error
    if len(data) > at_most:
        raise UserError(too_large(name, max(status.st_size, len(data)), at_most))
    return FileBytes(name, data)


def too_large(name: str, size: int, at_most: int) -> str:
    """The sentence for a file or text of `size` bytes where `at_most` are read."""
    return (
        f"“{name}” is too large for one article: {size / 1e6:,.0f} MB, and {at_most / 1e6:,.0f} MB "
        "are read at most. Split it into its articles first."
    )


def _refuse_what_is_no_file(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UserError(f"“{name}” is a folder. Choose the files in it.")
    if not stat.S_ISREG(mode):
        raise UserError(f"“{name}” is no ordinary file, so there is no article in it.")


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")
