"""What a process that reads foreign files may use, and what it may not do at all."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

_MEBIBYTE = 1 << 20
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_WRITING_MODES = frozenset("wax+")
# Audit events: https://docs.python.org/3/library/audit_events.html
_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.sendto",
    "socket.sendmsg",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "os.utime",
    "shutil.",
    "tempfile.",
    "webbrowser.open",
    "winreg.",
)

TOO_LARGE = "“{name}” needs more memory than a document may take, so it was left out."


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """Bounds for one document.

    `memory` is bytes of address space (or, where the system cannot bound that, of memory in use);
    `seconds` is for reading it, and again, with one more for every `letters_per_second` of its
    text, for finding the events in it.
    """

    memory: int = 2_048 * _MEBIBYTE
    seconds: float = 20.0
    letters_per_second: float = 5_000.0

    def seconds_for(self, letters: int) -> float:
        """How long the events of a text of that length may take to be found."""
        return self.seconds + letters / self.letters_per_second


def lock_down(memory: int) -> None:
    """Bound this process, for good; `memory` is bytes.

    It gets no more memory than that, writes no file, opens no connection and starts no program.
    """
    sys.dont_write_bytecode = True
    _bound_resources(memory)
    sys.addaudithook(_forbid)


def _bound_resources(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the program watches the memory from outside
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, bound))


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and _writes(*arguments)):
        raise PermissionError(f"{event} is forbidden while a document is read")


def _writes(path: object, mode: object, flags: object) -> bool:
    if path == os.devnull:
        return False
    by_mode = isinstance(mode, str) and not _WRITING_MODES.isdisjoint(mode)
    return by_mode or (isinstance(flags, int) and bool(flags & _WRITING))
