"""Clauses: who stands before each finite verb, and how far what it says goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.extents import clause_end
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence, VerbGroup
from timeline_app.extraction.shallow.tags import VERB, Tag

_INSERTIONS = 4  # commas that a look for the subject steps over
_LIST_MEMBER = 6  # tokens of a phrase in a list of subjects
_MODIFIER = 6  # tokens between a noun and the phrase at the end of its modifier
_NON_FINITE = frozenset({Tag.ING, Tag.PARTICIPLE, Tag.BASE})
_IN_MODIFIER = _NON_FINITE | {Tag.TO, Tag.PREPOSITION, Tag.ADVERB}
_ASIDE = frozenset({Tag.ADVERB, Tag.NOT, Tag.TIME})
_CONDITIONAL = frozenset({"if", "unless", "whether", "lest"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb, its subject, and the tokens that belong to what it says.

    `subject` covers the whole phrase, `subject_head` its first noun phrase; both are None when
    nobody can be found. `rest` begins behind the verb group. `extent` reaches from the beginning
    of the clause to its end, time expressions included. `opener` is the subordinator before it
    ("if", "because", "who"), "" in a main clause.
    """

    group: VerbGroup
    subject: Span | None
    subject_head: Span | None
    rest: Span
    extent: Span
    opener: str = ""
    is_relative: bool = False
    is_inverted: bool = False

    @property
    def is_conditional(self) -> bool:
        """Whether it only says under which condition something holds."""
        return self.opener in _CONDITIONAL


def find_clauses(sentence: TaggedSentence) -> list[Clause]:
    """The clauses of a sentence, in the order of their verbs."""
    clauses: list[Clause] = []
    for number, group in enumerate(sentence.verb_groups):
        clauses.append(_clause(sentence, number, group, clauses))
    return clauses


def _clause(
    sentence: TaggedSentence, number: int, group: VerbGroup, earlier: Sequence[Clause]
) -> Clause:
    subject = _find_subject(sentence, group, earlier)
    end = clause_end(sentence, number, group)
    start = group.span.start
    if subject.span is not None and subject.span.end <= start and not subject.is_shared:
        start = subject.span.start
    opener, start = _opener(sentence, start, subject)
    return Clause(
        group,
        subject.span,
        subject.head,
        Span(subject.span.end if subject.is_inverted and subject.span else group.span.end, end)
        if end > group.span.end
        else Span(group.span.end, group.span.end),
        Span(start, max(end, group.span.end)),
        opener=opener,
        is_relative=subject.is_relative,
        is_inverted=subject.is_inverted,
    )


@dataclass(frozen=True, slots=True)
class _Subject:
    span: Span | None = None
    head: Span | None = None
    is_relative: bool = False
    is_shared: bool = False
    is_inverted: bool = False


# --- the subject --------------------------------------------------------------------------------


def _find_subject(
    sentence: TaggedSentence, group: VerbGroup, earlier: Sequence[Clause]
) -> _Subject:
    place = _skip_back(sentence, group.span.start - 1)
    if place < 0:
        return _inverted(sentence, group)
    tag = sentence.tags[place]
    if tag in (Tag.WH, Tag.THAT):
        return _antecedent(sentence, place)
    if tag is Tag.CONJUNCTION:
        return _shared(earlier)
    if tag is Tag.MARK:
        return _over_insertion(sentence, group, place, earlier)
    found = _chain_ending_at(sentence, place + 1)
    if found is not None and found.head is not None and _is_age(sentence, found.head):
        return _over_insertion(sentence, group, found.head.start - 1, earlier)
    return found or _Subject()


def _is_age(sentence: TaggedSentence, phrase: Span) -> bool:
    """Whether the phrase is the bare number of "Kopp, 44" and not who did something."""
    return (
        len(phrase) == 1
        and sentence.tags[phrase.start] is Tag.NUMBER
        and phrase.start > 1
        and sentence.tokens[phrase.start - 1].form == ","
    )


