"""Tagging: a word class for every token of a sentence, by tables and by the words around it.

First every token gets the class of its word where there is only one. What can be a verb or a noun
is then decided from left to right by rules over its neighbours; the first rule that has an
opinion wins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from timeline_app.extraction.language import data_lines, event_words, function_words
from timeline_app.extraction.tags import AUXILIARY, BOUNDARY, NOMINAL, Tag
from timeline_app.extraction.tokens import Token
from timeline_app.extraction.verb_forms import Form, VerbReading, read_verb

_REACH = 20  # tokens that a look for another verb goes
_SUBJECTS = frozenset("i you he she it we they who which".split())
_PLURAL = frozenset("people police troops officials we they you i who which that many some".split())
_FINITE_FORMS = frozenset("is are was were am has have had does do did 's 're 've 'm".split())
_BEFORE_CLAUSE = frozenset(
    "day days week weeks month months year years hour hours minute minutes shortly soon just even "
    "only immediately ever long right".split()
)
_CLASSES = (
    ("conjunction", Tag.CONJUNCTION), ("modal", Tag.MODAL), ("be", Tag.BE), ("have", Tag.HAVE),
    ("do", Tag.DO), ("negation", Tag.NOT), ("wh", Tag.WH), ("subordinator", Tag.SUBORDINATOR),
    ("possessive", Tag.POSSESSIVE), ("pronoun", Tag.PRONOUN), ("determiner", Tag.DETERMINER),
    ("number", Tag.NUMBER), ("time_subordinator", Tag.PREPOSITION),
    ("preposition", Tag.PREPOSITION), ("adverb", Tag.ADVERB), ("adjective", Tag.ADJECTIVE),
)  # fmt: skip


@cache
def _closed_classes() -> Mapping[str, Tag]:
    table: dict[str, Tag] = {}
    for word_class, tag in _CLASSES:
        for word in function_words(word_class):
            table.setdefault(word.replace("’", "'"), tag)
    return table


@cache
def common_words() -> frozenset[str]:
    """Words that are ordinary English, so no names where only the sentence gives them a capital."""
    return frozenset(word for line in data_lines("common_words.txt") for word in line.split())


def is_common(word: str) -> bool:
    """Whether a lower-case word, or its singular, is an ordinary English word."""
    known = common_words()
    return (
        word in known
        or (word.endswith("s") and word[:-1] in known)
        or (word.endswith("es") and word[:-2] in known)
        or (word.endswith("ies") and word[:-3] + "y" in known)
        or (word.endswith("men") and word[:-3] + "man" in known)
        or read_verb(word) is not None
        or word in _closed_classes()
    )


def is_adverb(word: str) -> bool:
    """Whether a lower-case word has the ending of adverbs, and is one."""
    return word.endswith("ly") and len(word) > 4 and word not in function_words("not_adverb")


class _Sentence:
    """The tokens of one sentence with the tags found so far."""

    def __init__(self, tokens: Sequence[Token], times: frozenset[int]) -> None:
        self.tokens = tokens
        self.times = times
        self.readings: list[VerbReading | None] = [None] * len(tokens)
        self.tags: list[Tag | None] = [None] * len(tokens)

    def tag(self, index: int) -> Tag | None:
        return self.tags[index] if 0 <= index < len(self.tags) else Tag.MARK

    def lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else "."

    def left(self, index: int) -> int:
        """The nearest index to the left that is no adverb, negation or time expression."""
        index -= 1
        while index >= 0 and self.tags[index] in (Tag.ADVERB, Tag.NOT, Tag.TIME):
            index -= 1
        return index


def tag_sentence(tokens: Sequence[Token], times: frozenset[int] = frozenset()) -> list[Tag]:
    """The tag of every token; `times` are the indices of tokens inside time expressions."""
    sentence = _Sentence(tokens, times)
    for index in range(len(tokens)):
        sentence.tags[index] = _first_tag(sentence, index)
    for index in range(len(tokens)):
        if sentence.tags[index] is None:
            sentence.tags[index] = _decide(sentence, index)
    for index, token in enumerate(tokens):
        if token.lower in function_words("time_subordinator"):
            sentence.tags[index] = _after_or_before(sentence, index)
    return [tag if tag is not None else Tag.NOUN for tag in sentence.tags]


# --- the first pass: what the word alone tells, and a few neighbours --------------------------


def _first_tag(sentence: _Sentence, index: int) -> Tag | None:
    token = sentence.tokens[index]
    if token.is_mark:
        return Tag.CONJUNCTION if token.form == "&" else Tag.MARK
    if index in sentence.times:
        return Tag.TIME
    special = _SPECIAL.get(token.lower)
    if special is not None:
        return special(sentence, index)
    if token.form[0].isdigit() or token.form[0] in "$€£¥":
        return Tag.NUMBER
    if token.form[0].isupper() and (index > 0 or _is_name_at_start(sentence)):
        return _capitalised(sentence, index)
    closed = _closed_classes().get(token.lower)
    if closed is not None and closed is not Tag.ADJECTIVE:
        return closed
    if is_adverb(token.lower):
        return Tag.ADVERB
    return _open_class(sentence, index, closed)


def _open_class(sentence: _Sentence, index: int, closed: Tag | None) -> Tag | None:
    """A noun, an adjective, or None for a word that may be a verb: to be decided later."""
    reading = read_verb(sentence.tokens[index].lower)
    if reading is None or (closed is Tag.ADJECTIVE and reading.lean < 0.5):
        return closed or Tag.NOUN
    if reading.lean < 0.04 and not reading.forms & (Form.PAST | Form.PARTICIPLE | Form.ING):
        return Tag.NOUN
    sentence.readings[index] = reading
    return None


def _is_name_at_start(sentence: _Sentence) -> bool:
    token = sentence.tokens[0]
    if token.form.isupper() and len(token.form) > 1:
        return True
    following = sentence.tokens[1].form if len(sentence.tokens) > 1 else ""
    if token.lower in _closed_classes():
        return token.lower in ("will", "may", "mark") and following[:1].isupper()
    return not is_common(token.lower) or (
        following[:1].isupper() and read_verb(token.lower) is None
    )


def _capitalised(sentence: _Sentence, index: int) -> Tag | None:
    """A name, but for function words in the middle of titles."""
    token = sentence.tokens[index]
    closed = _closed_classes().get(token.lower)
    if token.lower == "i":
        return Tag.PRONOUN
    before = sentence.tokens[index - 1].form if index else ""
    if closed not in (None, Tag.ADJECTIVE, Tag.NUMBER) and before[-1:] in "\"“‘':;—–-(":
        return closed
    return Tag.NAME


def _tag_to(sentence: _Sentence, index: int) -> Tag:
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


def _tag_that(sentence: _Sentence, index: int) -> Tag:
    following = _closed_classes().get(sentence.lower(index + 1))
    if index == 0 or sentence.tag(index - 1) is Tag.PREPOSITION:
        is_verb = following in AUXILIARY or read_verb(sentence.lower(index + 1)) is not None
        return Tag.PRONOUN if is_verb else Tag.DETERMINER
    return Tag.THAT


def _tag_her(sentence: _Sentence, index: int) -> Tag:
    word = sentence.lower(index + 1)
    is_object = word in _closed_classes() and _closed_classes()[word] is not Tag.ADJECTIVE
    return Tag.PRONOUN if is_object or not word[:1].isalnum() else Tag.POSSESSIVE


def _tag_about(sentence: _Sentence, index: int) -> Tag:
    word = sentence.lower(index + 1)
    is_amount = word[:1].isdigit() or word in function_words("number") or word[:1] in "$€£"
    return Tag.ADVERB if is_amount else Tag.PREPOSITION


def _tag_at(sentence: _Sentence, index: int) -> Tag:
    return Tag.ADVERB if sentence.lower(index + 1) in ("least", "most") else Tag.PREPOSITION


def _tag_clitic_s(sentence: _Sentence, index: int) -> Tag:
    before = sentence.tag(index - 1)
    following = _skip_adverbs(sentence, index + 1)
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


def _tag_clitic_d(sentence: _Sentence, index: int) -> Tag:
    reading = read_verb(sentence.lower(_skip_adverbs(sentence, index + 1)))
    had = reading is not None and reading.forms & Form.PARTICIPLE and not reading.forms & Form.BASE
    return Tag.HAVE if had or sentence.lower(index + 1) in ("been", "better") else Tag.MODAL


def _skip_adverbs(sentence: _Sentence, place: int) -> int:
    """The first place from here on whose word is no adverb, before anything there is tagged."""
    while sentence.lower(place) in function_words("adverb") or (
        sentence.lower(place).endswith("ly") and is_adverb(sentence.lower(place))
    ):
        place += 1
    return place


_CLITIC_HOSTS = frozenset("here there that what who it he she let how where when".split())
_SPECIAL: Mapping[str, Callable[[_Sentence, int], Tag]] = {
    "to": _tag_to,
    "that": _tag_that,
    "her": _tag_her,
    "about": _tag_about,
    "at": _tag_at,
    "'s": _tag_clitic_s,
    "'d": _tag_clitic_d,
}


# --- the second pass: verb or noun --------------------------------------------------------------


def _decide(sentence: _Sentence, index: int) -> Tag:
    reading = sentence.readings[index]
    if reading is None:
        return Tag.NOUN
    for rule in _RULES:
        tag = rule(sentence, index, reading)
        if tag is not None:
            return tag
    return Tag.NOUN


def _after_auxiliary(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
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


def _question(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
    """A base form whose modal or "do" stands before the subject: "Will Russia attack"."""
    if not reading.forms & Form.BASE or sentence.tag(index - 1) not in (Tag.NAME, Tag.PRONOUN):
        return None
    for place in range(index - 2, max(index - 5, -1), -1):
        if sentence.tag(place) in (Tag.MODAL, Tag.DO):
            return Tag.BASE
        if sentence.tag(place) not in NOMINAL:
            return None
    return None


def _inside_noun_phrase(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
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
    if before in (Tag.ADJECTIVE, Tag.NUMBER) and _is_clear_present(sentence, index, reading):
        return Tag.FINITE
    return Tag.NOUN


def _past_in_noun_phrase(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
    if not reading.forms & Form.PARTICIPLE:
        return Tag.FINITE
    if _starts_nominal(sentence, index + 1):
        return Tag.ADJECTIVE
    before = sentence.tag(index - 1)
    if before in (Tag.NUMBER, Tag.ADJECTIVE, Tag.DETERMINER):
        return None
    return Tag.NOUN if reading.forms & Form.BASE else Tag.ADJECTIVE


def _is_clear_present(sentence: _Sentence, index: int, reading: VerbReading) -> bool:
    return bool(reading.forms & Form.THIRD) and reading.lean > 0.95


def _starts_nominal(sentence: _Sentence, index: int) -> bool:
    """Whether a noun or name, or an adjective before one, stands at the index."""
    if not 0 <= index < len(sentence.tokens):
        return False
    tag = sentence.tags[index]
    if tag is not None:
        return tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
    reading = sentence.readings[index]
    return reading is not None and reading.lean < 0.6


def _after_conjunction(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
    """A word after "and" is like the verb before it, or like the noun before it."""
    place = sentence.left(index)
    if sentence.tag(place) is not Tag.CONJUNCTION:
        return None
    twin = _last_verb(sentence, place)
    if reading.forms & Form.BASE and twin is Tag.BASE:
        return Tag.BASE if reading.lean >= 0.35 or _has_object(sentence, index) else Tag.NOUN
    if reading.forms & Form.ING:
        return Tag.ING
    if reading.forms & Form.PARTICIPLE and twin is Tag.PARTICIPLE:
        return Tag.PARTICIPLE
    if reading.forms & Form.PAST:
        return Tag.FINITE if twin is not None else None
    if twin is Tag.FINITE and reading.lean >= 0.5 and _has_object(sentence, index):
        return Tag.FINITE
    return Tag.NOUN


def _last_verb(sentence: _Sentence, index: int) -> Tag | None:
    for place in range(index - 1, max(index - _REACH, -1), -1):
        tag = sentence.tags[place]
        if tag in (Tag.BASE, Tag.FINITE, Tag.PARTICIPLE, Tag.ING):
            return tag
        if tag in (Tag.BE, Tag.HAVE) and sentence.lower(place) in _FINITE_FORMS:
            return Tag.FINITE
    return None


def _has_object(sentence: _Sentence, index: int) -> bool:
    """Whether what follows can be the object of a verb but not the rest of a noun phrase."""
    return sentence.tag(index + 1) in (
        Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.THAT, Tag.NAME, Tag.NUMBER, Tag.TO,
    )  # fmt: skip


def _past(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
    if not reading.forms & Form.PAST:
        return Tag.PARTICIPLE if reading.forms & Form.PARTICIPLE & ~Form.BASE else None
    if not reading.forms & Form.PARTICIPLE:
        return Tag.FINITE
    if sentence.lower(sentence.left(index)) in _SUBJECTS:
        return Tag.FINITE
    if sentence.tag(index - 1) is Tag.SUBORDINATOR or _lacks_object(sentence, index, reading):
        return Tag.PARTICIPLE
    if sentence.tag(index - 1) is Tag.CONJUNCTION and sentence.tag(index + 1) is Tag.NOUN:
        return Tag.ADJECTIVE
    if (
        sentence.lower(index + 1) == "by"
        and not _is_ing(sentence, index + 2)
        and reading.lemma not in event_words("say")
    ):
        return Tag.PARTICIPLE
    if reading.lemma in event_words("say") and reading.lemma != "call":
        return Tag.FINITE
    if sentence.tag(index - 1) is Tag.MARK:
        return (
            Tag.FINITE if index and _has_object(sentence, index) else _loose_past(sentence, index)
        )
    if _has_finite_before(sentence, index):
        return Tag.PARTICIPLE
    if _has_object(sentence, index) or not _has_finite_after(sentence, index):
        return Tag.FINITE
    return Tag.PARTICIPLE


def _lacks_object(sentence: _Sentence, index: int, reading: VerbReading) -> bool:
    """Whether a verb that needs an object has none behind it: "a rifle found near the house"."""
    if reading.lemma not in event_words("transitive"):
        return False
    following = _skip_adverbs(sentence, index + 1)
    return sentence.tag(following) in (Tag.PREPOSITION, Tag.MARK, Tag.TIME, Tag.CONJUNCTION)


def _is_ing(sentence: _Sentence, index: int) -> bool:
    reading = read_verb(sentence.lower(index))
    return reading is not None and bool(reading.forms & Form.ING)


def _loose_past(sentence: _Sentence, index: int) -> Tag:
    """A past form after a mark: the verb of the sentence when nothing else can be."""
    if index == 0 or _has_finite_after(sentence, index):
        return Tag.PARTICIPLE
    return Tag.PARTICIPLE if _has_finite_in(sentence, range(index)) else Tag.FINITE


def _ing(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
    return Tag.ING if reading.forms & Form.ING else None


def _present(sentence: _Sentence, index: int, reading: VerbReading) -> Tag | None:
    before = sentence.left(index)
    word, tag = sentence.lower(before), sentence.tag(before)
    if index and sentence.tag(index + 1) is Tag.THAT and tag in NOMINAL:
        return Tag.FINITE
    if index and reading.lemma in event_words("say") and reading.lean > 0.95:
        return Tag.FINITE
    if tag in (Tag.MARK, Tag.PREPOSITION) or before < 0:
        return Tag.NOUN
    if word in _SUBJECTS or tag in (Tag.WH, Tag.THAT):
        return Tag.FINITE if reading.lean >= 0.2 else Tag.NOUN
    if _has_finite_before(sentence, index) or _has_finite_after(sentence, index):
        return Tag.NOUN
    return _present_after_noun(sentence, index, reading)


def _present_after_noun(sentence: _Sentence, index: int, reading: VerbReading) -> Tag:
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


_RULES: tuple[Callable[[_Sentence, int, VerbReading], Tag | None], ...] = (
    _after_auxiliary,
    _question,
    _inside_noun_phrase,
    _after_conjunction,
    _past,
    _ing,
    _present,
)


def _has_finite_before(sentence: _Sentence, index: int) -> bool:
    """Whether the same clause already has its verb, so that this word cannot be one."""
    for place in range(index - 1, max(index - _REACH, -1), -1):
        tag = sentence.tags[place]
        if tag is Tag.FINITE:
            reading = sentence.readings[place]
            says = reading is not None and reading.lemma in event_words("say")
            return not says or sentence.tags[place + 1] is Tag.PREPOSITION
        if tag is Tag.MODAL or sentence.lower(place) in _FINITE_FORMS:
            return tag is not Tag.GENITIVE
        if tag in BOUNDARY or tag in (Tag.CONJUNCTION, Tag.MARK):
            return False
    return False


def _has_finite_after(sentence: _Sentence, index: int) -> bool:
    """Whether the same clause has a clear verb further on."""
    return _has_finite_in(sentence, range(index + 1, min(index + _REACH, len(sentence.tokens))))


def _has_finite_in(sentence: _Sentence, places: range) -> bool:
    for place in places:
        tag = sentence.tags[place]
        if tag in BOUNDARY or tag in (Tag.CONJUNCTION, Tag.MARK):
            return False
        if tag is Tag.PRONOUN and sentence.lower(place) in _SUBJECTS:
            return False
        if sentence.lower(place) in function_words("time_subordinator"):
            return False
        if _is_clear_finite(sentence, place):
            return True
    return False


def _is_clear_finite(sentence: _Sentence, place: int) -> bool:
    tag = sentence.tags[place]
    if tag in (Tag.MODAL, Tag.FINITE):
        return True
    if tag in (Tag.BE, Tag.HAVE, Tag.DO):
        return sentence.lower(place) in _FINITE_FORMS
    reading = sentence.readings[place]
    if tag is not None or reading is None:
        return False
    before = sentence.tag(place - 1)
    if before not in (Tag.NOUN, Tag.NAME, Tag.ADVERB, Tag.TIME, Tag.NUMBER):
        return False
    if reading.forms & Form.PAST and not reading.forms & Form.PARTICIPLE:
        return True
    if reading.forms & Form.PAST:
        return sentence.lower(place + 1) != "by" and _has_object(sentence, place)
    return bool(reading.forms & Form.THIRD) and reading.lean > 0.95


def _after_or_before(sentence: _Sentence, index: int) -> Tag:
    """Whether "after", "since", "as" and the like begin a clause, or stand before a noun."""
    has_verb = sentence.lower(index - 1) in _BEFORE_CLAUSE or any(
        _is_clear_finite(sentence, place) for place in range(index)
    )
    if index and not has_verb and sentence.tags[index - 1] is not Tag.MARK:
        return Tag.PREPOSITION
    for place in range(index + 1, min(index + _REACH, len(sentence.tokens))):
        tag = sentence.tags[place]
        if tag in (Tag.FINITE, Tag.MODAL) or sentence.lower(place) in _FINITE_FORMS:
            return Tag.SUBORDINATOR
        if tag in BOUNDARY or tag is Tag.MARK:
            break
    return Tag.PREPOSITION
