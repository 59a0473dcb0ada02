"""Who and what is named in a project: merging names, renaming, and taking that back.

Events keep the names of their articles. That two names are of one person, organisation or place is
kept beside them, so that it holds for the articles to come, and can be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline_app.domain import Alias, Change, ChangeSet, Edit, NameKind, UserError
from timeline_app.services.library import Library
from timeline_app.services.names import NAMES_OF
from timeline_app.services.project import Project
from timeline_app.services.review.words import clean_line, quoted

_WORD = re.compile(r"[^\W_]+")
_LEAST_INITIALS = 2
_SMALL = ("of", "and", "the", "for", "de", "la", "et", "und")
_TITLES = frozenset(
    "president prime minister premier chancellor king queen prince princess pope emperor general "
    "colonel captain admiral sir dame lord lady mr mrs ms miss dr doctor professor judge justice "
    "senator congressman congresswoman representative governor mayor secretary ambassador director "
    "chief chairman chairwoman spokesman spokeswoman officer inspector detective sergeant deputy "
    "foreign defense defence state vice former us u s the".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person, an organisation or a place, with its other names and how many events name it."""

    kind: NameKind
    name: str
    others: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True)
class SameName:
    """Two names that may be of the same: `name` would be shown as `stands_for`."""

    kind: NameKind
    name: str
    stands_for: str


def named_in(project: Project, kind: NameKind) -> list[Named]:
    """All of a kind, those that most events name first; rejected and folded events do not count."""
    counts = _counts(project, kind)
    others = project.names.also_called(kind)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return [Named(kind, name, others.get(name, ()), counts[name]) for name in names]


def merge_names(
    library: Library, kind: NameKind, names: Iterable[str], stands_for: str
) -> ChangeSet:
    """Show these names as one from now on, in the events that there are and in those to come.

    Raises UserError for an empty name.
    """
    shown = clean_line(stands_for)
    if not shown:
        raise UserError("A name needs at least one letter.")
    merged = [name for name in dict.fromkeys(names) if name != shown]
    label = f"call {quoted(merged[0])} {quoted(shown)}" if merged else "merge names"
    return library.apply(Change(label, tuple(_edits(library, kind, merged, shown))))


def separate_name(library: Library, kind: NameKind, name: str) -> ChangeSet:
    """Let a name that was merged into another stand for itself again."""
    aliases = library.project.names.aliases.values()
    gone = [a for a in aliases if a.holds and (a.kind, a.name) == (kind, name)]
    label = f"separate the name {quoted(name)}"
    return library.apply(Change(label, tuple(Edit(alias, None) for alias in gone)))


def keep_names_apart(library: Library, same: SameName) -> ChangeSet:
    """Rule that two names are of two: it is not proposed again that they are one."""
    alias = Alias(library.new_id(), same.kind, same.name, same.stands_for, holds=False)
    label = f"keep {quoted(same.name)} and {quoted(same.stands_for)} apart"
    return library.apply(Change(label, (Edit(None, alias),)))


def same_names(project: Project, kind: NameKind) -> list[SameName]:
    """Names that may be of the same, those that most events name first.

    A name that is the end of one other name, but for titles, is that of a person: "Putin" and
    "Russian President Vladimir Putin" are "Vladimir Putin". Capitals that are the initials of one
    other name stand for it, and so does what is written alike but for case and accents.
    """
    counts = _counts(project, kind)
    refused = _refused(project, kind)
    forms = _Forms(kind, counts)
    found = {}
    for name in counts:
        best = forms.full_form(name)
        if best is not None and frozenset((name, best)) not in refused:
            found[name] = best
    ordered = sorted(found, key=lambda name: (-counts[name], name))
    return [SameName(kind, name, found[name]) for name in ordered]


class _Forms:
    """All names of a kind, by what a shorter form of each could be."""

    def __init__(self, kind: NameKind, names: Iterable[str]) -> None:
        self._kind = kind
        self._words = {name: _words(name) for name in names}
        self._by_end: defaultdict[str, list[str]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            if words:
                self._by_end[words[-1]].append(name)
                self._by_initials[_initials(words)].append(name)

    def full_form(self, name: str) -> str | None:
        """The one name that this is another form of; None where several may be meant."""
        words = self._words[name]
        likely = [*self._by_end[words[-1]]] if words else []
        letters = name.replace(".", "")
        if letters.isupper() and letters.isalpha() and len(letters) >= _LEAST_INITIALS:
            likely += self._by_initials[letters.casefold()]
        by_core: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for other in likely:
            if other != name and self._is_same(name, other):
                by_core[_without_titles(self._words[other])].append(other)
        if len(by_core) != 1:
            return None
        [forms] = by_core.values()
        return min(forms, key=len)

    def _is_same(self, name: str, other: str) -> bool:
        """Whether a name may stand for what another names in full."""
        short, long = self._words[name], self._words[other]
        if short == long:
            return name > other  # one of the two is shown, always the same
        if short[-1] != long[-1]:
            return True  # they were brought together by their initials
        return self._kind is NameKind.PERSON and _is_short_for(short, long)


def _edits(library: Library, kind: NameKind, merged: Sequence[str], shown: str) -> Iterable[Edit]:
    """The aliases to make, to turn to the new name, and to let go of."""
    known = set()
    for alias in library.project.names.aliases.values():
        if alias.kind is not kind:
            continue
        if not alias.holds:
            if {alias.name, alias.stands_for} <= {*merged, shown}:
                yield Edit(alias, None)
        elif alias.name == shown:
            yield Edit(alias, None)
        elif alias.name in merged or alias.stands_for in merged:
            known.add(alias.name)
            yield Edit(alias, replace(alias, stands_for=shown))
    for name in merged:
        if name not in known:
            yield Edit(None, Alias(library.new_id(), kind, name, shown))


def _counts(project: Project, kind: NameKind) -> Counter[str]:
    names_of = NAMES_OF[kind]
    return Counter(
        name
        for event in project.events.values()
        if not event.is_set_aside
        for name in set(names_of(project.shown(event)))
    )


def _refused(project: Project, kind: NameKind) -> set[frozenset[str]]:
    aliases = project.names.aliases.values()
    return {
        frozenset((alias.name, alias.stands_for))
        for alias in aliases
        if alias.kind is kind and not alias.holds
    }


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, and "'s"."""
    plain = unicodedata.normalize("NFKD", name.removesuffix("'s").removesuffix("’s"))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(word.casefold() for word in _WORD.findall(letters))


def _is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one is the other without first names, or with titles before it."""
    if not short or not long or short[-1] != long[-1]:
        return False
    core = _without_titles(short)
    if long == core:
        return len(core) > 1 and core != short
    return core == long[-len(core) :] and _without_titles(long) == long and len(core) < len(long)


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """What follows the last title; a land before a title goes with it."""
    titles = [place for place, word in enumerate(words) if word in _TITLES]
    return words[titles[-1] + 1 :] if titles and titles[-1] + 1 < len(words) else words


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL)