def _skip_back(sentence: TaggedSentence, place: int) -> int:
    """The last token up to `place` that is no adverb and in no "on Wednesday"."""
    while place >= 0 and sentence.tags[place] in _ASIDE:
        is_time = sentence.tags[place] is Tag.TIME
        place -= 1
        if is_time and place > 0 and sentence.tags[place] is Tag.PREPOSITION:
            place -= 1
    return place


def _chain_ending_at(sentence: TaggedSentence, end: int) -> _Subject | None:
    """The noun phrase that ends here, with those before it that "of", "from", "and" join on."""
    head = sentence.phrase_ending_at(end)
    if head is None:
        return None
    while True:
        longer = _longer(sentence, head)
        if longer is None:
            return _Subject(Span(head.start, end), _first_phrase(sentence, head))
        head = longer


def _first_phrase(sentence: TaggedSentence, head: Span) -> Span:
    return sentence.phrase_at(head.start) or head


def _longer(sentence: TaggedSentence, head: Span) -> Span | None:
    """The phrase before, joined to this one, or None where the subject begins."""
    joint = _skip_back(sentence, head.start - 1)
    if joint < 1:
        return None
    tag = sentence.tags[joint]
    if tag in _NON_FINITE:
        return _over_modifier(sentence, joint, head)
    before = sentence.phrase_ending_at(_skip_back(sentence, joint - 1) + 1)
    if before is None:
        return None
    is_joined = tag is Tag.PREPOSITION or (
        _is_free(sentence, before) and _joins_in_list(sentence, joint, before, head)
    )
    return Span(before.start, head.end) if is_joined else None


def _joins_in_list(sentence: TaggedSentence, joint: int, before: Span, head: Span) -> bool:
    """Whether "and", or a comma of a list that ends with "and", joins two phrases."""
    if sentence.tags[joint] is Tag.CONJUNCTION:
        return sentence.tokens[joint].lower in ("and", "or", "&")
    has_and = any(sentence.tokens[place].lower == "and" for place in range(head.start, head.end))
    return sentence.tokens[joint].form == "," and has_and and len(before) <= _LIST_MEMBER


def _over_modifier(sentence: TaggedSentence, joint: int, head: Span) -> Span | None:
    """The phrase before a modifier that has no verb of its own: "a man accused of running it"."""
    place = joint
    while place >= 0 and joint - place < _MODIFIER and sentence.tags[place] in _IN_MODIFIER:
        if any(place in group.span for group in sentence.verb_groups):
            return None
        place -= 1
    before = sentence.phrase_ending_at(place + 1)
    return Span(before.start, head.end) if before is not None else None


def _is_free(sentence: TaggedSentence, phrase: Span) -> bool:
    """Whether no verb has this phrase as its object, so that it can be part of a subject."""
    place = phrase.start
    while True:
        place = _skip_back(sentence, place - 1)
        if place < 0:
            return True
        if sentence.tags[place] is not Tag.PREPOSITION:
            break
        earlier = sentence.phrase_ending_at(_skip_back(sentence, place - 1) + 1)
        if earlier is None:
            before = _skip_back(sentence, place - 1)
            return not (before >= 0 and sentence.tags[before] in VERB)
        place = earlier.start
    if sentence.tags[place] in VERB:
        return any(
            place == group.head and group.lemma in event_words("say")
            for group in sentence.verb_groups
        )
    return sentence.tags[place] is not Tag.BE


def _antecedent(sentence: TaggedSentence, place: int) -> _Subject:
    """The phrase that "who", "which" or "that" refers to, as the subject of its clause."""
    if sentence.tokens[place].lower not in ("who", "which", "that"):
        return _Subject(is_relative=True)
    before = place - 1
    if before >= 0 and sentence.tokens[before].form == ",":
        before -= 1
    found = _chain_ending_at(sentence, _skip_back(sentence, before) + 1)
    if found is None:
        return _Subject(is_relative=True)
    nearest = sentence.phrase_ending_at(_skip_back(sentence, before) + 1)
    nearest = _described(sentence, nearest) if nearest is not None else None
    return _Subject(nearest, nearest, is_relative=True, is_shared=True)


