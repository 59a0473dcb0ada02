"""A server that speaks the protocol of chat completions, and misbehaves as a test asks it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answering = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Stub:
    """A running stub: what it was asked, and how it answers."""

    port: int = 0
    models: tuple[str, ...] = ("little-one",)
    answering: Answering | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


class Handler(BaseHTTPRequestHandler):
    """Answers one request after what the stub says."""

    stub: Stub
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.stub.hosts.append(self.headers["Host"])
        self.reply(200, {"object": "list", "data": [{"id": name} for name in self.stub.models]})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.stub.asked.append({**asked, "path": self.path})
        assert self.stub.answering is not None
        try:
            self.stub.answering(self, asked)
        except OSError:
            self.close_connection = True  # who asked has gone

    def reply(self, status: int, value: object, **headers: str) -> None:
        """Send a value as JSON."""
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        for name, text in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running(stub: Stub) -> Iterator[Stub]:
    """Run a stub on a free port of this computer."""
    kind = type("Handler", (Handler,), {"stub": stub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    stub.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stub
    finally:
        stub.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def completion(content: str, finish: str = "stop") -> dict[str, Any]:
    """A reply of the protocol with an answer in it."""
    message = {"role": "assistant", "content": content}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
    }


def event(title: str, quote: str, trigger: str, **more: Any) -> dict[str, Any]:
    """An event as a model would write it."""
    names: dict[str, list[str]] = {"people": [], "organisations": [], "places": []}
    return {
        "title": title, "quote": quote, "trigger": trigger, "time": "", "factuality": "happened",
        **names, **more,
    }  # fmt: skip


def telling(*events: dict[str, Any]) -> Answering:
    """Answer every question with the same events."""

    def answer(handler: Handler, _asked: dict[str, Any]) -> None:
        handler.reply(200, completion(json.dumps({"events": events})))

    return answer
