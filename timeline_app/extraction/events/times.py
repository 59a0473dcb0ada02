"""Times: which time expression dates which event of a sentence, and how.

A time dates the event that it hangs on in the tree. It climbs over what is no event, but out of no
clause, and from before no noun: "last year’s profit" says nothing of when that was announced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import PlacedTime, ReadText
from timeline_app.extraction.language import event_words, word_classes
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence

_BEHIND_HEADING = frozenset({":", "-", "–", "—", "--"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "root"})
_BEFORE_NOUNS = frozenset({"amod", "compound", "nummod", "nmod:poss", "det"})
_APART = ("acl", "parataxis", "conj")
_OF_NOUNS = frozenset({"of", "since", "from", "than", "for"})
_LIMIT = "limited by a date"
_RELATIONS = {
    "since": Relation.BEGINS, "from": Relation.BEGINS, "starting": Relation.BEGINS,
    "beginning": Relation.BEGINS, "until": Relation.ENDS, "till": Relation.ENDS,
    "through": Relation.ENDS, "before": Relation.BEFORE, "by": Relation.BEFORE,
    "after": Relation.AFTER, "following": Relation.AFTER, "throughout": Relation.THROUGHOUT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeLink:
    """A time that dates an event: which, in which sentence it stands, how it lies to it, and why.

    `why` is a short sentence, empty where the time stands with the event itself. `is_own` is
    whether it tells more than when the event of the clause around it was.
    """

    time: PlacedTime
    sentence: int
    relation: Relation = Relation.WITHIN
    why: str = ""
    is_own: bool = True


def link_times(read: ReadText) -> tuple[Mapping[int, TimeLink], ...]:
    """For each sentence, the link of every event word that has a time. Takes linear time."""
    return tuple(_SentenceLinks(read, number).all() for number in range(len(read.sentences)))


class _SentenceLinks:
    """Links the times of one sentence."""

    def __init__(self, read: ReadText, number: int) -> None:
        self._sentence = read.sentences[number]
        self._number = number
        self._times = read.times[number]
        self._events = {event.word: event for event in read.events[number]}

    def all(self) -> dict[int, TimeLink]:
        links: dict[int, TimeLink] = {}
        for time in self._times:
            for word in self._dated_by(time):
                link = TimeLink(time, self._number, _relation(self._sentence, time))
                if word not in links or self._distance(word, link) < self._distance(
                    word, links[word]
                ):
                    links[word] = link
        for share in (self._with_verbs_above, self._with_joined, self._with_nouns):
            links.update(share(links))
        return links

    def _distance(self, word: int, link: TimeLink) -> tuple[bool, int]:
        """What dates an event least: a limit ("the first since 1984"), then what is far off."""
        return link.time.expression.rule == _LIMIT, abs(link.time.top - word)

    # --- from a time to its event ---------------------------------------------------------------

    def _dated_by(self, time: PlacedTime) -> Iterator[int]:
        if _is_heading(self._sentence, time):
            yield from self._main_events()
            return
        governor = self._governor(time)
        if governor is not None:
            yield governor

    def _main_events(self) -> Iterator[int]:
        """The events that a heading dates: all but those of clauses beside the main ones."""
        for index in self._events:
            relation = self._sentence.words[index].relation.partition(":")[0]
            if relation not in ("acl", "advcl", "ccomp", "nmod", "obl"):
                yield index

    def _governor(self, time: PlacedTime) -> int | None:
        """The event that the time hangs on, over words that are none."""
        words, index = self._sentence.words, time.top
        while not self._stands_for_event(index):
            word = words[index]
            if self._is_predicate(index):
                return self._event_subject(index)
            if word.head == index or _shuts_in(self._sentence, index):
                return self._event_noun_above(index)
            index = word.head
        if self._sentence.words[index].lemma == "be":
            return self._event_subject(index) or index
        return index

    def _stands_for_event(self, index: int) -> bool:
        """Whether a word is an event, and no adjective or part of a time."""
        return index in self._events and not any(index in time for time in self._times)

    def _is_predicate(self, index: int) -> bool:
        """Whether it heads a clause: the place of "the summit is in Kazan"."""
        return self._sentence.has_child(index, "cop", "nsubj", "csubj")

    def _event_noun_above(self, index: int) -> int | None:
        """The attack of "Friday’s attack"."""
        above = self._sentence.words[index].head
        is_noun = self._sentence.words[above].upos in ("NOUN", "PROPN")
        is_of_noun = not self._sentence.words[index].relation.startswith(_APART)
        return above if is_noun and is_of_noun and self._stands_for_event(above) else None

    def _event_subject(self, predicate: int) -> int | None:
        subjects = self._sentence.children_by(predicate, "nsubj")
        return next((child for child in subjects if child in self._events), None)

    # --- from one event to another --------------------------------------------------------------

    def _with_verbs_above(self, links: Mapping[int, TimeLink]) -> dict[int, TimeLink]:
        """The time of "began selling it in June" and of "plans to visit in June"."""
        found: dict[int, TimeLink] = {}
        for index, link in links.items():
            word = self._sentence.words[index]
            above = self._sentence.words[word.head].lemma
            if word.relation == "xcomp" and word.head in self._events and _leads_on(above):
                found[word.head] = link
        return {index: link for index, link in found.items() if index not in links}

    def _with_joined(self, links: Mapping[int, TimeLink]) -> dict[int, TimeLink]:
        """The time of "flew to Kazan on Tuesday and met Xi" for the verbs that are joined on."""
        found: dict[int, TimeLink] = {}
        for index, event in self._events.items():
            word = self._sentence.words[index]
            link = links.get(word.head) or found.get(word.head)
            if link is None or index in links or not _is_joined(self._sentence, index):
                continue
            if link.time.top < index and self._goes_on(event, word.head):
                before = self._sentence.words[word.head].form
                found[index] = replace(link, why=f"It shares the time of “{before}”.")
        return found

    def _goes_on(self, event: TaggedEvent, head: int) -> bool:
        """Whether a joined verb has subject and tense of the verb before it."""
        before = self._events.get(head)
        if before is None or self._sentence.has_child(event.word, "nsubj"):
            return False
        is_verb = self._sentence.words[event.word].upos == "VERB"
        is_same = event.form.modality == before.form.modality
        return (
            is_verb
            and is_same
            and (event.form.tense == "FUTURE") == (before.form.tense == "FUTURE")
        )

    def _with_nouns(self, links: Mapping[int, TimeLink]) -> dict[int, TimeLink]:
        """The time of "the summit took place on Tuesday" for the summit, and the other way round.

        "Friday’s attack killed two people" dates the killing as well.
        """
        found: dict[int, TimeLink] = {}
        for index in self._events:
            word = self._sentence.words[index]
            role = word.relation.partition(":")[0]
            if word.upos not in ("NOUN", "PROPN") or word.head not in self._events:
                continue
            if role not in ("nsubj", "obj"):
                continue
            if index in links and word.head not in links and role == "nsubj":
                if _brings_about(self._sentence, word.head, self._events[word.head]):
                    found[word.head] = replace(links[index], why=f"It is of the {word.lower}.")
            elif index not in links and word.head in links and _is_light(self._sentence, word.head):
                found[index] = replace(links[word.head], is_own=False)
        return found


def _is_joined(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb stands beside the one it hangs on: "flew to Kazan, met Xi and left"."""
    word = sentence.words[index]
    if word.relation == "conj":
        return True
    is_bare = word.relation == "advcl" and not sentence.has_child(index, "mark", "nsubj", "aux")
    return is_bare and word.xpos in ("VBD", "VBZ", "VBP")


