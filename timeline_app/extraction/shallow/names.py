"""Names: people, organisations and places of an article, each one entity however it is written.

"Russian President Vladimir Putin", "Vladimir Putin" and "Putin" are one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline_app.extraction.gazetteer import (
    demonyms,
    gender_of,
    is_organisation,
    is_place,
    name_words,
)
from timeline_app.extraction.shallow.name_kinds import Kind, is_acronym, is_local, kind_of
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence
from timeline_app.extraction.shallow.tags import Tag


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name. `name` is the longest form, `short` the usual one."""

    name: str
    short: str
    kind: Kind
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: `span` covers the name itself, `full` also titles before it."""

    span: Span
    full: Span
    entity: Entity
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    full: Span
    name: str
    kind: Kind
    is_local: bool


@dataclass(slots=True)
class _People:
    """The people met so far, by family name; the first to have it keeps it."""

    full_names: dict[str, str] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Remember a name of several words."""
        if " " in name:
            self.full_names.setdefault(name.rsplit(" ", 1)[1], name)

    def entity(self, name: str) -> Entity:
        """The person a name stands for, given in full or by the family name."""
        known = self.full_names.get(name.rsplit(" ", 1)[-1], name)
        full = known if set(name.split()) <= set(known.split()) else name
        words = full.split()
        gender = gender_of(words[0]) if words[1:] else ""
        return Entity(full, _family_name(words), Kind.PERSON, gender)


def _family_name(words: Sequence[str]) -> str:
    """The last word with the particles before it: "da Silva"."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in name_words("particle"):
        start -= 1
    return " ".join(words[start:])


def find_names(sentences: Sequence[TaggedSentence]) -> list[tuple[Mention, ...]]:
    """The names of every sentence, in text order."""
    found = [list(_names_in(sentence)) for sentence in sentences]
    people = _People()
    known: dict[str, Kind] = {}
    for name in (name for names in found for name in names):
        if name.kind is Kind.PERSON:
            people.add(name.name)
        if name.kind is not Kind.OTHER:
            known.setdefault(name.name, name.kind)
    return [tuple(_mention(name, people, known) for name in names) for names in found]


def _mention(found: _Found, people: _People, known: dict[str, Kind]) -> Mention:
    kind = found.kind
    if kind is Kind.OTHER:
        kind = known.get(found.name, kind)
    if found.name in people.full_names and not is_place(found.name):
        kind = Kind.PERSON
    if kind is Kind.PERSON:
        entity = people.entity(found.name)
    else:
        entity = Entity(found.name, found.name, kind)
    return Mention(found.span, found.full, entity, is_local=found.is_local)


# --- one sentence -------------------------------------------------------------------------------


def _names_in(sentence: TaggedSentence) -> Iterator[_Found]:
    index = 0
    while index < len(sentence.tags):
        if not _is_name(sentence, index):
            index += 1
            continue
        end = _run_end(sentence, index)
        yield from _split_run(sentence, Span(index, end))
        index = end


def _is_name(sentence: TaggedSentence, index: int) -> bool:
    token = sentence.tokens[index]
    tag = sentence.tags[index]
    if tag is Tag.ADJECTIVE and token.form[0].isupper():
        return token.form in demonyms()
    return tag is Tag.NAME and token.form[0].isupper()


def _run_end(sentence: TaggedSentence, start: int) -> int:
    """The end of a row of capitalised words, with "of", "de", "&" between them where they join."""
    end = start + 1
    while end < len(sentence.tags):
        token = sentence.tokens[end]
        joins = token.lower in name_words("particle") or token.form == "&"
        joins_of = token.lower == "of" and _takes_of(sentence, start, end)
        follows = end + 1 < len(sentence.tags) and _is_name(sentence, end + 1)
        if _is_name(sentence, end):
            end += 1
        elif (joins or joins_of) and follows:
            end += 2
        else:
            break
    return end


def _takes_of(sentence: TaggedSentence, start: int, end: int) -> bool:
    word = sentence.tokens[end - 1].lower
    cues = name_words("organisation") | {"secretary", "gulf", "cape", "isle", "republic", "state"}
    return word in cues or (end - start == 1 and word in ("house", "lord", "duke", "prince"))


def _split_run(sentence: TaggedSentence, run: Span) -> Iterator[_Found]:
    """Tell apart the names of "NATO Secretary-General Mark Rutte" and "South Korean President"."""
    start = run.start
    if _is_organisation_run(sentence, run):
        yield _Found(run, run, _text(sentence, run), Kind.ORGANISATION, is_local(sentence, run))
        return
    while start < run.end:
        length = _known_length(sentence, start, run.end)
        following = start + length
        is_alone = following >= run.end
        if length and (is_alone or _begins_with_title(sentence, following, run.end)):
            yield _known(sentence, Span(start, following))
            start = following
        elif length and _text(sentence, Span(start, following)) in demonyms():
            start = following
        else:
            break
    title = _title_inside(sentence, Span(start, run.end))
    if title > start:
        yield from _unknown(sentence, Span(start, title))
    if title < run.end:
        yield from _unknown(sentence, Span(title, run.end))


def _title_inside(sentence: TaggedSentence, span: Span) -> int:
    """Where the title begins in "Meta Platforms CEO Mark Zuckerberg"; else the span's beginning."""
    for place in range(span.start + 1, span.end - 1):
        if sentence.tokens[place].lower in name_words("office"):
            return _first_title(sentence, span.start, place)
    return span.start


