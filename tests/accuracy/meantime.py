"""Reads MEANTIME: Wikinews articles whose events, participants and times people have marked.

The first sentence of an article is its title, the second its date line; only about the first five
sentences are marked. The articles on Airbus and the first half of those on Apple are for
development, the other half of those on Apple is for reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar
from xml.etree import ElementTree as ET

from tests.accuracy.timeml_corpora import corpora_folder
from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf

Half = Literal["development", "other"]
FILES = "meantime/intra-doc_annotation/*/*.xml"
_Goal = TypeVar("_Goal")
_FRONT = 2  # sentences before the body
_PRONOUNS = frozenset(
    "he him his she her hers it its they them their i me my we us our you your who whom which that "
    "this these those himself herself itself themselves".split()
)
_QUOTES = {"``": '"', "''": '"'}
_JOINED_LEFT = frozenset([*",.;:!?)%", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m"])
_JOINED_RIGHT = frozenset("($€£#")
_SAME_TIME = frozenset({"IS_INCLUDED", "SIMULTANEOUS"})
_HEAD_ENDS = frozenset("of in on at for from to by with , ( who which that and".split())


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event in the text; participants by role ("Arg0"), each as words of which a title has one.

    `spans` are the times it is marked to be in, or at once with. `is_grammatical` is one that
    only carries another: "is", "began".
    """

    range: TextRange
    participants: tuple[tuple[str, frozenset[str]], ...]
    spans: tuple[TimeSpan, ...]
    is_grammatical: bool


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article; `body` is all after the date line, `marked` the part of it that is marked."""

    name: str
    title: str
    text: str
    body: TextRange
    marked: TextRange
    day: CivilDate
    events: tuple[MarkedEvent, ...]


def read_half(half: Half) -> list[MarkedArticle]:
    """The articles of one half, by file name; none where the corpus is not there."""
    paths = sorted(corpora_folder().glob(FILES))
    apple = [path for path in paths if path.parent.name == "corpus_apple"]
    other = apple[len(apple) // 2 :]
    return [
        article
        for path in paths
        if (path in other) is (half == "other")
        for article in _read(ET.parse(path).getroot())  # noqa: S314 - a corpus on this computer
    ]


def _read(root: ET.Element) -> Iterator[MarkedArticle]:
    text, places, starts = _text_of(root)
    marks = _Marks.of(root, places)
    if marks.day is None or not marks.events:
        return
    body = TextRange(starts[_FRONT], len(text))
    events = tuple(marks.event(id_) for id_, at in marks.events.items() if at.start >= body.start)
    if not events:
        return
    last = max(event.range.end for event in events)
    after = next((start for start in starts if start >= last), len(text))
    yield MarkedArticle(
        root.get("doc_name", ""),
        text[: starts[1]].strip(),
        text,
        body,
        TextRange(body.start, after),
        marks.day,
        events,
    )


def _text_of(root: ET.Element) -> tuple[str, dict[str, TextRange], list[int]]:
    """The text, where each token is in it, and where each sentence starts."""
    text, sentence, is_quoted, before = "", "-", False, ""
    places: dict[str, TextRange] = {}
    starts: list[int] = []
    for token in root.iter("token"):
        form = _QUOTES.get(token.text or "", token.text or "")
        if token.get("sentence", "") != sentence:
            sentence, is_quoted = token.get("sentence", ""), False
            text += ("\n" if len(starts) <= _FRONT else " ") if text else ""
            starts.append(len(text))
        elif not _is_joined(before, form, is_quoted=is_quoted):
            text += " "
        places[token.get("t_id", "")] = TextRange(len(text), len(text) + len(form))
        text += form
        is_quoted ^= form == '"'
        before = form if form != '"' else ("(" if is_quoted else "")
    return text, places, starts


def _is_joined(before: str, form: str, *, is_quoted: bool) -> bool:
    """Whether no blank is between two tokens."""
    if form == "'":
        return before.endswith("s")
    return form in _JOINED_LEFT or before in _JOINED_RIGHT or (form == '"' and is_quoted)


@dataclass(frozen=True)
class _Marks:
    """What is marked, by the ids of its mentions; ids that lead nowhere are left out."""

    text: Mapping[str, str]  # of entities
    events: Mapping[str, TextRange]
    times: Mapping[str, TimeSpan]
    group: Mapping[str, str]  # what a mention stands for
    grammatical: frozenset[str]
    participants: Mapping[str, list[tuple[str, str]]]
    anchors: Mapping[str, list[str]]
    day: CivilDate | None

    @classmethod
    def of(cls, root: ET.Element, places: Mapping[str, TextRange]) -> _Marks:
        marked = [each for part in root.iter("Markables") for each in part]
        forms = {t.get("t_id", ""): t.text or "" for t in root.iter("token")}
        tokens = {
            each.get("m_id", ""): [a.get("t_id", "") for a in each.iter("token_anchor")]
            for each in marked
        }
        kinds = {each.get("m_id", ""): each for each in marked}
        return cls(
            text={
                id_: " ".join(forms[t] for t in tokens[id_])
                for id_, each in kinds.items()
                if each.tag == "ENTITY_MENTION"
            },
            events={
                id_: TextRange(places[tokens[id_][0]].start, places[tokens[id_][-1]].end)
                for id_, each in kinds.items()
                if each.tag == "EVENT_MENTION" and tokens[id_]
            },
            times=dict(_times(kinds)),
            group={source: goal for _, source, goal in _links(root, "REFERS_TO")},
            grammatical=frozenset(i for i, e in kinds.items() if e.get("class") == "GRAMMATICAL"),
            participants=_by_source(
                (source, (link.get("sem_role", ""), goal))
                for link, source, goal in _links(root, "HAS_PARTICIPANT")
            ),
            anchors=_by_source(_anchors(root)),
            day=_day(marked),
        )

    def event(self, id_: str) -> MarkedEvent:
        """The event of a mention."""
        roles = [(role, self._names(goal)) for role, goal in self.participants.get(id_, ())]
        spans = [self.times[goal] for goal in self.anchors.get(id_, ()) if goal in self.times]
        return MarkedEvent(
            self.events[id_],
            tuple((role, names) for role, names in roles if names),
            tuple(spans),
            self.group.get(id_) in self.grammatical,
        )

    def _names(self, mention: str) -> frozenset[str]:
        """The heads of all that stands for the same; none where only pronouns do."""
        group = self.group.get(mention)
        same = [each for each, goal in self.group.items() if goal == group] if group else []
        texts = [self.text[each] for each in {mention, *same} if each in self.text]
        return frozenset(head for text in texts for head in _heads(text))


def _heads(mention: str) -> Iterator[str]:
    """The last word of the noun phrase before what is added to it; words of a title are alike."""
    words = mention.split()
    end = next((i for i, word in enumerate(words) if i and word.lower() in _HEAD_ENDS), len(words))
    kept = [word for word in words[:end] if word not in ("'s", "'", '"')]
    if kept and not _is_pronoun(mention):
        yield kept[-1].strip(".,").lower()


def _is_pronoun(mention: str) -> bool:
    return mention.lower() in _PRONOUNS


def _times(kinds: Mapping[str, ET.Element]) -> Iterator[tuple[str, TimeSpan]]:
    for id_, each in kinds.items():
        span = _span(each.get("value", "")) if each.get("type") in ("DATE", "TIME") else None
        if each.tag == "TIMEX3" and span is not None:
            yield id_, span


def _span(value: str) -> TimeSpan | None:
    """The span of a TIMEX3 value; None for what has no place on the calendar."""
    date = value.partition("T")[0]
    for season, number in (("Q1", 33), ("Q2", 34), ("Q3", 35), ("Q4", 36)):
        date = date.replace(season, str(number))
    try:
        return parse_edtf(date)
    except ValueError:
        return None


def _links(root: ET.Element, tag: str) -> Iterator[tuple[ET.Element, str, str]]:
    """The relations of a kind, with each of their sources and the target."""
    for link in root.iter(tag):
        goal = link.find("target")
        for source in link.iter("source"):
            if goal is not None:
                yield link, source.get("m_id", ""), goal.get("m_id", "")


def _anchors(root: ET.Element) -> Iterator[tuple[str, str]]:
    for link, source, goal in _links(root, "TLINK"):
        relation = link.get("reltype", "")
        if relation in _SAME_TIME:
            yield source, goal
        if relation in ("INCLUDES", "SIMULTANEOUS"):
            yield goal, source


def _by_source(pairs: Iterable[tuple[str, _Goal]]) -> dict[str, list[_Goal]]:
    grouped: dict[str, list[_Goal]] = {}
    for source, goal in pairs:
        grouped.setdefault(source, []).append(goal)
    return grouped


def _day(marked: Iterable[ET.Element]) -> CivilDate | None:
    for each in marked:
        if each.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            digits = each.get("value", "")[:10].split("-")
            if len(digits) == 3:
                return CivilDate(*map(int, digits))
    return None
