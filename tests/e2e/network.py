"""Forbids connections to whatever runs while the whole program is walked through."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Raised by the interpreter itself, whoever opens the connection:
# https://docs.python.org/3/library/audit_events.html
_OF_NETWORKS = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendto",
        "urllib.Request",
    }
)


class NetworkWatch:
    """Counts, and refuses, what a block of code asks of the network."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._is_on = False
        sys.addaudithook(self._hear)  # there is no taking it away again

    def _hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        if self._is_on and event in _OF_NETWORKS:
            self.asked.append(event)
            raise PermissionError(f"{event} is forbidden here")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Refuse all connections meanwhile."""
        self._is_on = True
        try:
            yield
        finally:
            self._is_on = False
