"""Verb or noun: what a word is that can be either, told by the words around it.

The rules are asked in their order; the first that has an opinion wins.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.extraction.language import event_words, function_words
from timeline_app.extraction.shallow.tag_state import FINITE_FORMS, REACH, Tagging
from timeline_app.extraction.shallow.tags import AUXILIARY, BOUNDARY, NOMINAL, Tag
from timeline_app.extraction.verb_forms import Form, VerbReading, read_verb

_SUBJECTS = frozenset("i you he she it we they who which".split())
_PLURAL = frozenset("people police troops officials we they you i who which that many some".split())


def decide(sentence: Tagging, index: int) -> Tag:
    """The tag of a word that may be a verb, given the tags to the left of it."""
    reading = sentence.readings[index]
    if reading is None:
        return Tag.NOUN
    for rule in _RULES:
        tag = rule(sentence, index, reading)
        if tag is not None:
            return tag
    return Tag.NOUN


def _after_auxiliary(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    left = sentence.left(index)
    before = sentence.tag(left)
    if before in (Tag.MODAL, Tag.DO) or sentence.tag(index - 1) is Tag.TO or before is Tag.TO:
        return Tag.BASE if reading.forms & Form.BASE else None
    if before is Tag.BE and left >= 0:
        if reading.forms & (Form.PARTICIPLE | Form.ING):
            return Tag.ING if reading.forms & Form.ING else Tag.PARTICIPLE
        return Tag.NOUN
    if before is Tag.HAVE:
        return Tag.PARTICIPLE if reading.forms & Form.PARTICIPLE else Tag.NOUN
    return None


def _question(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    """A base form whose modal or "do" stands before the subject: "Will Russia attack"."""
    if not reading.forms & Form.BASE or sentence.tag(index - 1) not in (Tag.NAME, Tag.PRONOUN):
        return None
    for place in range(index - 2, max(index - 5, -1), -1):
        if sentence.tag(place) in (Tag.MODAL, Tag.DO):
            return Tag.BASE
        if sentence.tag(place) not in NOMINAL:
            return None
    return None


def _inside_noun_phrase(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    before = sentence.tag(index - 1)
    if before is Tag.ADVERB and sentence.tag(sentence.left(index)) in (
        Tag.DETERMINER,
        Tag.POSSESSIVE,
        Tag.GENITIVE,
    ):
        before = Tag.DETERMINER
    if before not in (
        Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.NUMBER,
    ):  # fmt: skip
        return None
    if reading.forms & Form.ING:
        if before is Tag.PREPOSITION:
            return Tag.ING
        return Tag.ADJECTIVE if _starts_nominal(sentence, index + 1) else Tag.NOUN
    if reading.forms & (Form.PAST | Form.PARTICIPLE):
        return _past_in_noun_phrase(sentence, index, reading)
    if before in (Tag.ADJECTIVE, Tag.NUMBER) and _is_clear_present(reading):
        return Tag.FINITE
    return Tag.NOUN


def _past_in_noun_phrase(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    if not reading.forms & Form.PARTICIPLE:
        return Tag.FINITE
    if _starts_nominal(sentence, index + 1):
        return Tag.ADJECTIVE
    before = sentence.tag(index - 1)
    if before in (Tag.NUMBER, Tag.ADJECTIVE, Tag.DETERMINER):
        return None
    return Tag.NOUN if reading.forms & Form.BASE else Tag.ADJECTIVE


def _is_clear_present(reading: VerbReading) -> bool:
    return bool(reading.forms & Form.THIRD) and reading.lean > 0.95


def _starts_nominal(sentence: Tagging, index: int) -> bool:
    """Whether a noun or name, or an adjective before one, stands at the index."""
    if not 0 <= index < len(sentence.tokens):
        return False
    tag = sentence.tags[index]
    if tag is not None:
        return tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
    reading = sentence.readings[index]
    return reading is not None and reading.lean < 0.6


def _after_conjunction(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    """A word after "and" is like the verb before it, or like the noun before it."""
    place = sentence.left(index)
    if sentence.tag(place) is not Tag.CONJUNCTION:
        return None
    if reading.forms & Form.ING:
        return Tag.ING
    return _like_twin(sentence, index, reading, _last_verb(sentence, place))


def _like_twin(sentence: Tagging, index: int, reading: VerbReading, twin: Tag | None) -> Tag | None:
    """The form that goes with the verb before "and"; `twin` is the tag of that verb."""
    if reading.forms & Form.BASE and twin is Tag.BASE:
        return Tag.BASE if reading.lean >= 0.35 or _has_object(sentence, index) else Tag.NOUN
    if reading.forms & Form.PARTICIPLE and twin is Tag.PARTICIPLE:
        return Tag.PARTICIPLE
    if reading.forms & Form.PAST:
        return Tag.FINITE if twin is not None else None
    if twin is Tag.FINITE and reading.lean >= 0.5 and _has_object(sentence, index):
        return Tag.FINITE
    return Tag.NOUN


def _last_verb(sentence: Tagging, index: int) -> Tag | None:
    for place in range(index - 1, max(index - REACH, -1), -1):
        tag = sentence.tags[place]
        if tag in (Tag.BASE, Tag.FINITE, Tag.PARTICIPLE, Tag.ING):
            return tag
        if tag in (Tag.BE, Tag.HAVE) and sentence.lower(place) in FINITE_FORMS:
            return Tag.FINITE
    return None


def _has_object(sentence: Tagging, index: int) -> bool:
    """Whether what follows can be the object of a verb but not the rest of a noun phrase."""
    return sentence.tag(index + 1) in (
        Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.THAT, Tag.NAME, Tag.NUMBER, Tag.TO,
    )  # fmt: skip


def _past(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    """A word that can only be a past form or a participle, not both."""
    if not reading.forms & Form.PAST:
        return Tag.PARTICIPLE if reading.forms & Form.PARTICIPLE & ~Form.BASE else None
    is_finite = not reading.forms & Form.PARTICIPLE
    return Tag.FINITE if is_finite or sentence.lower(sentence.left(index)) in _SUBJECTS else None


def _past_by_neighbours(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    """A past form or participle that the words right beside it tell apart."""
    if not reading.forms & Form.PAST:
        return None
    before = sentence.tag(index - 1)
    if before is Tag.SUBORDINATOR or _lacks_object(sentence, index, reading):
        return Tag.PARTICIPLE
    if before is Tag.CONJUNCTION and sentence.tag(index + 1) is Tag.NOUN:
        return Tag.ADJECTIVE
    says = reading.lemma in event_words("say")
    if sentence.lower(index + 1) == "by" and not _is_ing(sentence, index + 2) and not says:
        return Tag.PARTICIPLE
    if says and reading.lemma != "call":
        return Tag.FINITE
    return _loose_past(sentence, index) if before is Tag.MARK else None


def _past_by_clause(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    """A past form is a participle where its clause has another verb."""
    if not reading.forms & Form.PAST:
        return None
    if _has_finite_before(sentence, index):
        return Tag.PARTICIPLE
    if _has_object(sentence, index) or not _has_finite_after(sentence, index):
        return Tag.FINITE
    return Tag.PARTICIPLE


def _lacks_object(sentence: Tagging, index: int, reading: VerbReading) -> bool:
    """Whether a verb that needs an object has none behind it: "a rifle found near the house"."""
    if reading.lemma not in event_words("transitive"):
        return False
    following = sentence.skip_adverbs(index + 1)
    return sentence.tag(following) in (Tag.PREPOSITION, Tag.MARK, Tag.TIME, Tag.CONJUNCTION)


def _is_ing(sentence: Tagging, index: int) -> bool:
    reading = read_verb(sentence.lower(index))
    return reading is not None and bool(reading.forms & Form.ING)


def _loose_past(sentence: Tagging, index: int) -> Tag:
    """A past form after a mark: the verb of the sentence when nothing else can be."""
    if index and _has_object(sentence, index):
        return Tag.FINITE
    if index == 0 or _has_finite_after(sentence, index):
        return Tag.PARTICIPLE
    return (
        Tag.PARTICIPLE
        if _has_finite_in(sentence, range(max(index - REACH, 0), index))
        else Tag.FINITE
    )


def _ing(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    if not reading.forms & Form.ING:
        return None
    is_named = sentence.lower(index) in event_words("noun") and sentence.tag(index + 1) in AUXILIARY
    return Tag.NOUN if is_named and sentence.tag(index - 1) in NOMINAL else Tag.ING


def _present(sentence: Tagging, index: int, reading: VerbReading) -> Tag | None:
    before = sentence.left(index)
    word, tag = sentence.lower(before), sentence.tag(before)
    if index and sentence.tag(index + 1) is Tag.THAT and tag in NOMINAL:
        return Tag.FINITE
    if index and reading.lemma in event_words("say") and reading.lean > 0.95:
        return Tag.FINITE
    if tag in (Tag.MARK, Tag.PREPOSITION) or before < 0:
        return Tag.FINITE if _resumes_clause(sentence, index, reading) else Tag.NOUN
    if word in _SUBJECTS or tag in (Tag.WH, Tag.THAT):
        return Tag.FINITE if reading.lean >= 0.2 else Tag.NOUN
    if _has_finite_before(sentence, index) or _has_finite_after(sentence, index):
        return Tag.NOUN
    return _present_after_noun(sentence, index, reading)


def _resumes_clause(sentence: Tagging, index: int, reading: VerbReading) -> bool:
    """Whether it is the verb behind an insertion: "Reed, who took office in June, plans to go"."""
    is_closed = sentence.lower(index - 1) == "," and bool(reading.forms & Form.THIRD)
    if not is_closed or not _has_object(sentence, index):
        return False
    for place in range(index - 2, max(index - REACH, 0), -1):
        if sentence.tags[place] is Tag.WH and sentence.lower(place - 1) == ",":
            return not _has_finite_before(sentence, place - 1)
    return False


def _present_after_noun(sentence: Tagging, index: int, reading: VerbReading) -> Tag:
    before = sentence.left(index)
    word, tag = sentence.lower(before), sentence.tag(before)
    needed = 0.5 if _has_object(sentence, index) else 0.93
    if reading.forms & Form.THIRD:
        if tag is Tag.NAME:
            needed -= 0.15
        if word.endswith("s") and tag is Tag.NOUN and not word.endswith("ss"):
            needed = 0.97
        return Tag.FINITE if reading.lean >= needed else Tag.NOUN
    if reading.forms & Form.BASE and (word.endswith("s") or word in _PLURAL):
        return Tag.FINITE if reading.lean >= needed - 0.1 else Tag.NOUN
    return Tag.NOUN


def _has_finite_before(sentence: Tagging, index: int) -> bool:
    """Whether the same clause already has its verb, so that this word cannot be one."""
    for place in range(index - 1, max(index - REACH, -1), -1):
        tag = sentence.tags[place]
        if tag is Tag.FINITE:
            reading = sentence.readings[place]
            says = reading is not None and reading.lemma in event_words("say")
            return not says or sentence.tags[place + 1] is Tag.PREPOSITION
        if tag is Tag.MODAL or sentence.lower(place) in FINITE_FORMS:
            return tag is not Tag.GENITIVE
        if tag in BOUNDARY or tag in (Tag.CONJUNCTION, Tag.MARK):
            return False
    return False


def _has_finite_after(sentence: Tagging, index: int) -> bool:
    """Whether the same clause has a clear verb further on."""
    return _has_finite_in(sentence, range(index + 1, min(index + REACH, len(sentence.tokens))))


def _has_finite_in(sentence: Tagging, places: range) -> bool:
    for place in places:
        tag = sentence.tags[place]
        if tag in BOUNDARY or tag in (Tag.CONJUNCTION, Tag.MARK):
            return False
        if tag is Tag.PRONOUN and sentence.lower(place) in _SUBJECTS:
            return False
        if sentence.lower(place) in function_words("time_subordinator"):
            return False
        if is_clear_finite(sentence, place):
            return True
    return False


def is_clear_finite(sentence: Tagging, place: int) -> bool:
    """Whether the token at `place` is the verb of a clause, as far as can be told by now."""
    tag = sentence.tags[place]
    if tag is not None:
        is_auxiliary = tag in (Tag.BE, Tag.HAVE, Tag.DO)
        is_finite = is_auxiliary and sentence.lower(place) in FINITE_FORMS
        return is_finite or tag in (Tag.MODAL, Tag.FINITE)
    reading = sentence.readings[place]
    before = sentence.tag(place - 1)
    if reading is None or before not in (
        Tag.NOUN, Tag.NAME, Tag.ADVERB, Tag.TIME, Tag.NUMBER,
    ):  # fmt: skip
        return False
    return _is_clearly_verb(sentence, place, reading)


def _is_clearly_verb(sentence: Tagging, place: int, reading: VerbReading) -> bool:
    if reading.forms & Form.PAST and not reading.forms & Form.PARTICIPLE:
        return True
    if reading.forms & Form.PAST:
        return sentence.lower(place + 1) != "by" and _has_object(sentence, place)
    return bool(reading.forms & Form.THIRD) and reading.lean > 0.95


_RULES: tuple[Callable[[Tagging, int, VerbReading], Tag | None], ...] = (
    _after_auxiliary,
    _question,
    _inside_noun_phrase,
    _after_conjunction,
    _past,
    _past_by_neighbours,
    _past_by_clause,
    _ing,
    _present,
)
