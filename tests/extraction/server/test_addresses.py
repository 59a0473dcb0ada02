"""Which addresses are on this computer, and which are none."""

from __future__ import annotations

import pytest

from timeline_app.domain import UserError
from timeline_app.extraction.server.addresses import Address, is_loopback, server_address


def test_an_address_may_be_typed_shortly() -> None:
    usual = Address("http", "localhost", 11434, "/v1", is_here=True)
    for typed in ("", " http://localhost:11434/v1/ ", "localhost:11434", "LOCALHOST:11434/v1"):
        assert server_address(typed) == usual
    assert server_address("http://[::1]:8080").words == "[::1]:8080"
    assert server_address("http://127.8.8.8").port == 80
    assert server_address("http://localhost:0").port == 0


@pytest.mark.parametrize(
    "typed",
    [
        "http://192.168.1.5:11434",
        "https://api.example.com/v1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://0.0.0.0:11434",
        "http://[::]:11434",
        "http://2130706433:11434",
        "http://127.1:11434",
        "http://[::ffff:192.168.1.5]",
    ],
)
def test_what_is_not_on_this_computer_needs_to_be_allowed(typed: str) -> None:
    with pytest.raises(UserError, match="is not on this computer, so articles are not sent there"):
        server_address(typed)
    assert not server_address(typed, may_leave_computer=True).is_here


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://localhost",
        "ftp://localhost:21",
        "http://a..localhost",
        f"http://{'a' * 64}.localhost",
        "http://",
        "http://user:word@localhost",
        "http://localhost:99999",
        "http://localhost:port",
        "http://local host",
        "http://localhost/v1?x=1",
        "http://localhost/\r\nHost: other",
        "http://[::1",
        "file:///etc/passwd",
        "http://löcalhost",
    ],
)
def test_what_is_no_address(typed: str) -> None:
    for allowed in (False, True):
        with pytest.raises(UserError, match="is no address of a server"):
            server_address(typed, may_leave_computer=allowed)


def test_addresses_of_this_computer() -> None:
    here = ("127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1")
    assert all(map(is_loopback, here))
    assert not any(
        map(is_loopback, ("", "localhost", "128.0.0.1", "::2", "10.0.0.1", "fe80::1%lo"))
    )
