"""Phrases: noun phrases and verb groups of a tagged sentence, by token index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.tags import AUXILIARY, NOMINAL, Tag
from timeline_app.extraction.shallow.tokens import Token
from timeline_app.extraction.verb_forms import Form, read_verb

_INSIDE = frozenset(
    {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME, Tag.GENITIVE}
)
_FINITE_AUXILIARIES = frozenset("is are was were am has have had does do did 's 're 've 'm".split())
_PAST_AUXILIARIES = frozenset("was were had did".split())


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of token indices."""

    start: int
    end: int

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries: "has also sent", "will talk", "were not expected".

    `head` is the index of the main verb, `lemma` its base form; `infinitive` is the index of the
    verb of a "to" that follows at once ("agreed to send"), None when there is none.
    """

    span: Span
    head: int
    lemma: str
    modal: str = ""
    is_past: bool = False
    is_perfect: bool = False
    is_progressive: bool = False
    is_passive: bool = False
    is_negated: bool = False
    infinitive: int | None = None
    infinitive_lemma: str = ""


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence with its tokens, their tags, and the phrases found in it."""

    range: TextRange
    tokens: tuple[Token, ...]
    tags: tuple[Tag, ...]
    noun_phrases: tuple[Span, ...]
    verb_groups: tuple[VerbGroup, ...]

    def text_range(self, span: Span) -> TextRange:
        """The characters that a range of tokens covers."""
        return TextRange(self.tokens[span.start].start, self.tokens[span.end - 1].end)

    def phrase_ending_at(self, end: int) -> Span | None:
        """The noun phrase whose last token stands before index `end`."""
        for phrase in self.noun_phrases:
            if phrase.end == end:
                return phrase
        return None

    def phrase_at(self, index: int) -> Span | None:
        """The noun phrase that holds the token at `index`."""
        for phrase in self.noun_phrases:
            if index in phrase:
                return phrase
        return None


def build_sentence(
    sentence: TextRange, tokens: Sequence[Token], tags: Sequence[Tag]
) -> TaggedSentence:
    """The phrases of a tagged sentence."""
    return TaggedSentence(
        sentence,
        tuple(tokens),
        tuple(tags),
        tuple(_noun_phrases(tokens, tags)),
        tuple(_verb_groups(tokens, tags)),
    )


# --- noun phrases -------------------------------------------------------------------------------


def _noun_phrases(tokens: Sequence[Token], tags: Sequence[Tag]) -> Iterator[Span]:
    start: int | None = None
    for index, tag in enumerate(tags):
        belongs = tag in _INSIDE or _is_degree(tags, index)
        if start is not None and (not belongs or _begins_new(tokens, tags, start, index)):
            yield from _phrase(tags, start, index)
            start = None
        if tag is Tag.PRONOUN:
            yield Span(index, index + 1)
        elif belongs and start is None:
            start = index
    if start is not None:
        yield from _phrase(tags, start, len(tags))


def _phrase(tags: Sequence[Tag], start: int, end: int) -> Iterator[Span]:
    """The phrase without adverbs or adjectives that only happen to stand at its edges."""
    while end > start and tags[end - 1] is Tag.ADVERB:
        end -= 1
    if any(tag in NOMINAL or tag is Tag.DETERMINER for tag in tags[start:end]):
        yield Span(start, end)


def _is_degree(tags: Sequence[Tag], index: int) -> bool:
    """Whether the token is an adverb before an adjective or a number: "about 10,000"."""
    place = index
    while place < len(tags) and tags[place] is Tag.ADVERB and place - index < 3:
        place += 1
    return place > index and place < len(tags) and tags[place] in (Tag.ADJECTIVE, Tag.NUMBER)


def _begins_new(tokens: Sequence[Token], tags: Sequence[Tag], start: int, index: int) -> bool:
    """Whether a noun phrase ends before this token although the next could continue it."""
    tag, before = tags[index], tags[index - 1]
    if before in (Tag.GENITIVE, Tag.DETERMINER, Tag.POSSESSIVE) or before is Tag.ADJECTIVE:
        return False
    has_noun = any(earlier in NOMINAL for earlier in tags[start:index])
    if tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        return has_noun and tokens[index].lower not in ("own", "other", "more", "most")
    is_plural = tokens[index - 1].lower.endswith("s") and before is Tag.NOUN
    return tag is Tag.NAME and is_plural


# --- verb groups --------------------------------------------------------------------------------


def _verb_groups(tokens: Sequence[Token], tags: Sequence[Tag]) -> Iterator[VerbGroup]:
    last: VerbGroup | None = None
    index = 0
    while index < len(tags):
        group = None
        if tags[index] in AUXILIARY or tags[index] is Tag.FINITE:
            group = _group_at(tokens, tags, index)
        elif tags[index] in (Tag.BASE, Tag.PARTICIPLE) and last is not None:
            group = _conjoined_group(tokens, tags, index, last)
        if group is None:
            index += 1
        else:
            yield group
            last = group
            index = group.span.end


def _is_finite(token: Token, tag: Tag) -> bool:
    return tag in (Tag.MODAL, Tag.FINITE) or (
        tag in AUXILIARY and token.lower in _FINITE_AUXILIARIES
    )


