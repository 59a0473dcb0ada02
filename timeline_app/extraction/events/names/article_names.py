"""The names of an article: where they stand, what is part of them, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.names.entity import EntityKind
from timeline_app.extraction.events.names.found_name import FoundName
from timeline_app.extraction.events.names.headlines import is_all_capitals, is_headline
from timeline_app.extraction.events.names.kinds_of_names import kinds_of
from timeline_app.extraction.events.names.naming import family_name, key_of, key_word, tidy
from timeline_app.extraction.gazetteer import demonyms, gender_of, is_organisation, is_place
from timeline_app.extraction.gazetteer import name_words as words_of

if TYPE_CHECKING:
    from timeline_app.extraction.events.reading import ReadText
    from timeline_app.extraction.model.parsed import ParsedSentence

_KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
}
_CLITICS = frozenset({"'s", "’s", "'", "’", "s'"})
_LONGEST = 8  # words of a name looked for elsewhere
_MOST = 12  # names looked for that begin with one word


def find_names(read: ReadText) -> list[list[FoundName]]:
    """The names of each sentence, in text order."""
    plain = [
        [] if is_headline(sentence) else list(_names_in(read, number))
        for number, sentence in enumerate(read.sentences)
    ]
    known = _Known()
    for name in (name for names in plain for name in names):
        known.add(name)
    found = [_with_missed(read, number, names, known) for number, names in enumerate(plain)]
    kinds = kinds_of(name for names in found for name in names)
    return [[replace(name, kind=kinds[key_of(name.form)]) for name in names] for names in found]


# --- the names of the model --------------------------------------------------------------------


def _names_in(read: ReadText, number: int) -> Iterator[FoundName]:
    sentence = read.sentences[number]
    for name in sentence.names:
        for first, last in _parts(sentence, name.first, name.last):
            yield from _trimmed(read, number, first, last, _KINDS[name.kind])


def _parts(sentence: ParsedSentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A name without brackets: "North Atlantic Treaty Organization (NATO)" is two."""
    start = first
    for index in range(first, last):
        if sentence.words[index].form in ("(", ")", "[", "]"):
            yield start, index
            start = index + 1
    yield start, last


def _trimmed(
    read: ReadText, number: int, first: int, last: int, kind: EntityKind
) -> Iterator[FoundName]:
    words = read.sentences[number].words
    start = first
    while last > start and (words[last - 1].form in _CLITICS or words[last - 1].upos == "PUNCT"):
        last -= 1
    start += _title_length([word.form for word in words[start:last]], kind)
    if start >= last or not words[start].form[0].isalnum():
        return
    form = _form(read, number, start, last)
    if form in demonyms() or _is_no_name(form.split()):
        return
    titles = _titles_before(read.sentences[number], start) if kind == EntityKind.PERSON else ()
    yield FoundName(number, start, last, form, kind, titles)


def _title_length(forms: Sequence[str], kind: EntityKind) -> int:
    """How many words stand before the name itself: "the", and a person's titles."""
    start = 0
    if kind == EntityKind.PERSON:
        is_office = [form.lower() in words_of("office") for form in forms[:-1]]
        start = max((index + 1 for index, office in enumerate(is_office) if office), default=0)
    while start < len(forms) - 1 and _is_before_name(forms[start], kind):
        start += 1
    return start


def _is_before_name(form: str, kind: EntityKind) -> bool:
    if kind != EntityKind.PERSON:
        return form.lower() == "the"
    return form.lower() in words_of("title") or form.lower() == "the" or form in demonyms()


def _is_no_name(words: Sequence[str]) -> bool:
    """Whether words only tell a day, a legal form or an office: "Chief Financial Officer"."""
    if len(words) == 1 and words[0].casefold() in words_of("plain"):
        return True
    if all(key_word(word) in words_of("company_form") for word in words):
        return True
    titles = [word.lower() in words_of("title") for word in words]
    return titles[-1] and (len(words) == 1 or sum(titles) > 1)


def _titles_before(sentence: ParsedSentence, start: int) -> tuple[str, ...]:
    """The row of titles that ends right before a name: "prime minister"."""
    first = start
    while first > 0 and sentence.words[first - 1].lower in words_of("title"):
        first -= 1
    return tuple(word.lower for word in sentence.words[first:start])


def _form(read: ReadText, number: int, first: int, last: int) -> str:
    words = read.sentences[number].words
    return tidy(read.text[words[first].range.start : words[last - 1].range.end])


