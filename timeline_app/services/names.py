"""The names that people, organisations and places go by in one project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from timeline_app.domain import Alias, Event, NameKind

_Key = tuple[NameKind, str]
NAMES_OF: Mapping[NameKind, Callable[[Event], tuple[str, ...]]] = {
    NameKind.PERSON: lambda event: event.people,
    NameKind.ORGANISATION: lambda event: event.organisations,
    NameKind.PLACE: lambda event: event.places,
}


class Names:
    """Knows which names stand for which; events themselves keep the names of their articles.

    `aliases` goes from id to alias and stays live.
    """

    def __init__(self) -> None:
        self.aliases: dict[int, Alias] = {}
        self._shown: dict[_Key, str] | None = None

    def renew(self) -> None:
        """Take note that `aliases` has changed."""
        self._shown = None

    def shown_name(self, kind: NameKind, name: str) -> str:
        """The name that is shown in the place of a name; itself where it is no alias."""
        return self._table.get((kind, name), name)

    def shown_names(self, kind: NameKind, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names that are shown in the place of some, each once where there are aliases."""
        if not self._table:
            return names
        return tuple(dict.fromkeys(self.shown_name(kind, name) for name in names))

    def also_called(self, kind: NameKind) -> dict[str, tuple[str, ...]]:
        """The other names of all that have some, by the name that is shown."""
        others: defaultdict[str, list[str]] = defaultdict(list)
        for (each, name), shown in self._table.items():
            if each is kind:
                others[shown].append(name)
        return {shown: tuple(sorted(names)) for shown, names in others.items()}

    def shown(self, event: Event) -> Event:
        """The event with the names that are shown, each once."""
        if not self._table:
            return event
        people, organisations, places = (
            self.shown_names(kind, names_of(event)) for kind, names_of in NAMES_OF.items()
        )
        before = (event.people, event.organisations, event.places)
        if (people, organisations, places) == before:
            return event
        return replace(event, people=people, organisations=organisations, places=places)

    @property
    def _table(self) -> dict[_Key, str]:
        if self._shown is None:
            direct = {(a.kind, a.name): a.stands_for for a in self.aliases.values() if a.holds}
            self._shown = {key: _end_of(direct, key) for key in direct}
        return self._shown


def bears(event: Event, alias: Alias) -> bool:
    """Whether an event names what an alias is of."""
    return alias.name in NAMES_OF[alias.kind](event)


def _end_of(direct: Mapping[_Key, str], key: _Key) -> str:
    """Where a chain of aliases ends; a circle, which only a foreign file can hold, is cut."""
    kind, name = key
    passed = {name}
    while (kind, name) in direct and direct[kind, name] not in passed:
        name = direct[kind, name]
        passed.add(name)
    return name