def _group_at(tokens: Sequence[Token], tags: Sequence[Tag], start: int) -> VerbGroup | None:
    """The verb group that begins with this auxiliary or finite verb."""
    first = tokens[start]
    after_to = start > 0 and tags[start - 1] in (Tag.TO, Tag.PREPOSITION)
    if not _is_finite(first, tags[start]) or after_to:
        return None
    end = _group_end(tags, start)
    head = max(
        (place for place in range(start, end) if tags[place] not in (Tag.ADVERB, Tag.NOT)),
        default=start,
    )
    return _make_group(tokens, tags, Span(start, head + 1), head, first)


def _group_end(tags: Sequence[Tag], start: int) -> int:
    """The end of a row of auxiliaries, adverbs and the full verb, where the row stops."""
    if tags[start] is Tag.FINITE:
        return start + 1
    place = start + 1
    while place < len(tags) and tags[place] in (
        Tag.ADVERB, Tag.NOT, Tag.BE, Tag.HAVE, Tag.DO,
    ):  # fmt: skip
        place += 1
    if place < len(tags) and tags[place] in (Tag.BASE, Tag.PARTICIPLE, Tag.ING):
        return place + 1
    return place


def _make_group(
    tokens: Sequence[Token], tags: Sequence[Tag], span: Span, head: int, first: Token
) -> VerbGroup:
    inside = range(span.start, head)
    auxiliaries = [tags[place] for place in inside]
    reading = read_verb(tokens[head].lower)
    lemma = _AUXILIARY_LEMMA.get(tags[head]) or (reading.lemma if reading else tokens[head].lower)
    infinitive = _infinitive_after(tags, head + 1)
    is_past_form = (
        tags[span.start] is Tag.FINITE
        and reading is not None
        and bool(reading.forms & Form.PAST)
        and not reading.forms & Form.THIRD
    )
    return VerbGroup(
        span,
        head,
        lemma,
        modal=first.lower if tags[span.start] is Tag.MODAL else "",
        is_past=is_past_form or first.lower in _PAST_AUXILIARIES,
        is_perfect=Tag.HAVE in auxiliaries,
        is_progressive=tags[head] is Tag.ING and Tag.BE in auxiliaries,
        is_passive=tags[head] is Tag.PARTICIPLE and Tag.BE in auxiliaries,
        is_negated=_is_negated(tokens, tags, span),
        infinitive=infinitive,
        infinitive_lemma=_lemma_at(tokens, tags, infinitive),
    )


_AUXILIARY_LEMMA = {Tag.BE: "be", Tag.HAVE: "have", Tag.DO: "do", Tag.MODAL: "be"}


def _is_negated(tokens: Sequence[Token], tags: Sequence[Tag], span: Span) -> bool:
    places = range(max(span.start - 1, 0), min(span.end + 1, len(tags)))
    if any(tags[place] is Tag.NOT for place in places):
        return True
    before = tokens[span.start - 1].lower if span.start else ""
    after = tokens[span.end].lower if span.end < len(tokens) else ""
    return before in ("nobody", "nothing", "none") or after in ("no", "nothing", "nobody")


def _infinitive_after(tags: Sequence[Tag], place: int) -> int | None:
    """The index of the verb of "to …" right behind a verb, adverbs aside."""
    while place < len(tags) and tags[place] is Tag.ADVERB:
        place += 1
    if place >= len(tags) or tags[place] is not Tag.TO:
        return None
    place += 1
    while place < len(tags) and tags[place] is Tag.ADVERB:
        place += 1
    if place < len(tags) and tags[place] in (Tag.BASE, Tag.BE, Tag.HAVE, Tag.DO):
        return place
    return None


def _lemma_at(tokens: Sequence[Token], tags: Sequence[Tag], place: int | None) -> str:
    if place is None:
        return ""
    if tags[place] is Tag.BE and place + 1 < len(tags) and tags[place + 1] is Tag.PARTICIPLE:
        place += 1
    reading = read_verb(tokens[place].lower)
    return _AUXILIARY_LEMMA.get(tags[place]) or (reading.lemma if reading else tokens[place].lower)


def _conjoined_group(
    tokens: Sequence[Token], tags: Sequence[Tag], index: int, last: VerbGroup
) -> VerbGroup | None:
    """The second half of "will meet Biden and sign a treaty": it shares the auxiliaries."""
    place = index - 1
    while place > 0 and tags[place] is Tag.ADVERB:
        place -= 1
    if tags[place] is not Tag.CONJUNCTION or tags[last.head] is not tags[index]:
        return None
    if any(tags[between] is Tag.TO for between in range(last.span.end, index)):
        return None
    reading = read_verb(tokens[index].lower)
    lemma = reading.lemma if reading else tokens[index].lower
    infinitive = _infinitive_after(tags, index + 1)
    return VerbGroup(
        Span(index, index + 1),
        index,
        lemma,
        modal=last.modal,
        is_past=last.is_past,
        is_perfect=last.is_perfect,
        is_passive=last.is_passive,
        is_negated=last.is_negated,
        infinitive=infinitive,
        infinitive_lemma=_lemma_at(tokens, tags, infinitive),
    )


def is_event_noun(token: Token, tag: Tag) -> bool:
    """Whether a noun names an event: "summit", "elections", "Summit" in a name."""
    if tag not in (Tag.NOUN, Tag.NAME):
        return False
    word = token.lower
    nouns = event_words("noun")
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)
