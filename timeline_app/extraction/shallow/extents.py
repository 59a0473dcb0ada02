"""Extents: how far what a verb says goes, up to the next clause."""

from __future__ import annotations

from timeline_app.extraction.language import event_words, function_words
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence, VerbGroup
from timeline_app.extraction.shallow.tags import AUXILIARY, VERB, Tag

_STOPS = frozenset(".;:!?…()[]–—") | {"--", "...", ".."}


def clause_end(sentence: TaggedSentence, number: int, group: VerbGroup) -> int:
    """The index behind the last token that belongs to what the verb says."""
    place = group.span.end
    takes_clause = group.lemma in event_words("statement") or group.lemma in event_words("decide")
    while place < len(sentence.tokens):
        if _stops(sentence, number, group, place, takes_clause=takes_clause):
            return place
        if sentence.tags[place] is Tag.THAT and takes_clause:
            number += 1
        place += 1
    return place


def _stops(
    sentence: TaggedSentence, number: int, group: VerbGroup, place: int, *, takes_clause: bool
) -> bool:
    token, tag = sentence.tokens[place], sentence.tags[place]
    if tag is Tag.MARK:
        return _mark_stops(sentence, place)
    if tag is Tag.THAT:
        return not (takes_clause and place <= group.span.end + 4)
    if tag is Tag.WH:
        return place != group.span.end or group.lemma in event_words("say")
    if tag is Tag.SUBORDINATOR:
        return token.lower != "whether" or place != group.span.end
    if tag is Tag.CONJUNCTION:
        return not _is_before_inner_verb(sentence, group, place) and _conjunction_stops(
            sentence, place
        )
    return _begins_next_clause(sentence, number, place, takes_clause=takes_clause)


def _is_before_inner_verb(sentence: TaggedSentence, group: VerbGroup, place: int) -> bool:
    """Whether the place lies in the subject of "that the U.S. and others were trying"."""
    tags = sentence.tags[group.span.end : place]
    if Tag.THAT not in tags:
        return False
    inner = tags[tags.index(Tag.THAT) :]
    return not any(tag in VERB or tag in AUXILIARY for tag in inner)


def _mark_stops(sentence: TaggedSentence, place: int) -> bool:
    form = sentence.tokens[place].form
    if form in _STOPS:
        return True
    return form == "," and not _is_inner_comma(sentence, place)


def _is_inner_comma(sentence: TaggedSentence, place: int) -> bool:
    """Whether a comma stands in a list, or between a town and its country."""
    if place + 1 >= len(sentence.tokens):
        return False
    following = sentence.phrase_at(place + 1)
    before = sentence.phrase_ending_at(place)
    if following is None or before is None or following.start != place + 1:
        return False
    after = following.end
    while after < len(sentence.tags) and sentence.tags[after] is Tag.TIME:
        after += 1
    word = sentence.tokens[after].lower if after < len(sentence.tokens) else "."
    if sentence.tags[place - 1] is Tag.NAME and sentence.tags[place + 1] is Tag.NAME:
        return len(following) <= 2 and (word in (",", ".") or word in function_words("conjunction"))
    return _list_goes_on(sentence, following)


def _list_goes_on(sentence: TaggedSentence, phrase: Span) -> bool:
    """Whether "and" and a last phrase follow, and no verb that would make it a subject."""
    place = phrase.end
    for _ in range(4):
        if place >= len(sentence.tokens):
            return False
        word = sentence.tokens[place].lower
        comma_and = word == "," and sentence.tags[min(place + 1, len(sentence.tags) - 1)] is (
            Tag.CONJUNCTION
        )
        if comma_and:
            place += 1
            word = sentence.tokens[place].lower
        following = sentence.phrase_at(place + 1) if place + 1 < len(sentence.tokens) else None
        if following is None:
            return False
        if word in ("and", "or"):
            return not _has_verb_behind(sentence, following)
        if word != ",":
            return False
        place = following.end
    return False


def _has_verb_behind(sentence: TaggedSentence, phrase: Span) -> bool:
    place = phrase.end
    while place < len(sentence.tags) and sentence.tags[place] in (Tag.ADVERB, Tag.TIME):
        place += 1
    return any(group.span.start == place for group in sentence.verb_groups)


def _conjunction_stops(sentence: TaggedSentence, place: int) -> bool:
    following = place + 1
    while following < len(sentence.tags) and sentence.tags[following] in (Tag.ADVERB, Tag.TIME):
        following += 1
    if any(group.span.start == following for group in sentence.verb_groups):
        return True
    if sentence.tokens[place].lower in ("but", "nor", "yet"):
        return True
    if following < len(sentence.tags) and sentence.tags[following] in (Tag.SUBORDINATOR, Tag.THAT):
        return True
    return _subject_starts(sentence, following)


def _subject_starts(sentence: TaggedSentence, place: int) -> bool:
    """Whether a noun phrase with its own finite verb begins here."""
    phrase = sentence.phrase_at(place) if place < len(sentence.tags) else None
    if phrase is None or phrase.start != place:
        return False
    for _ in range(3):
        if phrase is None:
            return False
        if _has_verb_behind(sentence, phrase):
            return True
        joint = phrase.end
        if joint >= len(sentence.tags) or sentence.tags[joint] not in (
            Tag.PREPOSITION, Tag.CONJUNCTION,
        ):  # fmt: skip
            return False
        phrase = sentence.phrase_at(joint + 1) if joint + 1 < len(sentence.tags) else None
    return False


def _begins_next_clause(
    sentence: TaggedSentence, number: int, place: int, *, takes_clause: bool
) -> bool:
    """Whether the next verb group, or its subject, begins at this token."""
    if number + 1 >= len(sentence.verb_groups) or takes_clause:
        return False
    following = sentence.verb_groups[number + 1]
    if following.span.start == place:
        return True
    phrase = sentence.phrase_at(place)
    if phrase is None or phrase.start != place:
        return False
    return _has_verb_behind(sentence, phrase) and following.span.start >= phrase.end
