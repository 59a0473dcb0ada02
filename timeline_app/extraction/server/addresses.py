"""Addresses of servers: which are typed right, and which are on this computer."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from timeline_app.domain import UserError

USUAL_ADDRESS = "http://localhost:11434/v1"  # where Ollama listens
_USUAL_PATH = "/v1"
_PORTS = {"http": 80, "https": 443}
_WRONG = "“{}” is no address of a server. One looks like http://localhost:11434/v1."
_ELSEWHERE = (
    "“{}” is not on this computer, so articles are not sent there. If they may be, "
    "allow it in the settings, or with --allow-remote-server in a terminal."
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens; `path` is what all its paths begin with.

    With `is_here` it may be reached on this computer alone.
    """

    scheme: str
    host: str
    port: int
    path: str
    is_here: bool

    @property
    def words(self) -> str:
        """The server in a sentence."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def server_address(typed: str, *, may_leave_computer: bool = False) -> Address:
    """The address that was typed; UserError when it is none, or leads away and must not."""
    typed = typed.strip() or USUAL_ADDRESS
    parts, port = _split(typed)
    host = parts.hostname or ""
    is_here = is_loopback(host) or host == "localhost" or host.endswith(".localhost")
    if not is_here and not may_leave_computer:
        raise UserError(_ELSEWHERE.format(host))
    path = parts.path.rstrip("/") or _USUAL_PATH
    return Address(parts.scheme, host, port, path, is_here)


def is_loopback(host: str) -> bool:
    """Whether an address in numbers is one of this computer: 127.0.0.0/8 or ::1."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def _split(typed: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(typed if "://" in typed else f"http://{typed}")
        usual_port = _PORTS[parts.scheme]
        port = usual_port if parts.port is None else parts.port
        (parts.hostname or "").encode("idna")
    except (ValueError, KeyError) as error:
        raise UserError(_WRONG.format(typed)) from error
    is_plain = parts.username is None and not parts.query and not parts.fragment
    printable = typed.isascii() and typed.isprintable() and " " not in typed
    if not parts.hostname or not is_plain or not printable:
        raise UserError(_WRONG.format(typed))
    return parts, port
