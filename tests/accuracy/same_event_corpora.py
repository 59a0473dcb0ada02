"""Reads events that people have marked in several articles, with what they are the same as.

MEANTIME says of each mention which event of all its articles it is, and so does ECB+ where its
links are at hand. Its edition with storylines lacks them: each article lists the events that it
tells of by short descriptions that all articles of a topic share ("escape nov 30"), but does not
say which mention is which. There a mention whose word is in one description alone, and in no other
of its article, is taken to be that event; the others have no label. So those labels favour events
that are told in like words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.accuracy.timeml_corpora import corpora_folder
from timeline_app.domain import TextRange
from timeline_app.services.sameness.words import FUNCTION_WORDS, stem, words_in

_ECB = "ecb-plus/annotated/{topic}/*.xml"
_MEANTIME = "meantime/intra_cross-doc_annotation/corpus_{topic}/*.xml"
FITTED_TOPICS = ("1", "3", "4", "5", "7", "8", "12", "13", "14", "16", "18", "19", "20")
OTHER_TOPICS = ("22", "23", "24", "30", "32", "33", "35")
TEST_TOPICS = tuple(str(number) for number in range(36, 46))
_ECB_LINKS = ("CROSS_DOC_COREF", "INTRA_DOC_COREF")
_TOPIC = re.compile(r"^t\d+b?_")
_PREFIX = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event in a sentence of an article; `label` is "" where it is not known."""

    article: str
    sentence: str
    trigger: TextRange
    label: str


@dataclass(frozen=True, slots=True)
class Topic:
    """The mentions of articles on one topic, and the texts of these articles by their names."""

    name: str
    mentions: tuple[Mention, ...]
    texts: dict[str, str]


def ecb_paths(topic: str) -> list[Path]:
    """The files of one topic of ECB+; none where the corpus is not there."""
    return sorted(corpora_folder().glob(_ECB.format(topic=topic)))


def meantime_paths(topic: str) -> list[Path]:
    """The files on "airbus" or "apple"; none where the corpus is not there."""
    return sorted(corpora_folder().glob(_MEANTIME.format(topic=topic)))


def read_ecb(topic: str) -> Topic:
    """One topic of ECB+."""
    return _topic(topic, ecb_paths(topic), _linked_or_described)


def read_meantime(topic: str) -> Topic:
    """The articles of MEANTIME on "airbus" or "apple"."""
    return _topic(topic, meantime_paths(topic), _linked)


def _topic(name: str, paths: Iterable[Path], label: Callable[[_Article], dict[str, str]]) -> Topic:
    mentions: list[Mention] = []
    texts = {}
    for path in paths:
        article = _Article(path)
        labels = label(article)
        texts[path.stem] = " ".join(article.words)
        mentions += (article.mention(each, labels.get(each, "")) for each in article.mentions)
    return Topic(name, tuple(mentions), texts)


class _Article:
    """The tokens and markables of one file."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.root = ET.parse(path).getroot()  # noqa: S314 - a corpus on this computer
        tokens = list(self.root.iter("token"))
        self.words = [token.text or "" for token in tokens]
        self._places = {token.get("t_id", ""): i for i, token in enumerate(tokens)}
        self._sentences = [token.get("sentence", "") for token in tokens]
        self.marked = {
            each.get("m_id", ""): each for part in self.root.iter("Markables") for each in part
        }
        self.mentions = [
            id_ for id_, each in self.marked.items() if _is_event(each) and self.tokens(id_)
        ]

    def tokens(self, id_: str) -> list[int]:
        """The places of the words of a mention."""
        anchors = self.marked[id_].iter("token_anchor")
        return [self._places[each.get("t_id", "")] for each in anchors]

    def mention(self, id_: str, label: str) -> Mention:
        """A mention with its sentence."""
        places = self.tokens(id_)
        first, last = places[0], places[-1]
        number = self._sentences[first]
        inside = [i for i, each in enumerate(self._sentences) if each == number]
        before = " ".join(self.words[inside[0] : first])
        start = len(before) + bool(before)
        words = " ".join(self.words[first : last + 1])
        after = " ".join(self.words[last + 1 : inside[-1] + 1])
        sentence = " ".join(filter(None, (before, words, after)))
        return Mention(self.name, sentence, TextRange(start, start + len(words)), label)


def _is_event(each: ET.Element) -> bool:
    return each.tag == "EVENT_MENTION" or "ACTION_" in each.tag


def _linked(article: _Article) -> dict[str, str]:
    """What the mentions of MEANTIME are linked to, where that goes beyond their article."""
    labels = {}
    for link in article.root.iter("REFERS_TO"):
        goal = next((each.get("m_id", "") for each in link.iter("target")), "")
        event = article.marked.get(goal)
        if event is not None and event.tag == "EVENT":
            label = event.get("instance_id") or f"{article.name} {goal}"
            labels.update((each.get("m_id", ""), label) for each in link.iter("source"))
    return labels


def _linked_or_described(article: _Article) -> dict[str, str]:
    """What the mentions of ECB+ are linked to; without links, what they are described as."""
    links = [link for kind in _ECB_LINKS for link in article.root.iter(kind)]
    if not links:
        return _described(article)
    labels = {id_: f"{article.name} {id_}" for id_ in article.mentions}  # told of once
    for link in links:
        goal = next((each.get("m_id", "") for each in link.iter("target")), "")
        event = article.marked.get(goal)
        label = link.get("note") or (event is not None and event.get("instance_id")) or goal
        for each in link.iter("source"):
            if each.get("m_id", "") in labels:
                labels[each.get("m_id", "")] = str(label)
    return labels


def _described(article: _Article) -> dict[str, str]:
    """What the mentions of ECB+ are, as far as one description alone has their word."""
    described = {
        each.get("TAG_DESCRIPTOR", ""): _stems(_TOPIC.sub("", each.get("TAG_DESCRIPTOR", "")))
        for id_, each in article.marked.items()
        if _is_event(each) and not article.tokens(id_)
    }
    found: dict[str, str] = {}
    for id_ in article.mentions:
        words = _stems(" ".join(article.words[i] for i in article.tokens(id_)))
        hits = _hits(words, described)
        if len(hits) == 1:
            found[id_] = hits[0]
    return found


def _hits(words: list[str], described: dict[str, list[str]]) -> list[str]:
    """The descriptions that have most of the words, if any."""
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for description, others in described.items():
        count = sum(any(_alike(word, other) for other in others) for word in words)
        by_count[count].append(description)
    most = max(by_count, default=0)
    return by_count[most] if most else []


def _stems(text: str) -> list[str]:
    words = words_in(text.replace("_", " "))
    return [stem(word) for word in words if word.casefold() not in FUNCTION_WORDS]


def _alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) >= _PREFIX and one[:_PREFIX] == other[:_PREFIX]
    )


def labelled(topic: Topic) -> Iterator[Mention]:
    """The mentions of which is known what they are."""
    return (mention for mention in topic.mentions if mention.label)