def _first_title(sentence: TaggedSentence, start: int, title: int) -> int:
    """Where the row of titles begins that ends at `title`: "Vice President", "Prime Minister"."""
    while title - 1 > start and _begins_with_title(sentence, title - 1, title):
        title -= 1
    return title


def _is_organisation_run(sentence: TaggedSentence, run: Span) -> bool:
    """Whether a cue ends it: "African Union" is no union of Africans."""
    words = [token.form for token in sentence.tokens[run.start : run.end]]
    if is_place(" ".join(words)):
        return False
    has_cue = words[-1].lower() in name_words("organisation") and len(words) > 1
    return has_cue and not any(word.lower() in name_words("title") for word in words[:-1])


def _text(sentence: TaggedSentence, span: Span) -> str:
    return " ".join(token.form for token in sentence.tokens[span.start : span.end])


def _known_length(sentence: TaggedSentence, start: int, end: int) -> int:
    """How many tokens from here are a place, a demonym or an acronym; 0 when none."""
    for length in range(min(4, end - start), 0, -1):
        text = _text(sentence, Span(start, start + length))
        if is_place(text) or text in demonyms() or is_organisation(text):
            return length
    form = sentence.tokens[start].form
    return 1 if is_acronym(form) or form.lower() in name_words("organisation") else 0


def _begins_with_title(sentence: TaggedSentence, start: int, end: int) -> bool:
    return start < end and sentence.tokens[start].lower in name_words("title")


def _known(sentence: TaggedSentence, span: Span) -> _Found:
    text = _text(sentence, span)
    if text in demonyms() and not is_place(text):
        kind = Kind.DEMONYM
    elif is_place(text):
        kind = Kind.PLACE
    else:
        kind = Kind.ORGANISATION
    return _Found(span, span, text, kind, is_local(sentence, span))


def _unknown(sentence: TaggedSentence, span: Span) -> Iterator[_Found]:
    """A name that no table knows: a person behind a title, or what its words tell."""
    start = _behind_titles(sentence, span)
    if start == span.end:
        return
    name = Span(start, span.end)
    text = _text(sentence, name)
    is_plain = sentence.tokens[start].lower in name_words("plain") or len(text) == 1
    if len(name) == 1 and is_plain:
        return
    kind = kind_of(sentence, name, has_title=start > span.start or _title_before(sentence, span))
    yield _Found(name, span, text, kind, is_local(sentence, name))


def _behind_titles(sentence: TaggedSentence, span: Span) -> int:
    start = span.start
    while start < span.end:
        word = sentence.tokens[start].lower
        joins = word in ("of", "&", "the") or sentence.tokens[start].form in demonyms()
        if word in name_words("title") or (start > span.start and joins):
            start += 1
        else:
            break
    return start


def _title_before(sentence: TaggedSentence, span: Span) -> bool:
    before = span.start - 1
    return (
        before >= 0
        and sentence.tags[before] is Tag.NOUN
        and sentence.tokens[before].lower in name_words("title")
    )
