"""Nominals: noun phrases that name an event and have a time of their own.

"The U.S. presidential election next week could bring bad news": the election is next week,
whatever it could bring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.clauses import Clause
from timeline_app.extraction.shallow.factuality import is_report
from timeline_app.extraction.shallow.linking import TimeMention
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence, is_event_noun
from timeline_app.extraction.shallow.states import is_state
from timeline_app.extraction.shallow.tags import Tag

_TIME_OF_NOUN = frozenset("before after since during for despite until following amid".split())
_JOINTS = frozenset({"in", "at", "near", "on", "between", "with", "of"})
_LONGEST_CHAIN = 4  # phrases between an event noun and its time: "in Kazan", "with Iran"


def names_event(tagged: TaggedSentence, phrase: Span) -> bool:
    """Whether the last noun of a phrase is that of an event."""
    return is_event_noun(tagged.tokens[phrase.end - 1], tagged.tags[phrase.end - 1])


def dated_nominals(
    tagged: TaggedSentence, clauses: Sequence[Clause], times: Sequence[TimeMention]
) -> Iterator[tuple[Span, TimeMention]]:
    """The phrases that name an event, each with the time expression beside or inside it."""
    for time in times:
        phrase = _beside(tagged, time) if time.is_apart else _around(tagged, time)
        if phrase is None:
            continue
        if is_called_for(tagged, clauses, phrase, time) or not _is_told_by_clause(
            tagged, clauses, phrase
        ):
            yield phrase, time


def is_called_for(
    tagged: TaggedSentence, clauses: Sequence[Clause], phrase: Span, time: TimeMention
) -> bool:
    """Whether it is the strike of "called a strike for 1 April": the call was earlier."""
    if tagged.tokens[time.span.start - 1].lower != "for":
        return False
    return any(
        clause.group.lemma in event_words("arrange")
        and clause.group.span.end == phrase.start
        and not clause.group.is_negated
        for clause in clauses
    )


def _around(tagged: TaggedSentence, time: TimeMention) -> Span | None:
    """The phrase of "the October 7 attack", with "on a village" if that follows."""
    phrase = tagged.phrase_at(time.span.start)
    if phrase is None or not names_event(tagged, phrase):
        return None
    end = phrase.end
    if end + 1 < len(tagged.tokens) and tagged.tokens[end].lower in ("of", "on", "between"):
        following = tagged.phrase_at(end + 1)
        end = following.end if following is not None else end
    return Span(phrase.start, end)


def _beside(tagged: TaggedSentence, time: TimeMention) -> Span | None:
    """The phrase in front of the time: "a summit in Kazan on Tuesday"."""
    end = time.span.start
    if end and tagged.tags[end - 1] is Tag.PREPOSITION:
        end -= 1
    phrase = tagged.phrase_ending_at(end)
    for _ in range(_LONGEST_CHAIN):
        if phrase is None or names_event(tagged, phrase):
            return Span(phrase.start, end) if phrase is not None else None
        joint = phrase.start - 1
        if joint < 1 or tagged.tokens[joint].lower not in _JOINTS:
            return None
        phrase = tagged.phrase_ending_at(joint)
    return None


def _is_told_by_clause(tagged: TaggedSentence, clauses: Sequence[Clause], phrase: Span) -> bool:
    """Whether the clause around it tells of the event itself: "held a summit"."""
    for clause in clauses:
        if clause.subject is not None and phrase.start in clause.subject:
            return not (clause.group.modal or is_state(clause) or is_report(clause))
    before = phrase.start - 1
    return before < 0 or tagged.tokens[before].lower not in _TIME_OF_NOUN
