"""Events in TimeML corpora. Nothing is trained on them: their licence allows judging only."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline_app.domain import TextRange
from timeline_app.extraction.training.corpora import corpora_path

_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"([A-Za-z]+)\s*=\s*\"([^\"]*)\"")
_INSTANCE = re.compile(r"<MAKEINSTANCE([^>]*)/?>")
_DEFAULTS = {"tense": "NONE", "aspect": "NONE", "polarity": "POS", "modality": "NONE"}


@dataclass(frozen=True, slots=True)
class TimeMlEvent:
    """An event as people marked it."""

    range: TextRange
    event_class: str
    tense: str
    aspect: str
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True)
class TimeMlText:
    """A text with its events."""

    name: str
    text: str
    events: tuple[TimeMlEvent, ...]


def read_timeml_events(corpus: str) -> Iterator[TimeMlText]:
    """The texts of one corpus."""
    for path in sorted(corpora_path(corpus).glob("*.tml")):
        yield read_timeml_file(path)


def read_timeml_file(path: Path) -> TimeMlText:
    """The text of one file with its events."""
    content = path.read_text(encoding="utf-8")
    instances: dict[str, dict[str, str]] = {}
    for instance in _INSTANCE.finditer(content):
        facts = dict(_ATTRIBUTE.findall(instance[1]))
        instances.setdefault(facts.get("eventID", ""), facts)
    body = _BODY.search(content)
    text, marked = _without_tags(body[1] if body else "")
    events = tuple(_event(text, place, facts, instances) for place, facts in marked)
    return TimeMlText(path.stem, text, events)


def _without_tags(marked: str) -> tuple[str, list[tuple[TextRange, dict[str, str]]]]:
    pieces: list[str] = []
    found: list[tuple[TextRange, dict[str, str]]] = []
    length = position = 0
    opened: tuple[int, dict[str, str]] | None = None
    for tag in [*_TAG.finditer(marked), None]:
        piece = html.unescape(marked[position : tag.start() if tag else len(marked)])
        pieces.append(piece)
        length += len(piece)
        if tag is None:
            break
        position = tag.end()
        if tag[2] == "EVENT" and not tag[1]:
            opened = length, dict(_ATTRIBUTE.findall(tag[3]))
        elif tag[2] == "EVENT" and opened:
            found.append((TextRange(opened[0], length), opened[1]))
            opened = None
    return "".join(pieces), found


def _event(
    text: str, place: TextRange, facts: dict[str, str], instances: dict[str, dict[str, str]]
) -> TimeMlEvent:
    covered = text[place.start : place.end]
    start = place.start + len(covered) - len(covered.lstrip())
    instance = instances.get(facts.get("eid", ""), {})
    known = {name: instance.get(name) or default for name, default in _DEFAULTS.items()}
    return TimeMlEvent(
        TextRange(start, start + len(covered.strip())), facts.get("class", ""), **known
    )
