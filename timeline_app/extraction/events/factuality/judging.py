"""Factuality: whether the article says that something happened, goes on, will, may, or did not.

After FactBank (Saurí and Pustejovsky 2009): what stands above an event in the tree, and what helps
its own verb, decides. Nouns are judged by their own modifiers, not by the mood of their clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain import Factuality
from timeline_app.extraction.events.factuality.embedding import sign_from_above
from timeline_app.extraction.events.factuality.judgement import (
    Judgement,
    Sign,
    below,
    indices_below,
    is_in,
    is_infinitive,
)
from timeline_app.extraction.events.factuality.moods import lasts, own_sign
from timeline_app.extraction.events.factuality.nouns import holding_verb, noun_sign
from timeline_app.extraction.events.factuality.sources import Source, source_of
from timeline_app.extraction.model.verb_groups import verb_form

if TYPE_CHECKING:
    from timeline_app.extraction.model.event_tagger import TaggedEvent
    from timeline_app.extraction.model.parsed import ParsedSentence

__all__ = ["Judgement", "judge"]

_STRONGER = frozenset({Factuality.POSSIBLE, Factuality.DENIED})
_AHEAD = Sign(Factuality.PLANNED, "Its time lay ahead of the article.")
_GOING_ON = frozenset({"PROGRESSIVE", "PERFECTIVE_PROGRESSIVE"})


def judge(sentence: ParsedSentence, event: TaggedEvent, *, lies_ahead: bool = False) -> Judgement:
    """Judge an event of a sentence; `lies_ahead` says that its own time is after the article's day.

    Takes time in the number of words around it, however long the sentence is.
    """
    word = sentence.words[event.word]
    if word.main_relation in ("cop", "aux"):  # of a clause whose head is the noun or verb beside it
        form = verb_form(sentence, word.head)
        has_tense = form.tense != "NONE"
        event = replace(event, word=word.head, form=form if has_tense else event.form)
        return _of_clause(sentence, event, lies_ahead=lies_ahead)
    if _is_clause(sentence, event.word):
        return _of_clause(sentence, event, lies_ahead=lies_ahead)
    return _of_noun(sentence, event, lies_ahead=lies_ahead)


def _is_clause(sentence: ParsedSentence, index: int) -> bool:
    word = sentence.words[index]
    if word.upos in ("VERB", "AUX"):
        return word.main_relation not in ("amod", "compound")
    return word.upos == "ADJ" or next(below(sentence, index, "cop"), None) is not None


def _of_clause(sentence: ParsedSentence, event: TaggedEvent, *, lies_ahead: bool) -> Judgement:
    source = source_of(sentence, event.word)
    sign = (
        _own_or_from_above(sentence, event)
        or _question_or_order(sentence, event, source)
        or _habit(sentence, event)
        or (_AHEAD if lies_ahead and event.form.tense == "PRESENT" else None)
        or _reported(sentence, source)
        or _told(sentence, event)
    )
    if source is None:
        return Judgement(sign.factuality, why=sign.why)
    return Judgement(sign.factuality, source.reporter, source.words, sign.why)


def _own_or_from_above(sentence: ParsedSentence, event: TaggedEvent) -> Sign | None:
    """A plan is no plan where somebody only fears or denies it: "fears that he will go"."""
    own = own_sign(sentence, event.word, event.form)
    if own is not None and own.factuality is not Factuality.PLANNED:
        return own
    above = sign_from_above(sentence, event.word)
    return above if own is None or (above and above.factuality in _STRONGER) else own


def _of_noun(sentence: ParsedSentence, event: TaggedEvent, *, lies_ahead: bool) -> Judgement:
    sign = noun_sign(sentence, event.word)
    if sign is not None:
        return Judgement(sign.factuality, why=sign.why)
    verb = holding_verb(sentence, event.word)
    if verb is not None:
        form = verb_form(sentence, verb)
        held = replace(event, word=verb, event_class="OCCURRENCE", form=form)
        return _of_clause(sentence, held, lies_ahead=lies_ahead)
    if lies_ahead:
        return Judgement(_AHEAD.factuality, why=_AHEAD.why)
    return Judgement(Factuality.HAPPENED, why="Told as something that took place.")


def _reported(sentence: ParsedSentence, source: Source | None) -> Sign | None:
    if source is None or source.vouches:
        return None
    names = _as_written(sentence, source.words)
    word = sentence.words[source.reporter].form
    who = f" by {names}" if names else ""
    return Sign(Factuality.SAID, f"“{word}”: said{who}, not by the article itself.")


def _as_written(sentence: ParsedSentence, indices: Iterable[int]) -> str:
    """Some words with blanks only where the text has some."""
    written, end = "", None
    for word in (sentence.words[index] for index in indices):
        written += word.form if end in (None, word.range.start) else f" {word.form}"
        end = word.range.end
    return written


def _question_or_order(
    sentence: ParsedSentence, event: TaggedEvent, source: Source | None
) -> Sign | None:
    if source is None and sentence.words[-1].lower == "?":
        return Sign(Factuality.POSSIBLE, "It is asked, not said.")
    word = sentence.words[event.word]
    is_bare = (
        word.xpos == "VB" and word.relation == "root" and not is_infinitive(sentence, event.word)
    )
    if is_bare and next(below(sentence, event.word, "nsubj", "aux", "cop"), None) is None:
        return Sign(Factuality.POSSIBLE, f"“{word.form}” tells somebody to do it.")
    return None


def _habit(sentence: ParsedSentence, event: TaggedEvent) -> Sign | None:
    """What is told as true in general, such as that cats eat mice."""
    if event.form.tense != "PRESENT" or event.form.aspect != "NONE":
        return None
    for word in below(sentence, event.word, "advmod"):
        if is_in(word, "habit"):
            return Sign(Factuality.POSSIBLE, f"“{word.form}”: told of what is so in general.")
    is_general = (
        event.event_class == "OCCURRENCE"
        and sentence.words[-1].form == "."  # a headline has none
        and _is_anybody(sentence, event.word, "nsubj")
        and next(below(sentence, event.word, "obl", "advmod"), None) is None
        and all(
            _is_bare_plural(sentence, obj) for obj in indices_below(sentence, event.word, "obj")
        )
    )
    return Sign(Factuality.POSSIBLE, "Told of what is so in general.") if is_general else None


def _is_anybody(sentence: ParsedSentence, index: int, relation: str) -> bool:
    return any(
        is_in(sentence.words[child], "anybody") or _is_bare_plural(sentence, child)
        for child in indices_below(sentence, index, relation)
    )


def _is_bare_plural(sentence: ParsedSentence, index: int) -> bool:
    return sentence.words[index].xpos == "NNS" and not sentence.children[index]


def _told(sentence: ParsedSentence, event: TaggedEvent) -> Sign:
    form, word = event.form, sentence.words[event.word].form
    if form.tense == "PRESENT" and form.aspect in _GOING_ON:
        return Sign(Factuality.UNDER_WAY, f"“{word}” was going on when the article was written.")
    if lasts(sentence, event.word):
        return Sign(Factuality.UNDER_WAY, "It went on when the article was written.")
    if form.tense == "PRESENT" and form.aspect == "NONE" and event.event_class == "STATE":
        return Sign(Factuality.UNDER_WAY, "It tells how things stood when the article was written.")
    return Sign(Factuality.HAPPENED, "Told as a fact.")
