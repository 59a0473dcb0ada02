"""Kinds of names: person, organisation or place, by the words inside a name and beside it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from timeline_app.extraction.gazetteer import gender_of, is_place, name_words
from timeline_app.extraction.language import event_words, function_words
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence
from timeline_app.extraction.shallow.tags import Tag
from timeline_app.extraction.shallow.vocabulary import is_common
from timeline_app.extraction.verb_forms import read_verb

_LONGEST = 5  # tokens of a person's name
_ROMAN = frozenset("II III IV V VI VII VIII IX X XI XII XIV XVI".split())
_LOCAL = frozenset("in at near across outside inside throughout around".split())


class Kind(Enum):
    """What a name stands for."""

    PERSON = auto()
    ORGANISATION = auto()
    PLACE = auto()
    DEMONYM = auto()
    OTHER = auto()


def is_acronym(form: str) -> bool:
    """Whether a word is made of capitals like "NATO" or "U.N."."""
    letters = form.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and form not in _ROMAN


def is_local(sentence: TaggedSentence, span: Span) -> bool:
    """Whether the name says where something is: "in Washington", "the village of Tsukuryne"."""
    if span.end < len(sentence.tags) and sentence.tags[span.end] is Tag.GENITIVE:
        return False
    if _precedes_place_noun(sentence, span) or _follows_place_noun(sentence, span):
        return True
    place = span.start - 1
    while place >= 0 and sentence.tags[place] in (Tag.DETERMINER, Tag.ADJECTIVE):
        place -= 1
    return place >= 0 and sentence.tokens[place].lower in _LOCAL


def kind_of(sentence: TaggedSentence, name: Span, *, has_title: bool) -> Kind:
    """What a name stands for; `has_title` tells that a title stands before it."""
    words = [token.form for token in sentence.tokens[name.start : name.end]]
    if is_place(" ".join(words)):
        return Kind.PLACE
    if words[-1].lower() in name_words("organisation") or is_acronym(words[-1]):
        return Kind.ORGANISATION
    if has_title and len(words) <= _LONGEST:
        return Kind.PERSON
    if _is_event_name(words):
        return Kind.OTHER
    if words[0].lower() in name_words("organisation") or _begins_with_acronym(words):
        return Kind.ORGANISATION
    return _kind_of_plain_name(sentence, name, words)


def _kind_of_plain_name(sentence: TaggedSentence, name: Span, words: Sequence[str]) -> Kind:
    if _is_person_name(words):
        return Kind.PERSON
    return _kind_by_neighbours(sentence, name, words)


def _begins_with_acronym(words: Sequence[str]) -> bool:
    """Whether a name is like "RJR Nabisco", not like "JD Vance"."""
    return is_acronym(words[0]) and len(words[0]) > 2


def _is_event_name(words: Sequence[str]) -> bool:
    nouns = event_words("noun")
    return any(word.lower() in nouns or word.lower().rstrip("s") in nouns for word in words)


def _is_person_name(words: Sequence[str]) -> bool:
    return 2 <= len(words) <= _LONGEST and bool(gender_of(words[0])) and words[1][0].isupper()


def _kind_by_neighbours(sentence: TaggedSentence, name: Span, words: Sequence[str]) -> Kind:
    before = sentence.tokens[name.start - 1].lower if name.start else ""
    after = sentence.tokens[name.end].lower if name.end < len(sentence.tokens) else "."
    if words[-1].lower() in name_words("place_noun") or _precedes_place_noun(sentence, name):
        return Kind.PLACE
    if words[0].lower() in name_words("place_noun") or _follows_place_noun(sentence, name):
        return Kind.PLACE
    if before in _LOCAL and len(words) <= 3:
        return Kind.PLACE
    reading = read_verb(after)
    speaks = reading is not None and reading.lemma in event_words("say")
    has_article = before in function_words("determiner")
    if has_article or not all(word.isalpha() for word in words):
        return Kind.OTHER
    is_pair = len(words) == 2 and not any(is_common(word.lower()) for word in words)
    if (speaks and len(words) in (2, 3)) or (
        is_pair and before not in function_words("preposition")
    ):
        return Kind.PERSON
    return Kind.OTHER


def _precedes_place_noun(sentence: TaggedSentence, name: Span) -> bool:
    """Whether it is a name like that in "the Donetsk region"."""
    follows = sentence.tokens[name.end : name.end + 1]
    return any(token.lower in name_words("place_noun") for token in follows)


def _follows_place_noun(sentence: TaggedSentence, name: Span) -> bool:
    """Whether it is a name like that in "the village of Tsukuryne"."""
    return (
        name.start >= 2
        and sentence.tokens[name.start - 1].lower == "of"
        and sentence.tokens[name.start - 2].lower in name_words("place_noun")
    )
