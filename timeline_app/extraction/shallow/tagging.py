"""Tagging: a word class for every token of a sentence, by tables and by the words around it.

First every token gets the class of its word where there is only one. What can be a verb or a noun
is then decided from left to right, and last whether "after" and its like begin a clause.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from timeline_app.extraction.gazetteer import name_words
from timeline_app.extraction.language import event_words, function_words
from timeline_app.extraction.shallow.tag_state import FINITE_FORMS, REACH, Tagging
from timeline_app.extraction.shallow.tags import AUXILIARY, BOUNDARY, Tag
from timeline_app.extraction.shallow.tokens import Token
from timeline_app.extraction.shallow.verb_or_noun import decide, is_clear_finite
from timeline_app.extraction.shallow.vocabulary import closed_classes, is_adverb, is_common
from timeline_app.extraction.verb_forms import Form, read_verb

_BEFORE_CLAUSE = frozenset(
    "day days week weeks month months year years hour hours minute minutes shortly soon just even "
    "only immediately ever long right".split()
)
_NEVER_NAMES = frozenset(
    {Tag.PRONOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.WH}
)
_CLITIC_HOSTS = frozenset("here there that what who it he she let how where when".split())


def tag_sentence(tokens: Sequence[Token], times: frozenset[int] = frozenset()) -> list[Tag]:
    """The tag of every token; `times` are the indices of tokens inside time expressions."""
    sentence = Tagging(tokens, times)
    for index in range(len(tokens)):
        sentence.tags[index] = _first_tag(sentence, index)
    for index in range(len(tokens)):
        if sentence.tags[index] is None:
            sentence.tags[index] = decide(sentence, index)
    for index, token in enumerate(tokens):
        if token.lower in function_words("time_subordinator"):
            sentence.tags[index] = _after_or_before(sentence, index)
    return [tag if tag is not None else Tag.NOUN for tag in sentence.tags]


def _first_tag(sentence: Tagging, index: int) -> Tag | None:
    token = sentence.tokens[index]
    if token.is_mark:
        return Tag.CONJUNCTION if token.form == "&" else Tag.MARK
    if index in sentence.times or token.form[0].isdigit() or token.form[0] in "$€£¥":
        return Tag.TIME if index in sentence.times else Tag.NUMBER
    if token.lower in _SPECIAL:
        return _SPECIAL[token.lower](sentence, index)
    if token.form[0].isupper() and (index > 0 or _is_name_at_start(sentence)):
        return _capitalised(sentence, index)
    return _by_word(sentence, index)


def _by_word(sentence: Tagging, index: int) -> Tag | None:
    word = sentence.tokens[index].lower
    closed = closed_classes().get(word)
    if word == "first" and sentence.tag(index - 1) in (Tag.DETERMINER, Tag.POSSESSIVE):
        return Tag.ADJECTIVE
    if closed is not None and closed is not Tag.ADJECTIVE:
        return closed
    return Tag.ADVERB if is_adverb(word) else _open_class(sentence, index, closed)


def _open_class(sentence: Tagging, index: int, closed: Tag | None) -> Tag | None:
    """A noun, an adjective, or None for a word that may be a verb: to be decided later."""
    reading = read_verb(sentence.tokens[index].lower)
    if reading is None or (closed is Tag.ADJECTIVE and reading.lean < 0.5):
        return closed or Tag.NOUN
    if reading.lean < 0.04 and not reading.forms & (Form.PAST | Form.PARTICIPLE | Form.ING):
        return Tag.NOUN
    sentence.readings[index] = reading
    return None


def _is_name_at_start(sentence: Tagging) -> bool:
    """Whether the first word would have its capital anywhere."""
    token = sentence.tokens[0]
    following = sentence.tokens[1].form if len(sentence.tokens) > 1 else ""
    is_followed = following[:1].isupper() and 1 not in sentence.times
    closed = closed_classes().get(token.lower)
    if token.form.isupper() and len(token.form) > 1:
        return True
    if following == "of" and token.lower in name_words("office"):
        return len(sentence.tokens) > 2 and sentence.tokens[2].form[0].isupper()
    if closed is not None:
        return is_followed and (closed is Tag.ADJECTIVE or token.lower in ("will", "may"))
    if not is_followed:
        return not is_common(token.lower)
    reading = read_verb(token.lower)
    return reading is None or bool(reading.forms & (Form.BASE | Form.THIRD))


def _capitalised(sentence: Tagging, index: int) -> Tag | None:
    """A name, but for function words in the middle of titles."""
    token = sentence.tokens[index]
    closed = closed_classes().get(token.lower)
    if token.lower == "i":
        return Tag.PRONOUN
    before = sentence.tokens[index - 1].form if index else ""
    if closed in _NEVER_NAMES and not (token.form.isupper() and len(token.form) > 1):
        return closed
    if closed not in (None, Tag.ADJECTIVE, Tag.NUMBER) and before[-1:] in "\"“‘':;—–-(":
        return closed
    return Tag.NAME


def _tag_to(sentence: Tagging, index: int) -> Tag:
    following = index + 1
    while following < len(sentence.tokens) and sentence.lower(following).endswith("ly"):
        following += 1
    word = sentence.lower(following)
    if word in ("be", "have", "do"):
        return Tag.TO
    reading = read_verb(word)
    is_name = following < len(sentence.tokens) and sentence.tokens[following].form[0].isupper()
    if reading is None or not reading.forms & Form.BASE or is_name or following in sentence.times:
        return Tag.PREPOSITION
    return Tag.TO if reading.lean >= 0.1 else Tag.PREPOSITION


def _tag_that(sentence: Tagging, index: int) -> Tag:
    following = closed_classes().get(sentence.lower(index + 1))
    if index == 0 or sentence.tag(index - 1) is Tag.PREPOSITION:
        is_verb = following in AUXILIARY or read_verb(sentence.lower(index + 1)) is not None
        return Tag.PRONOUN if is_verb else Tag.DETERMINER
    return Tag.THAT


def _tag_her(sentence: Tagging, index: int) -> Tag:
    word = sentence.lower(index + 1)
    is_object = word in closed_classes() and closed_classes()[word] is not Tag.ADJECTIVE
    return Tag.PRONOUN if is_object or not word[:1].isalnum() else Tag.POSSESSIVE


def _tag_about(sentence: Tagging, index: int) -> Tag:
    word = sentence.lower(index + 1)
    is_amount = word[:1].isdigit() or word in function_words("number") or word[:1] in "$€£"
    return Tag.ADVERB if is_amount else Tag.PREPOSITION


def _tag_at(sentence: Tagging, index: int) -> Tag:
    return Tag.ADVERB if sentence.lower(index + 1) in ("least", "most") else Tag.PREPOSITION


def _tag_clitic_s(sentence: Tagging, index: int) -> Tag:
    before = sentence.tag(index - 1)
    following = sentence.skip_adverbs(index + 1)
    if before in (Tag.PRONOUN, Tag.WH, Tag.THAT) or sentence.lower(index - 1) in _CLITIC_HOSTS:
        reading = read_verb(sentence.lower(following))
        if (
            reading is not None
            and reading.forms & Form.PARTICIPLE
            and reading.lemma not in event_words("passive_plan")
        ):
            return Tag.HAVE
        return Tag.BE
    word = sentence.lower(index + 1)
    if word in ("not", "the", "a", "an", "been"):
        return Tag.BE
    return Tag.GENITIVE


def _tag_clitic_d(sentence: Tagging, index: int) -> Tag:
    reading = read_verb(sentence.lower(sentence.skip_adverbs(index + 1)))
    had = reading is not None and reading.forms & Form.PARTICIPLE and not reading.forms & Form.BASE
    return Tag.HAVE if had or sentence.lower(index + 1) in ("been", "better") else Tag.MODAL


_SPECIAL: Mapping[str, Callable[[Tagging, int], Tag]] = {
    "to": _tag_to,
    "that": _tag_that,
    "her": _tag_her,
    "about": _tag_about,
    "at": _tag_at,
    "'s": _tag_clitic_s,
    "'d": _tag_clitic_d,
}


def _after_or_before(sentence: Tagging, index: int) -> Tag:
    """Whether "after", "since", "as" and the like begin a clause, or stand before a noun."""
    has_verb = sentence.lower(index - 1) in _BEFORE_CLAUSE or any(
        is_clear_finite(sentence, place) for place in range(max(index - 2 * REACH, 0), index)
    )
    if index and not has_verb and sentence.tags[index - 1] is not Tag.MARK:
        return Tag.PREPOSITION
    for place in range(index + 1, min(index + REACH, len(sentence.tokens))):
        tag = sentence.tags[place]
        if tag in (Tag.FINITE, Tag.MODAL) or sentence.lower(place) in FINITE_FORMS:
            return Tag.SUBORDINATOR
        if tag in BOUNDARY or tag is Tag.MARK:
            break
    return Tag.PREPOSITION