def _described(sentence: TaggedSentence, phrase: Span) -> Span:
    """The name that "an engineer" describes in "Luis Ruiz, an engineer, who …"; else the phrase."""
    comma = phrase.start - 1
    is_description = sentence.tags[phrase.start] is Tag.DETERMINER
    if comma < 1 or not is_description or sentence.tokens[comma].form != ",":
        return phrase
    name = sentence.phrase_ending_at(comma)
    is_name = name is not None and sentence.tags[comma - 1] is Tag.NAME
    return name if is_name and name is not None else phrase


def _shared(earlier: Sequence[Clause]) -> _Subject:
    """The subject of the clause before, which this verb goes on with."""
    for clause in reversed(earlier):
        if clause.subject is not None:
            return _Subject(clause.subject, clause.subject_head, is_shared=True)
    return _Subject()


def _over_insertion(
    sentence: TaggedSentence, group: VerbGroup, place: int, earlier: Sequence[Clause]
) -> _Subject:
    """The subject before ", the president," or ", who lives there,", or behind "said"."""
    inverted = _inverted(sentence, group)
    if inverted.span is not None:
        return inverted
    if sentence.tokens[place].form not in (",", "--", "—", "–", ")"):
        return _Subject()
    comma = place
    for _ in range(_INSERTIONS):
        comma = _mark_before(sentence, comma)
        if comma < 0:
            break
        found = _chain_ending_at(sentence, _skip_back(sentence, comma - 1) + 1)
        if found is not None and found.span is not None and not _is_taken(sentence, found.span):
            return found
    return _shared(earlier)


def _mark_before(sentence: TaggedSentence, place: int) -> int:
    place -= 1
    while place >= 0 and sentence.tokens[place].form not in (",", "--", "—", "–", "("):
        place -= 1
    return place


def _is_taken(sentence: TaggedSentence, span: Span) -> bool:
    """Whether the phrase already stands behind a verb or a preposition."""
    before = _skip_back(sentence, span.start - 1)
    return before >= 0 and sentence.tags[before] in (
        *VERB, Tag.PREPOSITION, Tag.BE, Tag.HAVE, Tag.ADVERB,
    )  # fmt: skip


def _inverted(sentence: TaggedSentence, group: VerbGroup) -> _Subject:
    """The subject of "…, said the minister"."""
    if group.lemma not in event_words("inverting") or group.span.end >= len(sentence.tokens):
        return _Subject()
    phrase = sentence.phrase_at(group.span.end)
    if phrase is None or phrase.start != group.span.end or _is_subject(sentence, phrase):
        return _Subject()
    return _Subject(phrase, phrase, is_inverted=True)


def _is_subject(sentence: TaggedSentence, phrase: Span) -> bool:
    """Whether a verb follows: "Duarte, who took over, said the company would close"."""
    place = phrase.end
    while place < len(sentence.tags) and sentence.tags[place] in _ASIDE:
        place += 1
    return any(group.span.start == place for group in sentence.verb_groups)


# --- where a clause begins ----------------------------------------------------------------------


def _opener(sentence: TaggedSentence, start: int, subject: _Subject) -> tuple[str, int]:
    """The subordinator in front of a clause, and where the clause with its adjuncts begins."""
    place = start - 1
    while place >= 0 and sentence.tags[place] in (Tag.ADVERB, Tag.TIME):
        place -= 1
    if place >= 0 and sentence.tags[place] in (Tag.SUBORDINATOR, Tag.WH, Tag.THAT):
        return sentence.tokens[place].lower, place + 1
    if subject.is_shared or subject.is_inverted:
        return "", start
    return _opener_at_front(sentence, start)


def _opener_at_front(sentence: TaggedSentence, start: int) -> tuple[str, int]:
    """Take in adjuncts at the beginning of the sentence: "On Monday, in Kazan, Putin …"."""
    for place in range(start):
        tag = sentence.tags[place]
        if tag in (Tag.FINITE, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO, Tag.THAT, Tag.WH):
            return "", start
        if tag is Tag.SUBORDINATOR:
            return "", start
    return "", 0
