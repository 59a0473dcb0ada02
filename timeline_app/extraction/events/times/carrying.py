"""Times that are taken over from another sentence, for events that have none of their own.

Two ways were right in at least eight of ten cases where people had dated both events, in TimeBank,
AQUAINT and MEANTIME: a story told in the past within one paragraph, and a noun named again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from timeline_app.domain import Relation
from timeline_app.extraction.events.reading import ReadText
from timeline_app.extraction.events.times.link import TimeLink
from timeline_app.extraction.events.times.relations import linking_words
from timeline_app.extraction.expressions import meaning as meanings
from timeline_app.extraction.model.event_tagger import TaggedEvent
from timeline_app.extraction.model.parsed import ParsedSentence

_Links = Mapping[int, TimeLink]
_PARAGRAPH = re.compile(r"\n\s*\n")
_FURTHEST = 3  # sentences back
_DEFINITE = frozenset({"the", "that", "this"})


def carried(read: ReadText, links: Sequence[_Links]) -> Iterator[_Links]:
    """For each sentence, its links and those it takes over. Takes linear time."""
    named: dict[str, list[TimeLink]] = {}
    story: TimeLink | None = None
    for number, own in enumerate(links):
        if number and _is_new_paragraph(read, number):
            story = None
        story = _story(read, number, own, story)
        found = {**_named_again(read, number, own, named), **own}
        main = _main_event(read, number)
        if main is not None and main.word not in found and story is not None:
            found[main.word] = replace(story, why=_why_story(read, story))
        _remember(read, number, own, named)
        yield found


# --- a story in the past ------------------------------------------------------------------------


def _story(read: ReadText, number: int, own: _Links, before: TimeLink | None) -> TimeLink | None:
    """The time at which the story stands in a sentence."""
    main = _main_event(read, number)
    if main is None or not _is_told(main):
        return None
    if main.word in own:
        link = own[main.word]
        return link if _names_day(link) else None
    is_near = before is not None and number - before.sentence <= _FURTHEST
    is_dated = bool(read.times[number]) or _has_time_clause(read.sentences[number], main.word)
    return before if is_near and not is_dated else None


def _has_time_clause(sentence: ParsedSentence, verb: int) -> bool:
    """Whether a clause tells when it was: "died when she was nine"."""
    below = (
        child
        for clause in sentence.children_by(verb, "advcl")
        for child in sentence.children[clause]
    )
    return any(sentence.words[child].lower in linking_words("clause") for child in below)


def _main_event(read: ReadText, number: int) -> TaggedEvent | None:
    """The event of the verb at the root of a sentence."""
    words = read.sentences[number].words
    events = read.events[number]
    roots = (each for each in events if words[each.word].head == each.word)
    return next((each for each in roots if words[each.word].upos == "VERB"), None)


def _is_told(event: TaggedEvent) -> bool:
    """Whether it is told in the simple past."""
    form = event.form
    return (form.tense, form.aspect, form.modality) == ("PAST", "NONE", "NONE")


def _is_new_paragraph(read: ReadText, number: int) -> bool:
    start, end = read.sentences[number - 1].range.end, read.sentences[number].range.start
    return _PARAGRAPH.search(read.text, start, end) is not None


def _why_story(read: ReadText, link: TimeLink) -> str:
    return f"The story goes on from “{link.time.expression.range.cut(read.text)}”."


# --- a noun named again -------------------------------------------------------------------------


def _named_again(
    read: ReadText, number: int, own: _Links, named: Mapping[str, Sequence[TimeLink]]
) -> dict[int, TimeLink]:
    """The time of "the ceremony" that was dated further up, if it was dated once."""
    sentence = read.sentences[number]
    found: dict[int, TimeLink] = {}
    for event in read.events[number]:
        word = sentence.words[event.word]
        links = named.get(word.lemma, ()) if word.upos == "NOUN" else ()
        determiners = {sentence.words[i].lower for i in sentence.children_by(event.word, "det")}
        if len(links) == 1 and event.word not in own and determiners & _DEFINITE:
            time = links[0].time.expression.range.cut(read.text)
            why = f"“{word.form}” was of “{time}” before."
            found[event.word] = replace(links[0], why=why, is_own=False)
    return found


def _remember(read: ReadText, number: int, own: _Links, named: dict[str, list[TimeLink]]) -> None:
    for index, link in own.items():
        word = read.sentences[number].words[index]
        if word.upos == "NOUN" and _names_day(link):
            named.setdefault(word.lemma, []).append(link)


def _names_day(link: TimeLink) -> bool:
    """Whether an event lay within a day, or part of one, that the time names."""
    if link.relation is not Relation.WITHIN:
        return False
    match link.time.expression.meaning:
        case meanings.WeekdayRef() | meanings.NumericDate():
            return True
        case (
            meanings.CalendarDate(day=day)
            | meanings.PartOfDay(day=day)
            | meanings.ClockTime(day=day)
        ):
            return day is not None
        case meanings.Deictic(unit=unit):
            return unit is meanings.Unit.DAY
    return False
