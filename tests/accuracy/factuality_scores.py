"""Scores the factuality of marked events on MEANTIME, whose annotators told time and certainty.

Three answers are told apart: denied (polarity NEG), open (in the future, uncertain, or under a
condition) and told as a fact. Generic statements are left out: a timeline has no place for them.
Guidelines: NewsReader NWR-2014-2-2, http://www.newsreader-project.eu/files/2013/01/NWR-2014-2-2.pdf
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.accuracy.parse_scores import Tally
from timeline_app.domain import Factuality
from timeline_app.extraction.events.factuality.judging import judge
from timeline_app.extraction.model.event_classes import class_of
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.verb_groups import verb_form

FACTUALITY_MEASURES = ("factuality", "fact", "open", "denied")
_EVENT_TAGS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_ANSWERS = {
    Factuality.HAPPENED: "fact",
    Factuality.UNDER_WAY: "fact",
    Factuality.SAID: "fact",
    Factuality.PLANNED: "open",
    Factuality.POSSIBLE: "open",
    Factuality.DENIED: "denied",
}


@dataclass(frozen=True, slots=True)
class _Marked:
    """An event as people judged it: the number of its sentence, its word, and the answer."""

    sentence: str
    word: int
    answer: str


def score_factuality(model: LanguageModel, paths: Iterable[Path]) -> Tally:
    """Of the answer to all events ("factuality"), and to those of each answer."""
    tally = Tally()
    for path in paths:
        root = ET.parse(path).getroot()  # noqa: S314 - a corpus on this computer
        words = _words(root)
        read = {number: model.read_words(forms) for number, forms in words.items()}
        for marked in _marked(root):
            sentence = read[marked.sentence]
            if sentence.words[marked.word].upos in _EVENT_TAGS:
                _count(tally, marked.answer, _judged(sentence, marked.word))
    return tally


def _count(tally: Tally, expected: str, found: str) -> None:
    tally.gold.update(["factuality", expected])
    tally.found.update(["factuality", found])
    if expected == found:
        tally.right.update(["factuality", found])


def _judged(sentence: ParsedSentence, word: int) -> str:
    event = TaggedEvent(word, class_of(sentence, word), verb_form(sentence, word), 0.0)
    return _ANSWERS[judge(sentence, event).factuality]


def _words(root: ET.Element) -> dict[str, list[str]]:
    """The words of each sentence by its number."""
    sentences: dict[str, list[str]] = {}
    for token in root.iter("token"):
        sentences.setdefault(token.get("sentence", ""), []).append(token.text or "")
    return sentences


def _marked(root: ET.Element) -> Iterator[_Marked]:
    places: dict[str, tuple[str, int]] = {}
    counts: dict[str, int] = {}
    for token in root.iter("token"):
        sentence = token.get("sentence", "")
        places[token.get("t_id", "")] = sentence, counts.get(sentence, 0)
        counts[sentence] = counts.get(sentence, 0) + 1
    for mention in root.iterfind("Markables/EVENT_MENTION"):
        anchor = mention.find("token_anchor")
        answer = _answer(mention)
        if anchor is not None and answer:
            yield _Marked(*places[anchor.get("t_id", "")], answer)


def _answer(mention: ET.Element) -> str:
    """What the annotators told of an event; empty for generic statements."""
    if not mention.get("time") or mention.get("special_cases") == "GEN":
        return ""
    if mention.get("polarity") == "NEG":
        return "denied"
    is_certain = mention.get("certainty") in ("CERTAIN", "UNDERSPECIFIED")
    is_plain = mention.get("special_cases") in ("NONE", "", None)
    is_fact = is_certain and is_plain and mention.get("time") != "FUTURE"
    return "fact" if is_fact else "open"