# --- the same names elsewhere ------------------------------------------------------------------


@dataclass(slots=True)
class _Known:
    """Names to look for, by their first word; those of several words before the single ones."""

    by_first: dict[str, dict[tuple[str, ...], FoundName]] = field(default_factory=dict)

    def add(self, name: FoundName) -> None:
        """Look for a name, and for the family name of a person."""
        self._add(tuple(name.words), name)
        if name.kind == EntityKind.PERSON and len(name.words) > 1:
            family = family_name(name.words)
            self._add(tuple(family.split()), replace(name, form=family, titles=()))

    def _add(self, words: tuple[str, ...], name: FoundName) -> None:
        if len(words) <= _LONGEST:
            names = self.by_first.setdefault(words[0].casefold(), {})
            if len(names) < _MOST:
                names.setdefault(words, name)

    def at(
        self, sentence: ParsedSentence, index: int, *, any_case: bool
    ) -> tuple[int, FoundName] | None:
        """The longest name that begins at a word, with where it ends."""
        names = self.by_first.get(sentence.words[index].form.casefold(), {})
        for words, name in sorted(names.items(), key=lambda each: -len(each[0])):
            forms = [word.form for word in sentence.words[index : index + len(words)]]
            if any_case:
                same = [form.casefold() for form in forms] == [word.casefold() for word in words]
            else:
                same = forms == list(words)
            if same and (any_case or len(words) > 1 or _stands_alone(sentence, index)):
                return index + len(words), name
        return None


def _stands_alone(sentence: ParsedSentence, index: int) -> bool:
    """Whether a capitalised word is a whole name and no part of a longer one."""
    words = sentence.words
    beside = [words[i] for i in (index - 1, index + 1) if 0 <= i < len(words)]
    is_part = any(word.upos == "PROPN" and word.form[0].isupper() for word in beside)
    return words[index].upos == "PROPN" and not is_part


def _with_missed(
    read: ReadText, number: int, names: list[FoundName], known: _Known
) -> list[FoundName]:
    """The names of a sentence with those that other sentences make known."""
    sentence = read.sentences[number]
    headline = is_headline(sentence)
    found = list(names)
    covered = {word for name in names for word in range(name.first, name.last)}
    index = 0
    while index < len(sentence.words):
        following = index + 1
        if index not in covered and sentence.words[index].form[:1].isupper():
            match = known.at(sentence, index, any_case=headline)
            if match and covered.isdisjoint(range(index, match[0])):
                following, like = match
                found.append(replace(like, sentence=number, first=index, last=following, titles=()))
                covered.update(range(index, following))
        index = following
    if headline:
        found += [each for each in _in_headline(read, number) if covered.isdisjoint(_span(each))]
    return sorted(found, key=lambda name: name.first)


def _span(name: FoundName) -> range:
    return range(name.first, name.last)


# --- headlines ---------------------------------------------------------------------------------


def _in_headline(read: ReadText, number: int) -> Iterator[FoundName]:
    """What a headline names for certain: lands, large organisations, people by first name."""
    sentence = read.sentences[number]
    if is_all_capitals(sentence):
        yield from _lands_in_capitals(sentence, number)
        return
    for name in _names_in(read, number):
        length = _certain_length(sentence, name)
        if length:
            last = name.first + length
            yield replace(name, last=last, form=_form(read, number, name.first, last))


def _certain_length(sentence: ParsedSentence, name: FoundName) -> int:
    """How many words from a name's beginning are surely a name; 0 when none."""
    forms = [word.form for word in sentence.words[name.first : name.last]]
    for length in range(len(forms), 0, -1):
        form = " ".join(forms[:length])
        if is_place(form) or is_organisation(form):
            return length
    words = sentence.words[name.first : name.last]
    proper = next((i for i, word in enumerate(words) if word.upos != "PROPN"), len(words))
    is_person = name.kind == EntityKind.PERSON and proper in (2, 3) and gender_of(forms[0])
    is_single = len(forms) == 1 and proper
    return proper if is_person or is_single else 0


def _lands_in_capitals(sentence: ParsedSentence, number: int) -> Iterator[FoundName]:
    index = 0
    while index < len(sentence.words):
        following = index + 1
        for last in range(min(index + 3, len(sentence.words)), index, -1):
            form = " ".join(word.form for word in sentence.words[index:last]).title()
            if is_place(form):
                yield FoundName(number, index, last, form, EntityKind.PLACE)
                following = last
                break
        index = following
