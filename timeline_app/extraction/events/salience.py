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
_LIKE, _UNLIKE = 0.0, -3.0  # logarithms of odds
_WORDS_PER_DATED = 14
_WORDS_PER_UNDATED = 100
_FEWEST_DATED, _FEWEST_UNDATED = 5, 3
_OF_FACTUALITY = {
    Factuality.POSSIBLE: (-2.5, "it only may be"),
    Factuality.DENIED: (-1.0, "it did not happen"),
    Factuality.UNDER_WAY: (-0.5, "it was still going on"),
    Factuality.SAID: (-0.2, "it is told in the words of others"),
}
_NOTHING_TOLD = -4.0
_HALF_TOLD = -2.0
_STATES = frozenset({"STATE", "I_STATE", "PERCEPTION"})


@dataclass(frozen=True, slots=True)
class Weight:
    """What raises or lowers the rank of an event, and how that is said behind "because"."""

    worth: float
    why: str


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
        *_of_likeness(score),
        *_of_factuality(factuality),
        *_of_time(sentence, mention, factuality, is_dated=is_dated),
        *_of_subject(sentence, mention, mentions, is_dated=is_dated),
        *_of_kind(sentence, mention, factuality),
    ]
    odds = _MIDDLE + sum(weight.worth for weight in weights)
    salience = 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))
    return Rank(round(salience, 3), tuple(_in_words(weights)))


def _in_words(weights: Sequence[Weight]) -> Iterator[str]:
    """One sentence on what raised the rank, and one on what lowered it."""
    raised = [each.why for each in weights if each.why and each.worth > 0]
    lowered = [each.why for each in weights if each.why and each.worth < 0]
    if raised:
        yield f"Ranked higher because {_listed(raised)}."
    if lowered:
        yield f"Ranked lower because {_listed(lowered)}."


def _listed(reasons: Sequence[str]) -> str:
    *first, last = reasons
    return f"{', '.join(first)} and {last}" if first else last


def _of_likeness(score: float) -> Iterator[Weight]:
    """What the ranker has learnt, told where it weighs."""
    worth = _TRUST * score
    if score > _LIKE:
        yield Weight(worth, "people choose events like it for timelines")
    elif score < _UNLIKE:
        yield Weight(worth, "people seldom choose events like it for timelines")
    else:
        yield Weight(worth, "")


def _of_factuality(factuality: Factuality) -> Iterator[Weight]:
    if factuality in _OF_FACTUALITY:
        yield Weight(*_OF_FACTUALITY[factuality])


def _of_time(
    sentence: ParsedSentence, mention: Mention, factuality: Factuality, *, is_dated: bool
) -> Iterator[Weight]:
    if is_dated:
        yield Weight(1.7, "the text dates it")
        return
    form = mention.event.form
    is_ahead = factuality in (Factuality.PLANNED, Factuality.UNDER_WAY)
    if form.tense == "PRESENT" and form.aspect == "NONE" and not is_ahead:
        yield Weight(-1.2, "it tells how things are")
    if mention.clause is None:
        yield Weight(-1.5, "it is only named, without a date")
    elif sentence.words[mention.event.word].relation.startswith(("acl", "advcl")):
        yield Weight(-0.5, "it is told in passing")


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
        yield Weight(0.6, "its subject has a name")
    elif word.upos == "PRON":
        worth = _HALF_TOLD if is_dated else _NOTHING_TOLD
        yield Weight(worth, f"it is not clear who “{word.lower}” is")
    elif word.lemma in event_words("generic_noun"):
        yield Weight(-0.5, f"“{word.lower}” says little")


def _of_kind(
    sentence: ParsedSentence, mention: Mention, factuality: Factuality
) -> Iterator[Weight]:
    if sentence.words[-1].form == "?":
        yield Weight(_NOTHING_TOLD, "it is a question")
    if mention.clause is not None and _is_about_itself(sentence, mention.clause):
        yield Weight(_NOTHING_TOLD, "it is about the article itself")
    if mention.event.event_class in _STATES and factuality is not Factuality.PLANNED:
        yield Weight(-1.3, "it is a state rather than an event")
    if is_statement(sentence, mention.event.word):
        says_what = sentence.has_child(mention.event.word, "ccomp", "xcomp", "obj", "nsubj:pass")
        if says_what:
            yield Weight(0.5, "it is a statement in public")
        else:
            yield Weight(-1.5, "it does not say what was said")
    if _is_opinion(sentence, mention.event.word):
        yield Weight(-1.5, "it judges rather than tells")


def _is_opinion(sentence: ParsedSentence, word: int) -> bool:
    """Whether it is like "called it a scandal", but not "called off the strike"."""
    is_phrasal = any(each.xpos == "RP" for each in sentence.words[word + 1 : word + 2])
    return sentence.words[word].lemma in event_words("opinion") and not is_phrasal


def _is_about_itself(sentence: ParsedSentence, clause: Clause) -> bool:
    """Whether it is like "Jane Doe contributed to this article"."""
    words = {sentence.words[index].lower for index in clause.rest}
    return "this" in words and bool(words & clause_words("this_text"))


# --- choosing -----------------------------------------------------------------------------------


def folded(proposals: Iterable[Proposal], words: int) -> list[Proposal]:
    """The proposals in text order, those that tell little folded away.

    Shown are at most one for every fourteen words of those that the text itself dates, and one for
    every hundred words of the others: a chronicle is shown almost whole, news to a third.
    """
    every = sorted(proposals, key=lambda each: each.trigger)
    dated = _worthy(every, _WORTHY_DATED, is_dated=True)
    undated = _worthy(every, _WORTHY_UNDATED, is_dated=False)
    shown = {
        *dated[: math.ceil(max(_FEWEST_DATED, words / _WORDS_PER_DATED))],
        *undated[: math.ceil(max(_FEWEST_UNDATED, words / _WORDS_PER_UNDATED))],
    }
    crowded_out = {*dated, *undated} - shown
    return [
        replace(each, is_folded=False)
        if number in shown
        else _folded(each, is_crowded_out=number in crowded_out)
        for number, each in enumerate(every)
    ]


def _worthy(proposals: Sequence[Proposal], least: float, *, is_dated: bool) -> list[int]:
    """The numbers of those that may be shown at all, the most salient first."""
    worthy = (
        number
        for number, each in enumerate(proposals)
        if (each.expression is not None) is is_dated
        and each.salience >= least
        and each.factuality is not Factuality.POSSIBLE
    )
    return sorted(worthy, key=lambda number: -proposals[number].salience)


def _folded(proposal: Proposal, *, is_crowded_out: bool) -> Proposal:
    why = ("Folded because enough others of the article rank higher.",) if is_crowded_out else ()
    return replace(proposal, is_folded=True, why=(*proposal.why, *why))
