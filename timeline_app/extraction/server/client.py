"""Requests to a server: the one place of the program that opens a connection.

No proxy is asked and no redirect is followed. A server that must be on this computer is sent
nothing unless the other end of the connection is.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection

from timeline_app.domain import UserError
from timeline_app.extraction.server.addresses import Address, is_loopback

TIME_OUT = 180.0  # seconds for one answer
_MOST_BYTES = 2_000_000
_SLICE = 65_536
_LOOK_AROUND = 0.05  # seconds between two looks whether to go on waiting
_CONNECTING = 10.0  # seconds


class ServerError(UserError):
    """The server cannot be used: not only this request failed."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent back."""

    status: int
    body: bytes


class _LedAway(Exception):
    """A name of this computer that belongs to another."""


class _TooLong(Exception):
    """A reply without end."""


class Client:
    """Sends requests to one server, each over a connection of its own."""

    def __init__(self, address: Address, time_out: float = TIME_OUT) -> None:
        self.address = address
        self._time_out = time_out

    def get(self, path: str, waiting: Callable[[], None]) -> Reply:
        """What the server has at a path. `waiting` is called meanwhile; it may raise Cancelled."""
        return self._send("GET", path, b"", waiting)

    def post(self, path: str, value: object, waiting: Callable[[], None]) -> Reply:
        """What the server answers to a value that is sent as JSON.

        Raises ServerError in one sentence when the server is not there, takes too long, or sends
        more than any answer needs.
        """
        return self._send("POST", path, json.dumps(value).encode(), waiting)

    def _send(self, method: str, path: str, body: bytes, waiting: Callable[[], None]) -> Reply:
        connection = _connection(self.address, min(_CONNECTING, self._time_out))
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="server") as thread:
            future = thread.submit(_exchange, connection, method, self.address.path + path, body)
            try:
                self._wait(future, waiting)
            finally:
                connection.break_off()
            return self._reply(future)

    def _wait(self, future: Future[Reply], waiting: Callable[[], None]) -> None:
        end = time.monotonic() + self._time_out
        while not wait([future], _LOOK_AROUND).done:
            waiting()
            if time.monotonic() > end:
                raise ServerError(
                    f"The server at {self.address.words} did not answer within "
                    f"{self._time_out:.0f} seconds."
                )

    def _reply(self, future: Future[Reply]) -> Reply:
        words = self.address.words
        try:
            return future.result()
        except _LedAway as error:
            raise ServerError(f"{words} is not on this computer: nothing was sent.") from error
        except _TooLong as error:
            raise ServerError(f"The server at {words} sent far too long an answer.") from error
        except ConnectionRefusedError as error:
            raise ServerError(
                f"No server is running at {words}. Start it, for example with “ollama serve”."
            ) from error
        except (OSError, HTTPException) as error:
            raise ServerError(f"The connection to the server at {words} broke off.") from error


class _Breakable:
    """A connection that checks where it leads, and that another thread can end."""

    def __init__(self, address: Address, connection: HTTPConnection) -> None:
        self._address, self._connection = address, connection
        self._socket: socket.socket | None = None
        self._is_ended = threading.Event()

    def open(self) -> HTTPConnection:
        """Connect; raises _LedAway when that is not where it should lead."""
        address = self._address
        if address.is_here:
            found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            if not all(is_loopback(str(place[0])) for *_, place in found):
                raise _LedAway
        self._connection.connect()
        self._socket = self._connection.sock
        if address.is_here and not is_loopback(self._socket.getpeername()[0]):
            raise _LedAway
        self._socket.settimeout(None)  # who waits looks after the time
        if self._is_ended.is_set():
            raise HTTPException
        return self._connection

    def break_off(self) -> None:
        """End it, whatever it is doing."""
        self._is_ended.set()
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
        self._connection.close()


def _connection(address: Address, time_out: float) -> _Breakable:
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    return _Breakable(address, kind(address.host, address.port, timeout=time_out))


def _exchange(connection: _Breakable, method: str, path: str, body: bytes) -> Reply:
    """Send a request and read the reply slice by slice."""
    http = connection.open()
    headers = {"Accept": "application/json", "Connection": "close"}
    if body:
        headers["Content-Type"] = "application/json"
    http.request(method, path, body or None, headers)
    response = http.getresponse()
    slices, total = [], 0
    while part := response.read(_SLICE):
        slices.append(part)
        total += len(part)
        if total > _MOST_BYTES:
            raise _TooLong
    if response.length:
        raise HTTPException  # less came than was announced
    return Reply(response.status, b"".join(slices))
