"""What speaks for or against two events being one beside the words of their sentences.

The corpora that the words are weighed by know no dates, titles and roles as our events have them.
These weights were set by reading what is suggested on raw news articles, of topics that are not
among those on which the suggestions are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from timeline_app.domain import Event, Evidence, Role
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.agreement import agree
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.services.sameness.telling import Telling, trigger_in
from timeline_app.services.sameness.weighing import Weighing, cosine
from timeline_app.services.sameness.words import names_in, stems_in, words_in

_SAME_DAY, _OTHER_DAY, _LONG_AGO = 1.0, -2.0, -2.0
_OTHER_PART, _ELSEWHERE, _OTHER_COUNT, _OTHER_WAY = -2.5, -2.5, -2.0, -4.0
_LIKE_TITLE, _USUAL_TITLE = 5.0, 0.5
_SAME_DEED = 5.0
_KNOWN = 10 * SECONDS_PER_DAY
_NEWS = 60 * SECONDS_PER_DAY
_COUNTS = {
    word: str(number)
    for number, words in enumerate(
        "one,two both couple second,three third,four fourth,five fifth,six,seven,eight,nine,ten,"
        "eleven,twelve dozen".split(","),
        1,
    )
    for word in words.split()
} | {"first": "1"}
_HEAD_END = re.compile(r" (?:of|with|in|on|at|to|for|from|by|between)\b")
_WAYS = re.compile(r"\b(?:(into|in|up|on)|(out|off|from|down))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Account:
    """An event with what it rests on, and that as words."""

    event: Event
    evidence: tuple[Evidence, ...]
    tellings: tuple[Telling, ...]

    def named_as(self, role: Role) -> frozenset[str]:
        """The words of the names that have a part in it."""
        parts = (part for each in self.evidence for part in each.participants)
        return _name_words(_HEAD_END.split(p.name)[0] for p in parts if p.role is role)

    @property
    def named(self) -> frozenset[str]:
        """The stems of the words that name it."""
        return frozenset[str]().union(*(each.named for each in self.tellings))

    @property
    def triggers(self) -> frozenset[str]:
        """The stems of the words that the program took it by."""
        words = (trigger_in(each).cut(each.quote) for each in self.evidence)
        return frozenset[str]().union(*map(stems_in, words))

    def ways(self) -> frozenset[bool]:
        """Whether it goes in, or out, by the word after those that name it."""
        return frozenset(bool(way[1]) for each in self.evidence for way in _way_after(each))


def circumstances(weighing: Weighing, one: Account, other: Account) -> float:
    """What dates, parts, titles and numbers add to the logarithm of the odds."""
    titles = one.event.title, other.event.title
    alike = cosine(*(weighing.vector(stems_in(title)) for title in titles))
    return (
        _LIKE_TITLE * (alike - _USUAL_TITLE)
        + _date_score(one.event.span, other.event.span)
        + sum(_OTHER_PART for pair in _parts(one, other) if _differ(*pair))
        + (_OTHER_COUNT if _differ(*map(_counts_in, titles)) else 0.0)
        + (_OTHER_WAY if _differ(one.ways(), other.ways()) else 0.0)
        + (_SAME_DEED if _is_same_deed(one, other) else _scene_score(one, other))
    )


def _parts(one: Account, other: Account) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Who is named in the same part of two events; and all people that are named in them."""
    for role in (Role.AGENT, Role.PATIENT):
        yield one.named_as(role), other.named_as(role)
    yield _name_words(one.event.people), _name_words(other.event.people)


def _scene_score(one: Account, other: Account) -> float:
    """What it costs that places differ, or organisations but for those that act."""
    acting = one.named_as(Role.AGENT) | other.named_as(Role.AGENT)
    groups = (_name_words(each.event.organisations) - acting for each in (one, other))
    places = (_name_words(each.event.places) for each in (one, other))
    return _ELSEWHERE * (_differ(*places) + _differ(*groups))


def _is_same_deed(one: Account, other: Account) -> bool:
    """Whether the same are said to have done what goes by the same word, about the same day."""
    spans = one.event.span, other.event.span
    if not all(span is not None and _length(span) <= _KNOWN for span in spans):
        return False
    parts = [one.named_as(role) & other.named_as(role) for role in (Role.AGENT, Role.PATIENT)]
    common = one.named & other.named
    if not any(parts) or not common:
        return False
    if common - (one.triggers & other.triggers):  # "held a summit", "hosted a summit"
        return True
    others = [frozenset(stems_in(each.event.title)) - common for each in (one, other)]
    return not _differ(*(words - parts[0] - parts[1] for words in others))


def _differ(some: frozenset[object], others: frozenset[object]) -> bool:
    """Whether both say something, and nothing that is the same."""
    return bool(some and others) and not some & others


def _name_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(names_in(f"the {name}") for name in names))


def _counts_in(title: str) -> frozenset[str]:
    """The numbers of a title, in words or in figures."""
    words = (word.casefold().replace(",", "") for word in words_in(title))
    counts = (word if word.isdigit() else _COUNTS.get(word, "") for word in words)
    return frozenset(count for count in counts if count)


def _way_after(evidence: Evidence) -> Iterator[re.Match[str]]:
    trigger, quote = evidence.trigger, evidence.quote_range
    if trigger is not None and trigger.start >= quote.start:
        after = evidence.quote[trigger.end - quote.start :].lstrip(" -")
        way = _WAYS.match(after)
        if way is not None:
            yield way


def _date_score(one: TimeSpan | None, other: TimeSpan | None) -> float:
    if one is None or other is None:
        return 0.0
    if not agree(one, other):
        return _OTHER_DAY
    if _is_long_before(one, other) or _is_long_before(other, one):
        return _LONG_AGO
    return _SAME_DAY if max(_length(one), _length(other)) <= SECONDS_PER_DAY else 0.0


def _is_long_before(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether one ended long before the day by which other happened: news tell of the new."""
    if other.earliest_start is not None or other.latest_end is None or one.latest_end is None:
        return False
    return one.earliest_start is not None and other.latest_end - one.latest_end > _NEWS


def _length(span: TimeSpan) -> float:
    """The seconds in which it may have been; endless where a side is open."""
    begin, end = span.earliest_start, span.latest_end
    return inf if begin is None or end is None else end - begin
