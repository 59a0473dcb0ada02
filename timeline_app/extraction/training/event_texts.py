"""Texts in which events are marked: MEANTIME, ECB+ and GUM."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from timeline_app.extraction.training.corpora import corpora_path
from timeline_app.extraction.training.gum_names import head_of, read_gum

_ECB_ACTION = re.compile(r"(NEG_)?ACTION_([A-Z]+)$")
# ECB+ marks sentences it chose; what stands above the article is no sentence.
_SHORTEST = 4  # words


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """The word an event is marked at. Attributes are those of TimeML, empty where not marked."""

    word: int
    event_class: str = ""


@dataclass(slots=True)
class MarkedSentence:
    """A sentence as words; `marks_verbs` is false where only nouns are marked."""

    source: str
    words: list[str] = field(default_factory=list)
    events: list[MarkedEvent] = field(default_factory=list)
    marks_verbs: bool = True


def marked_sentences() -> Iterator[MarkedSentence]:
    """Every sentence in which events are marked, of all the corpora."""
    for path in sorted(corpora_path("meantime", "intra_cross-doc_annotation").rglob("*.xml")):
        yield from _cat_sentences(path, "meantime")
    for path in sorted(corpora_path("ecb-plus", "annotated").rglob("*.xml")):
        yield from _cat_sentences(path, "ecb-plus")
    for part in ("train", "dev"):
        yield from _gum_sentences(part)


def _cat_sentences(path: Path, source: str) -> Iterator[MarkedSentence]:
    """The sentences of a file of the CAT tool in which something is marked."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus on this computer
    sentences: dict[str, MarkedSentence] = {}
    places: dict[str, tuple[str, int]] = {}
    for token in root.iter("token"):
        number = token.get("sentence", "")
        sentence = sentences.setdefault(number, MarkedSentence(source))
        places[token.get("t_id", "")] = number, len(sentence.words)
        sentence.words.append(token.text or "")
    for markable in root.iterfind("Markables/*"):
        event_class = _class_of(markable)
        anchors = [anchor.get("t_id", "") for anchor in markable.iterfind("token_anchor")]
        if event_class is not None and anchors:
            number, word = places[anchors[0]]
            sentences[number].events.append(MarkedEvent(word, event_class))
    for sentence in sentences.values():
        if sentence.events and len(sentence.words) >= _SHORTEST:
            yield sentence


def _class_of(markable: ET.Element) -> str | None:
    """The class of an event, empty when the corpus has none; None for what is no event."""
    if markable.tag == "EVENT_MENTION":
        return ""
    action = _ECB_ACTION.match(markable.tag)
    return action[2] if action else None


def _gum_sentences(part: str) -> Iterator[MarkedSentence]:
    """GUM marks noun phrases that stand for events."""
    for sentence, entities in read_gum(corpora_path("ud-gum-free", f"{part}.conllu")):
        heads = set()
        for entity in entities:
            head = head_of(sentence.words, entity)
            if entity.type == "event" and head is not None:
                heads.add(head)
        yield MarkedSentence(
            "gum",
            [word.form for word in sentence.words],
            [MarkedEvent(head) for head in sorted(heads)],
            marks_verbs=False,
        )
