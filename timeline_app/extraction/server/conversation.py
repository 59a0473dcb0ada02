"""A conversation with a server: which model it has, which form of answer it can give."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from timeline_app.extraction.server.answers import (
    Answer,
    answer_of_reply,
    models_of_reply,
    reason_of_reply,
)
from timeline_app.extraction.server.client import Client, Reply, ServerError
from timeline_app.extraction.server.questions import FORMATS, question

# What servers say to a form of answer that they do not know.
_NOT_UNDERSTOOD = frozenset({400, 415, 422, 500, 501})
_NOT_ALLOWED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})


class Conversation:
    """Asks questions, and remembers the strictest form of answer that the server gives."""

    def __init__(self, client: Client, model: str) -> None:
        self._client, self._model = client, model.strip()
        self._formats = FORMATS

    @property
    def model_used(self) -> str:
        """The name of the model; empty before the first question, where none was chosen."""
        return self._model

    def ask(self, part: str, waiting: Callable[[], None]) -> Answer:
        """What the model finds in a part of an article.

        `waiting` is called while there is no answer yet, and may raise Cancelled. Raises
        ServerError when the server cannot be used, AnswerError when this answer cannot.
        """
        self._model = self._model or self._first_model(waiting)
        reply = Reply(0, b"")
        for left, form in enumerate(self._formats):
            asked = question(self._model, part, form)
            reply = self._client.post("/chat/completions", asked, waiting)
            if reply.status not in _NOT_UNDERSTOOD:
                self._formats = self._formats[left:]
                break
        self._check(reply)
        return answer_of_reply(reply.body)

    def _first_model(self, waiting: Callable[[], None]) -> str:
        reply = self._client.get("/models", waiting)
        self._check(reply)
        models = models_of_reply(reply.body)
        if not models:
            raise ServerError(f"The server at {self._server} has no language model.")
        return models[0]

    def _check(self, reply: Reply) -> None:
        """Raise ServerError for a reply that is no answer."""
        status = reply.status
        if status == HTTPStatus.OK:
            return
        said = reason_of_reply(reply.body)
        if status == HTTPStatus.NOT_FOUND and "model" in said.lower():
            raise ServerError(f"The server at {self._server} has no model “{self._model}”.")
        if status == HTTPStatus.NOT_FOUND:
            raise ServerError(f"At {self._server} is no server for language models of this kind.")
        if 300 <= status < 400:
            raise ServerError(
                f"The server at {self._server} points to another address, which is not followed."
            )
        if status in _NOT_ALLOWED:
            raise ServerError(f"The server at {self._server} wants a key, and there is none.")
        because = f": {said}" if said else ""
        raise ServerError(f"The server at {self._server} failed with status {status}{because}.")

    @property
    def _server(self) -> str:
        return self._client.address.words
