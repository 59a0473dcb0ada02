"""What a language model answered, taken apart: whatever is not as it was asked for is no answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.domain import Factuality, UserError

_MOST_EVENTS = 200
_MOST_NAMES = 12  # of each kind
_LONGEST_WORDS = 2_000
_LONGEST_NAME = 200
_LONGEST_REASON = 200
_KINDS = ("people", "organisations", "places")


class AnswerError(UserError):
    """One answer that is of no use. The next may be."""


@dataclass(frozen=True, slots=True)
class AnsweredEvent:
    """An event as a model told it; nothing of it is believed yet."""

    title: str
    quote: str
    trigger: str
    time: str
    factuality: Factuality
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The events of one answer, and how many more were in no form to be read."""

    events: tuple[AnsweredEvent, ...]
    malformed: int = 0


def answer_of_reply(body: bytes) -> Answer:
    """The answer in a reply to a question; AnswerError when it has another form."""
    choice = _member(_member(_json(body, "what is no JSON"), "choices"), 0)
    content = _member(_member(choice, "message"), "content")
    if not isinstance(content, str):
        raise AnswerError("The language model gave an empty answer.")
    if _member_or_none(choice, "finish_reason") == "length":
        raise AnswerError("The language model’s answer was too long and was cut off.")
    answer = _json(_braces(content), "words instead of a list of events")
    events = _member(answer, "events")
    if not isinstance(events, list):
        raise _other_form()
    found = [_event(each) for each in events[:_MOST_EVENTS]]
    told = tuple(each for each in found if each is not None)
    if found and not told:
        raise _other_form()
    return Answer(told, len(found) - len(told))


def models_of_reply(body: bytes) -> list[str]:
    """The names of the models that a server has, from its reply to `/models`."""
    models = _member_or_none(_json(body, "what is no JSON"), "data")
    names = [_member_or_none(each, "id") for each in models] if isinstance(models, list) else []
    return [plain(name) for name in names if isinstance(name, str)]


def reason_of_reply(body: bytes) -> str:
    """Why a server refused, in its own words; empty when it does not say."""
    try:
        reply = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = _member_or_none(reply, "error")
    words = error if isinstance(error, str) else _member_or_none(error, "message")
    return plain(words)[:_LONGEST_REASON] if isinstance(words, str) else ""


def plain(words: str) -> str:
    """Words on one line, without what cannot be shown or kept, such as half a character."""
    shown = (letter if letter.isprintable() else " " for letter in words)
    return " ".join("".join(shown).split())


def _event(value: object) -> AnsweredEvent | None:
    try:
        return AnsweredEvent(
            plain(_words(value, "title")),
            _words(value, "quote"),
            _words(value, "trigger"),
            _words(value, "time"),
            Factuality(_words(value, "factuality")),
            *(_names(value, kind) for kind in _KINDS),
        )
    except (TypeError, ValueError):
        return None


def _words(value: object, name: str) -> str:
    words = _member_or_none(value, name)
    if not isinstance(words, str):
        raise TypeError
    return words[:_LONGEST_WORDS].strip()


def _names(value: object, kind: str) -> tuple[str, ...]:
    names = _member_or_none(value, kind)
    if not isinstance(names, list | None):
        raise TypeError
    found = (each.strip() for each in (names or ())[:_MOST_NAMES] if isinstance(each, str))
    return tuple(each for each in found if 0 < len(each) <= _LONGEST_NAME)


def _braces(content: str) -> str:
    """The JSON in an answer: some models think aloud before it, or fence it."""
    content = content.rpartition("</think>")[2]
    return content[content.find("{") : content.rfind("}") + 1]


def _json(text: bytes | str, else_: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AnswerError(f"The language model answered {else_}.") from error


def _member(value: object, key: str | int) -> object:
    found = _member_or_none(value, key)
    if found is None:
        raise _other_form()
    return found


def _member_or_none(value: object, key: str | int) -> object:
    if isinstance(key, str):
        return value.get(key) if isinstance(value, Mapping) else None
    return value[key] if isinstance(value, list) and len(value) > key else None


def _other_form() -> AnswerError:
    return AnswerError("The language model answered in another form than it was asked to.")
