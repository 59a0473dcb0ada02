"""Kinds of names: what a name stands for, by all its mentions in an article and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from timeline_app.extraction.events.names.entity import EntityKind
from timeline_app.extraction.events.names.found_name import FoundName
from timeline_app.extraction.events.names.naming import family_name, key_of, key_word
from timeline_app.extraction.gazetteer import is_organisation, is_place, name_words


def kinds_of(names: Iterable[FoundName]) -> dict[str, EntityKind]:
    """The kind of every name by its key: the gazetteer's, else that of most mentions."""
    counts: dict[str, Counter[EntityKind]] = {}
    families: set[str] = set()
    certain: dict[str, EntityKind] = {}
    for name in names:
        key = key_of(name.form)
        counts.setdefault(key, Counter())[name.kind] += 1
        if kind := _certain(name):
            certain[key] = kind
        elif name.kind == EntityKind.PERSON and len(name.words) > 1:
            families.add(key_of(family_name(name.words)))
    usual = {key: count.most_common(1)[0][0] for key, count in counts.items()}
    firsts = _first_words(usual, certain)
    return {
        key: certain.get(key) or _adjusted(key, kind, families, firsts)
        for key, kind in usual.items()
    }


def _certain(name: FoundName) -> EntityKind | None:
    """What the gazetteer or the last word tells, as in "AirTanker Ltd."."""
    if is_place(name.form):
        return EntityKind.PLACE
    words = name.words
    cues = name_words("company_form") | name_words("organisation")
    if is_organisation(name.form) or (len(words) > 1 and key_word(words[-1]) in cues):
        return EntityKind.ORGANISATION
    return None


def _first_words(
    usual: Mapping[str, EntityKind], certain: Mapping[str, EntityKind]
) -> frozenset[str]:
    """The words that organisations of several words begin with, or that are one alone."""
    organisation = EntityKind.ORGANISATION
    return frozenset(
        key.split(maxsplit=1)[0]
        for key, kind in usual.items()
        if certain.get(key, kind) == organisation
    )


def _adjusted(key: str, kind: EntityKind, families: set[str], firsts: frozenset[str]) -> EntityKind:
    """The kind of a name in the light of the others: "Lockheed" beside "Lockheed Martin"."""
    if key in families:
        return EntityKind.PERSON
    return EntityKind.ORGANISATION if key.split(maxsplit=1)[0] in firsts else kind
