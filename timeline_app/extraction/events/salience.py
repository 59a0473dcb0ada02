"""Salience: which events of an article are shown, which are folded away, and why.

What the ranker has learnt from events that people chose for timelines is set right by what it
cannot know: dates, factuality, and whether a reader would understand the title.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.domain import Factuality, Proposal
from timeline_app.extraction.events.mentions import Mention, is_statement
from timeline_app.extraction.events.names.entities import EntityMention
from timeline_app.extraction.events.titles.clauses import Clause
from timeline_app.extraction.language import clause_words, event_words
from timeline_app.extraction.model.parsed import ParsedSentence

_WORTHY_DATED, _WORTHY_UNDATED = 0.3, 0.4
# The ranker's odds are those of one event in eight, and surer than they may be of other texts.
_MIDDLE = 1.8
_TRUST = 0.85
_WORDS_PER_DATED = 8
_WORDS_PER_UNDATED = 67
_FEWEST_DATED, _FEWEST_UNDATED = 5, 3
_OF_FACTUALITY = {
    Factuality.POSSIBLE: (-2.5, "It only may be."),
    Factuality.DENIED: (-1.0, "It did not happen."),
    Factuality.UNDER_WAY: (-0.5, ""),
    Factuality.SAID: (-0.2, ""),
}
_NOTHING_TOLD = -4.0
_HALF_TOLD = -2.0
_STATES = frozenset({"STATE", "I_STATE", "PERCEPTION"})


@dataclass(frozen=True, slots=True)
class Weight:
    """What raises or lowers the rank of an event, and how that is said; `why` may be empty."""

    worth: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rank:
    """Salience from 0 to 1, and in short sentences how it came about."""

    salience: float
    why: tuple[str, ...]


def rank(
    score: float,
    sentence: ParsedSentence,
    mention: Mention,
    mentions: Sequence[EntityMention],
    factuality: Factuality,
    *,
    is_dated: bool,
) -> Rank:
    """The rank of an event. `score` is the ranker's logarithm of odds."""
    weights = [
        Weight(*_OF_FACTUALITY.get(factuality, (0.0, ""))),
        *_of_time(sentence, mention, factuality, is_dated=is_dated),
        *_of_subject(sentence, mention, mentions, is_dated=is_dated),
        *_of_kind(sentence, mention, factuality),
    ]
    odds = _TRUST * score + _MIDDLE + sum(weight.worth for weight in weights)
    salience = 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))
    return Rank(round(salience, 3), tuple(each.why for each in weights if each.why))


def _of_time(
    sentence: ParsedSentence, mention: Mention, factuality: Factuality, *, is_dated: bool
) -> Iterator[Weight]:
    if is_dated:
        yield Weight(1.7, "The text dates it.")
        return
    form = mention.event.form
    is_ahead = factuality in (Factuality.PLANNED, Factuality.UNDER_WAY)
    if form.tense == "PRESENT" and form.aspect == "NONE" and not is_ahead:
        yield Weight(-1.2, "It tells how things are.")
    if mention.clause is None:
        yield Weight(-1.5, "It is only named, without a date.")
    elif sentence.words[mention.event.word].relation.startswith(("acl", "advcl")):
        yield Weight(-0.5, "It is told in passing.")


def _of_subject(
    sentence: ParsedSentence,
    mention: Mention,
    mentions: Sequence[EntityMention],
    *,
    is_dated: bool,
) -> Iterator[Weight]:
    clause = mention.clause
    if clause is None or clause.subject is None:
        return
    word = sentence.words[clause.subject]
    named = next((m for m in mentions if m.first <= clause.subject < m.last), None)
    if named is not None and named.entities:
        yield Weight(0.6)
    elif word.upos == "PRON":
        worth = _HALF_TOLD if is_dated else _NOTHING_TOLD
        yield Weight(worth, f"It is not clear who “{word.lower}” is.")
    elif word.lemma in event_words("generic_noun"):
        yield Weight(-0.5)


def _of_kind(
    sentence: ParsedSentence, mention: Mention, factuality: Factuality
) -> Iterator[Weight]:
    if sentence.words[-1].form == "?":
        yield Weight(_NOTHING_TOLD, "It is a question.")
    if mention.clause is not None and _is_about_itself(sentence, mention.clause):
        yield Weight(_NOTHING_TOLD, "It is about the article itself.")
    if mention.event.event_class in _STATES and factuality is not Factuality.PLANNED:
        yield Weight(-1.3, "It is a state rather than an event.")
    if is_statement(sentence, mention.event.word):
        says_what = sentence.has_child(mention.event.word, "ccomp", "xcomp", "obj", "nsubj:pass")
        yield Weight(0.5) if says_what else Weight(-1.5, "It does not say what was said.")
    if sentence.words[mention.event.word].lemma in event_words("opinion"):
        yield Weight(-1.5, "It judges rather than tells.")


def _is_about_itself(sentence: ParsedSentence, clause: Clause) -> bool:
    """Whether it is like "Jane Doe contributed to this article"."""
    words = {sentence.words[index].lower for index in clause.rest}
    return "this" in words and bool(words & clause_words("this_text"))


# --- choosing -----------------------------------------------------------------------------------


def folded(proposals: Iterable[Proposal], words: int) -> list[Proposal]:
    """The proposals in text order, those that tell little folded away.

    Shown are at most one for every eight words of those that the text itself dates, and three for
    every two hundred words of the others.
    """
    every = sorted(proposals, key=lambda each: each.trigger)
    dated = [number for number, each in enumerate(every) if each.expression is not None]
    undated = [number for number, each in enumerate(every) if each.expression is None]
    shown = {
        *_best(every, dated, _WORTHY_DATED, max(_FEWEST_DATED, words / _WORDS_PER_DATED)),
        *_best(every, undated, _WORTHY_UNDATED, max(_FEWEST_UNDATED, words / _WORDS_PER_UNDATED)),
    }
    return [replace(each, is_folded=number not in shown) for number, each in enumerate(every)]


def _best(
    proposals: Sequence[Proposal], among: Iterable[int], least: float, most: float
) -> list[int]:
    """The numbers of the most salient of some proposals, of those that may be shown at all."""
    worthy = (
        number
        for number in among
        if proposals[number].salience >= least
        and proposals[number].factuality is not Factuality.POSSIBLE
    )
    ranked = sorted(worthy, key=lambda number: -proposals[number].salience)
    return ranked[: math.ceil(most)]
