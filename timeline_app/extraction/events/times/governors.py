"""Which event a time hangs on in the tree of its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import PlacedTime
from timeline_app.extraction.events.times.relations import linking_words, relation_of
from timeline_app.extraction.expressions.meaning import Range, Related, Vague
from timeline_app.extraction.model.parsed import ParsedSentence

_CLAUSES = frozenset({"advcl", "acl", "ccomp", "csubj", "parataxis"})
_BESIDE = frozenset({"acl", "advcl", "ccomp", "nmod", "obl"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "nummod", "amod", "det"})
_LONGEST_WAY = 32  # words up the tree
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_HEADING_MARKS = frozenset({":", "-", "–", "—", "--", "|"})


@dataclass(frozen=True, slots=True)
class _Bond:
    """How closely a time belongs to an event; the least is the closest."""

    is_limit: bool
    is_vague: bool
    steps: int
    distance: int

    def rank(self) -> tuple[bool, bool, int, int]:
        return self.is_vague, self.is_limit, self.steps, self.distance


def governed(
    sentence: ParsedSentence, events: Collection[int], times: Iterable[PlacedTime]
) -> Mapping[int, PlacedTime]:
    """For each event that a time hangs on, directly or through words that are none, that time."""
    found: dict[int, tuple[_Bond, PlacedTime]] = {}
    for time in times if events else ():
        for event, steps in _governors(sentence, events, time):
            bond = _bond(sentence, time, event, steps)
            if event not in found or bond.rank() < found[event][0].rank():
                found[event] = bond, time
    return {event: time for event, (_, time) in found.items()}


def _bond(sentence: ParsedSentence, time: PlacedTime, event: int, steps: int) -> _Bond:
    meaning = time.expression.meaning
    is_limit = relation_of(sentence, time) is not Relation.WITHIN
    return _Bond(is_limit, isinstance(meaning, Vague), steps, abs(time.top - event))


def _governors(
    sentence: ParsedSentence, events: Collection[int], time: PlacedTime
) -> list[tuple[int, int]]:
    if _is_heading(sentence, time):
        return [(event, 0) for event in events if _is_main(sentence, event, time)]
    if (before := _verb_before(sentence, events, time)) is not None:
        return [(before, 0)]
    if (joined := _joined_on(sentence, events, time)) is not None:
        return [(joined, 0)]
    above = _event_above(sentence, events, time) or _opened(sentence, events, time)
    told = [(event, 1) for event in _told_of(sentence, events, time)]
    return told if above is None else [above, *told]


def _is_main(sentence: ParsedSentence, event: int, heading: PlacedTime) -> bool:
    """Whether an event is none of a clause beside the main ones, or of a phrase."""
    return event not in heading and sentence.words[event].main_relation not in _BESIDE


def _verb_before(sentence: ParsedSentence, events: Collection[int], time: PlacedTime) -> int | None:
    """The verb that it stands right behind: "said on Friday it would", whatever the tree says."""
    before = time.first - 1
    if before > 0 and sentence.words[before].lower in ("on", "in", "at"):
        before -= 1
    if before not in events or sentence.words[before].xpos not in ("VBD", "VBN"):
        return None
    is_own = not _leads_to_noun(sentence, time) and not _is_goal(sentence, time.top, time)
    return before if is_own else None


def _leads_to_noun(sentence: ParsedSentence, time: PlacedTime) -> bool:
    """Whether it stands right before a noun, as in "last week’s vote", "third-quarter profit"."""
    following = sentence.words[time.last : time.last + 1]
    return any(word.upos == "NOUN" or word.lower in _POSSESSIVE for word in following)


def _joined_on(sentence: ParsedSentence, events: Collection[int], time: PlacedTime) -> int | None:
    """The verb of a joined clause that a time opens: "it lost power, and at 7.15 sent a call"."""
    words = sentence.words
    start = time.first
    if start and words[start - 1].upos == "ADP":
        start -= 1
    if start < 2 or words[start - 1].upos != "CCONJ" or words[start - 2].form != ",":
        return None
    verbs = (i for i in range(time.last, len(words)) if words[i].upos == "VERB" and i in events)
    first = next(verbs, None)
    return first if first is not None and words[first].relation in ("conj", "parataxis") else None


def _opened(
    sentence: ParsedSentence, events: Collection[int], time: PlacedTime
) -> tuple[int, int] | None:
    """The first verb behind the opening words of a sentence that hold a time and no event."""
    words = sentence.words
    if words[words[time.top].head].upos in ("VERB", "ADJ"):  # "bonds due 15 May, priced at 101"
        return None
    end = _end_of_opening(sentence, time)
    if end is None or min(events) < end:
        return None
    verbs = (event for event in sorted(events) if words[event].upos == "VERB")
    first = next(verbs, None)
    return None if first is None else (first, end - time.top)


def _end_of_opening(sentence: ParsedSentence, time: PlacedTime) -> int | None:
    """Where the opening words end: at a comma, or behind a time that is all of them."""
    before = sentence.words[: time.first]
    if all(word.upos == "ADP" for word in before) and not _leads_to_noun(sentence, time):
        return time.last
    following = range(time.last, len(sentence.words))
    return next((i for i in following if sentence.words[i].form == ","), None)


def _told_of(sentence: ParsedSentence, events: Collection[int], time: PlacedTime) -> Iterator[int]:
    """The events of clauses about a time: "in 1968, when Russian troops swept through Prague"."""
    for word in range(time.first, time.last):
        for child in sentence.children_by(word, "acl"):
            below = (sentence.words[each].lower for each in sentence.children[child])
            if child in events and "when" in below:
                yield child


def _event_above(
    sentence: ParsedSentence, events: Collection[int], time: PlacedTime
) -> tuple[int, int] | None:
    """The nearest event above a time, and how many words up it is."""
    word = time.top
    for steps in range(_LONGEST_WAY):
        if word in events and word not in time and not _is_limited(sentence, time, word):
            return _told_by(sentence, word, events), steps
        if sentence.has_child(word, "cop", "nsubj", "csubj"):
            subject = _event_subject(sentence, word, events)
            return None if subject is None else (subject, steps)
        head = sentence.words[word].head
        if head == word or not _leads_on(sentence, word, events, time):
            return None
        word = head
    return None


def _told_by(sentence: ParsedSentence, word: int, events: Collection[int]) -> int:
    """The explosion of "there was an explosion on Monday"; else the event itself."""
    if sentence.words[word].lemma != "be":
        return word
    subject = _event_subject(sentence, word, events)
    return word if subject is None else subject


def _event_subject(sentence: ParsedSentence, predicate: int, events: Collection[int]) -> int | None:
    """The event that a predicate tells something of: the vote of "the vote is on Sunday"."""
    subjects = sentence.children_by(predicate, "nsubj")
    return next((child for child in subjects if child in events), None)


def _is_limited(sentence: ParsedSentence, time: PlacedTime, event: int) -> bool:
    """Whether it limits what is above a noun that it is part of: "before Tuesday’s vote"."""
    is_noun = sentence.words[event].upos in ("NOUN", "PROPN")
    return is_noun and isinstance(time.expression.meaning, Related) and time.last <= event


def _leads_on(
    sentence: ParsedSentence, word: int, events: Collection[int], time: PlacedTime
) -> bool:
    """Whether a time below a word may date what is above it."""
    parsed = sentence.words[word]
    relation, head = parsed.main_relation, parsed.head
    if word == time.top:
        if _is_goal(sentence, word, time):
            return False
    elif relation in _CLAUSES or _has_case(sentence, word, "compared"):
        return False
    if sentence.words[head].upos not in ("NOUN", "PROPN") or head in events:
        return True
    is_inside = word < head and relation in _BEFORE_NOUN  # "the 1987 Chevrolet"
    is_of_noun = (
        word == time.top
        and relation == "nmod"
        and _has_case(sentence, word, "of_noun")
        and not isinstance(time.expression.meaning, Range)  # "closed to traffic from 1 to 5 June"
    )
    return not is_inside and not is_of_noun


def _is_goal(sentence: ParsedSentence, word: int, time: PlacedTime) -> bool:
    """Whether a time is where something was put: "extended to 20 November", "put off until May"."""
    leading = (i for i in sentence.children_by(word, "case") if i not in time)
    if any(sentence.words[i].lower in linking_words("up_to") for i in leading):
        return True
    is_end = relation_of(sentence, time) is Relation.ENDS
    return is_end and sentence.words[sentence.words[word].head].lemma in linking_words("deferring")


def _has_case(sentence: ParsedSentence, word: int, word_class: str) -> bool:
    """Whether a preposition of a class leads to a word."""
    leading = sentence.children_by(word, "case", "mark")
    return any(sentence.words[child].lower in linking_words(word_class) for child in leading)


def _is_heading(sentence: ParsedSentence, time: PlacedTime) -> bool:
    """Whether a time stands before all that it dates: "14 June 2017: Police visit the scene"."""
    words = sentence.words
    if time.last >= len(words) or words[time.last].form not in _HEADING_MARKS:
        return False
    is_first = all(word.upos in ("PUNCT", "SYM") for word in words[: time.first])
    joins = words[time.last].range.start == words[time.last - 1].range.end
    return is_first and (words[time.last].form == ":" or not joins)