def _shuts_in(sentence: ParsedSentence, index: int) -> bool:
    """Whether what hangs here says nothing of what is above: a clause, or what precedes a noun."""
    word = sentence.words[index]
    relation = word.relation.partition(":")[0]
    if relation in _CLAUSES or word.relation in _BEFORE_NOUNS:
        return relation != "conj" or word.upos == "VERB"
    if relation != "nmod":
        return False
    cases = {sentence.words[child].lower for child in sentence.children_by(index, "case")}
    return bool(cases & _OF_NOUNS)


def _is_heading(sentence: ParsedSentence, time: PlacedTime) -> bool:
    """Whether a time stands before all that it dates: "14 June 2017: Police visit the scene"."""
    words = sentence.words
    if time.last >= len(words) or words[time.last].form not in _BEHIND_HEADING:
        return False
    is_first = all(word.upos in ("PUNCT", "SYM") for word in words[: time.first])
    joins = words[time.last].range.start == words[time.last - 1].range.end
    return is_first and (words[time.last].form == ":" or not joins)


def _relation(sentence: ParsedSentence, time: PlacedTime) -> Relation:
    """How what is dated lies to the time, by the word that leads to it."""
    leading = [sentence.words[child] for child in sentence.children_by(time.top, "case", "mark")]
    leading.append(sentence.words[time.first])
    return next(
        (_RELATIONS[word.lower] for word in leading if word.lower in _RELATIONS), Relation.WITHIN
    )


def _leads_on(lemma: str) -> bool:
    """Whether a verb tells of the one behind it: "began to", "plans to", "is expected to"."""
    return (
        lemma in word_classes("event_classes.txt")["aspectual"]
        or lemma in event_words("scheduled")
        or lemma in event_words("passive_plan")
        or lemma in event_words("possible_plan")
    )


def _is_light(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb only says that its subject or object takes place."""
    lemma = sentence.words[index].lemma
    return lemma in event_words("light") or lemma in word_classes("event_classes.txt")["aspectual"]


def _brings_about(sentence: ParsedSentence, index: int, event: TaggedEvent) -> bool:
    """Whether a verb tells what an event did while it lasted: "the attack killed two people"."""
    is_past = event.form.tense == "PAST" and event.form.aspect == "NONE"
    return is_past and sentence.words[index].lemma in event_words("brought_about")
