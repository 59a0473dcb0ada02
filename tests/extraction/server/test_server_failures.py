"""A server that is absent, slow, broken or hostile costs one sentence, never more."""

from __future__ import annotations

import json
import socket
import threading
from typing import Any

import pytest

from tests.extraction.reading import TUESDAY, whole
from tests.extraction.server.stub import Handler, Stub, completion, event, telling
from timeline_app.domain import Cancelled, Proposal, UserError
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.proposer import LOCAL_SERVER, EngineSettings
from timeline_app.extraction.server.client import Client
from timeline_app.extraction.server.proposer import ServerProposer

_TEXT = "Putin met Xi in Kazan last week."
_EVENT = event("Putin met Xi in Kazan", _TEXT, "met", time="last week", people=["Putin", "Xi"])


def _propose(address: str, time_out: float = 20, model: str = "", **more: Any) -> list[Proposal]:
    settings = EngineSettings(LOCAL_SERVER, address=address, model=model)
    proposer = ServerProposer(settings, time_out)
    return proposer.propose(analyse(_TEXT, [whole(_TEXT)]), TUESDAY, **more)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UserError, match=f"No server is running at 127.0.0.1:{port}. Start it"):
        _propose(f"http://127.0.0.1:{port}")


def test_it_takes_too_long(stub: Stub) -> None:
    stub.answering = lambda _handler, _asked: stub.is_over.wait(20) and None
    with pytest.raises(UserError, match="did not answer within 0 seconds"):
        _propose(stub.address, 0.2)


class _Stopping:
    """A progress that stops once the server was asked."""

    def __init__(self, stub: Stub) -> None:
        self._stub = stub

    def step(self, done: int, total: int, note: str = "") -> None:
        assert (done, total) == (0, 1)
        assert note == "Asking the language model (1 of 1)"
        if self._stub.asked:
            raise Cancelled


def test_the_user_stops_waiting(stub: Stub) -> None:
    left: list[bool] = []

    def hold(handler: Handler, _asked: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.end_headers()
        left.append(handler.connection.recv(1) == b"")  # until the other end has gone

    stub.answering = hold
    with pytest.raises(Cancelled):
        _propose(stub.address, progress=_Stopping(stub))
    assert not [each for each in threading.enumerate() if each.name.startswith("server")]


def _html(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.reply(200, b"<html>It works!</html>")


def _cut_off(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.reply(200, completion(json.dumps({"events": [_EVENT]})[:-20], "length"))


def _partial(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def _partial_chunks(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"10\r\n{")
    handler.close_connection = True


def _hung_up(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.close_connection = True


def _endless(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"10000\r\n" + b" " * 65_536 + b"\r\n")


def _deep(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.reply(200, b"[" * 1_000_000)


def _away(handler: Handler, _asked: dict[str, Any]) -> None:
    handler.reply(307, b"", Location="http://192.0.2.1/v1/chat/completions")


def _words(content: str) -> Any:
    return lambda handler, _asked: handler.reply(200, completion(content))


def _failing(status: int, error: object) -> Any:
    return lambda handler, _asked: handler.reply(status, {"error": error})


@pytest.mark.parametrize(
    ("answering", "sentence"),
    [
        (_html, "answered what is no JSON"),
        (_deep, "answered what is no JSON"),
        (_words("There were two events."), "answered words instead of a list of events"),
        (_words('{"events": [}'), "answered words instead of a list of events"),
        (_words('{"happenings": []}'), "answered in another form"),
        (_words('{"events": {}}'), "answered in another form"),
        (_words('{"events": [{"title": 3}, null]}'), "answered in another form"),
        (_cut_off, "too long and was cut off"),
        (_partial, "broke off"),
        (_partial_chunks, "broke off"),
        (_hung_up, "broke off"),
        (_endless, "sent far too long an answer"),
        (_away, "points to another address, which is not followed"),
        (_failing(404, {"message": 'model "x" not found, try pulling it'}), "has no model “x”"),
        (_failing(404, "page not found"), "no server for language models of this kind"),
        (_failing(401, "key"), "wants a key"),
        (_failing(500, "out of memory\n" * 999), "failed with status 500: out of memory out of"),
        (_failing(503, None), "failed with status 503."),
    ],
)
def test_what_is_no_answer_is_told_in_one_sentence(
    stub: Stub, answering: Any, sentence: str
) -> None:
    stub.answering = answering
    with pytest.raises(UserError, match=sentence) as raised:
        _propose(stub.address, model="x")
    assert len(str(raised.value)) < 400


def test_an_answer_in_slices_is_read(stub: Stub) -> None:
    def dribble(handler: Handler, _asked: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for letter in json.dumps(completion(json.dumps({"events": [_EVENT]}))):
            handler.wfile.write(f"1\r\n{letter}\r\n".encode())
            handler.wfile.flush()
        handler.wfile.write(b"0\r\n\r\n")

    stub.answering = dribble
    assert [each.title for each in _propose(stub.address)] == ["Putin met Xi in Kazan"]


def test_a_server_without_schemas_is_asked_more_loosely_and_remembered(stub: Stub) -> None:
    def old(handler: Handler, asked: dict[str, Any]) -> None:
        if "response_format" in asked:
            handler.reply(400, {"error": {"message": "unknown field"}})
        else:
            said = f"<think>{{hm}}</think>Here:\n```json\n{json.dumps({'events': [_EVENT]})}\n```"
            handler.reply(200, completion(said))

    stub.answering = old
    settings = EngineSettings(LOCAL_SERVER, address=stub.address)
    proposer = ServerProposer(settings)
    for _ in range(2):
        assert proposer.propose(analyse(_TEXT, [whole(_TEXT)]), TUESDAY)
    kinds = [each.get("response_format", {}).get("type") for each in stub.asked]
    assert kinds == ["json_schema", "json_object", None, None]


def test_the_first_model_is_taken_when_none_is_named(stub: Stub) -> None:
    stub.answering = telling(_EVENT)
    _propose(stub.address)
    assert stub.asked[0]["model"] == "little-one"
    assert stub.asked[0]["temperature"] == 0
    assert stub.asked[0]["path"] == "/v1/chat/completions"
    stub.models = ()
    with pytest.raises(UserError, match="has no language model"):
        _propose(stub.address)


@pytest.fixture
def _localhost_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer whose table of hosts was tampered with."""
    places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: places)


@pytest.mark.usefixtures("_localhost_is_elsewhere")
def test_a_name_of_this_computer_that_leads_away_is_sent_nothing() -> None:
    with pytest.raises(
        UserError, match="localhost:11434 is not on this computer: nothing was sent"
    ):
        _propose("localhost:11434")


def test_no_proxy_is_asked(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://192.0.2.1:9")
    stub.answering = telling(_EVENT)
    assert _propose(stub.address)
    assert stub.hosts == [f"127.0.0.1:{stub.port}"]


def test_localhost_is_this_computer(stub: Stub) -> None:
    stub.answering = telling(_EVENT)
    assert _propose(f"localhost:{stub.port}")


def test_a_client_leaves_no_thread_behind(stub: Stub) -> None:
    from timeline_app.extraction.server.addresses import server_address

    Client(server_address(stub.address)).get("/models", lambda: None)
    assert not [each for each in threading.enumerate() if each.name.startswith("server")]
