"""Linking names: which of the names of an article are one person, organisation or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline_app.extraction.events.names.entity import Entity, EntityKind
from timeline_app.extraction.events.names.found_name import FoundName
from timeline_app.extraction.events.names.naming import (
    family_name,
    first_name_gender,
    initials_of,
    is_acronym,
    key_of,
    key_word,
    may_be_same_person,
    may_be_short_for,
    usual_names,
)
from timeline_app.extraction.gazetteer import name_words

_NEAR = 1  # sentences over which a bare name is that of who was just named in full
_MOST = 20  # people of one family name that are told apart


def entities_of(names: Sequence[FoundName]) -> dict[FoundName, Entity]:
    """The entity of every name; `names` are those of an article in text order."""
    people = _People()
    things = _Things()
    persons = [name for name in names if name.kind == EntityKind.PERSON]
    others = [name for name in names if name.kind != EntityKind.PERSON]
    linked = {**people.link(persons), **things.link(others)}
    return {name: linked[name] for name in names}


# --- people ------------------------------------------------------------------------------------


@dataclass(eq=False, slots=True)
class _Person:
    words: list[str]
    gender: str = ""
    last_full: int = -_NEAR - 1  # the sentence that last had more than the family name

    def take(self, name: FoundName) -> None:
        """Another name of this person."""
        if len(name.words) > len(self.words):
            self.words = name.words
        if len(name.words) > 1:
            self.last_full = name.sentence
        self.gender = self.gender or _gender(name)


@dataclass(slots=True)
class _People:
    """The people of an article.

    Of several with one family name the bare name is the first's: news and histories call whom they
    tell of by it, and relatives in full. Only right behind the full name it is a relative's.
    """

    by_family: dict[str, list[_Person]] = field(default_factory=dict)
    by_first: dict[str, list[_Person]] = field(default_factory=dict)

    def link(self, names: Sequence[FoundName]) -> dict[FoundName, Entity]:
        full = {name: self._full(name) for name in names if len(name.words) > 1}
        self._forget_order(full)
        linked: dict[FoundName, _Person] = {}
        for name in names:
            person = full.get(name) or self._single(name)
            person.take(name)
            linked[name] = person
        return {name: self._entity(person) for name, person in linked.items()}

    def _full(self, name: FoundName) -> _Person:
        family = self.by_family.setdefault(key_word(family_name(name.words)), [])
        for person in family:
            if may_be_same_person(name.words, person.words):
                person.take(name)
                return person
        person = _Person(name.words, _gender(name))
        family.insert(0, person)
        del family[_MOST:]
        return person

    def _forget_order(self, full: dict[FoundName, _Person]) -> None:
        """Back to the beginning of the article, where the first comes first."""
        for person in full.values():
            person.last_full = -_NEAR - 1
        self.by_family.clear()
        for person in dict.fromkeys(full.values()):
            for alike in (
                self.by_family.setdefault(key_word(family_name(person.words)), []),
                self.by_first.setdefault(key_word(person.words[0]), []),
            ):
                if len(alike) < _MOST:
                    alike.append(person)

    def _single(self, name: FoundName) -> _Person:
        """The person meant by one word, of a gender that fits."""
        wanted = _gender(name)
        key = key_word(name.form)
        alike = [*self.by_family.get(key, []), *self.by_first.get(key, [])]
        fitting = [each for each in alike if {wanted, each.gender, ""} != {"m", "f", ""}]
        if fitting:
            near = [each for each in fitting if name.sentence - each.last_full <= _NEAR]
            return max(near, key=lambda each: each.last_full) if near else fitting[0]
        person = _Person(name.words, wanted)
        self.by_family.setdefault(key, []).append(person)  # of either gender at most one
        return person

    def _entity(self, person: _Person) -> Entity:
        family = family_name(person.words)
        is_first = person in self.by_family.get(key_word(family), [person])[:1]
        name = " ".join(person.words)
        return Entity(name, family if is_first else name, EntityKind.PERSON, person.gender)


def _gender(name: FoundName) -> str:
    """What a title or else the first name tells."""
    if not name_words("male_title").isdisjoint(name.titles):
        return "m"
    if not name_words("female_title").isdisjoint(name.titles):
        return "f"
    return first_name_gender(name.words)


# --- organisations and places ------------------------------------------------------------------


@dataclass(eq=False, slots=True)
class _Thing:
    key: str
    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Things:
    """Organisations and places by the keys of their names."""

    by_key: dict[str, _Thing] = field(default_factory=dict)

    def link(self, names: Sequence[FoundName]) -> dict[FoundName, Entity]:
        for name in names:
            key = key_of(name.form)
            self.by_key.setdefault(key, _Thing(key, name.kind)).forms[name.form] += 1
        self._join(list(self.by_key.values()))
        whole = {key: self._whole(thing) for key, thing in self.by_key.items()}
        entities = {thing: _entity(thing) for thing in whole.values()}
        return {name: entities[whole[key_of(name.form)]] for name in names}

    def _whole(self, thing: _Thing) -> _Thing:
        while self.by_key[thing.key] is not thing:
            thing = self.by_key[thing.key]
        return thing

    def _join(self, things: Sequence[_Thing]) -> None:
        """Give short names the thing of the long ones: "NATO", "Goldman"."""
        long = [thing for thing in things if any(" " in form for form in thing.forms)]
        by_initials = _first_by(
            (initials, thing)
            for thing in long
            for form in thing.forms
            for initials in initials_of(form)
        )
        by_word = _first_by((thing.key.split()[0], thing) for thing in long)
        for thing in things:
            form = next(iter(thing.forms))
            whole = by_initials.get(form.replace(".", "")) if is_acronym(form) else None
            if whole is None and thing.kind == EntityKind.ORGANISATION:
                whole = by_word.get(thing.key.split()[0])
                if whole and not may_be_short_for(form, max(whole.forms, key=len)):
                    whole = None
            if whole is not None and whole is not thing:
                whole.forms.update(thing.forms)
                self.by_key[thing.key] = whole


def _first_by(pairs: Iterable[tuple[str, _Thing]]) -> dict[str, _Thing]:
    table: dict[str, _Thing] = {}
    for key, thing in pairs:
        table.setdefault(key, thing)
    return table


def _entity(thing: _Thing) -> Entity:
    """The entity of a thing: a form in small letters names it better than "MOSCOW"."""
    plain = [form for form in thing.forms if is_acronym(form) or not form.isupper()]
    forms = Counter({form: thing.forms[form] for form in plain}) or thing.forms
    name = usual_names().get(thing.key) or max(forms, key=len)
    return Entity(name, forms.most_common(1)[0][0], thing.kind)
