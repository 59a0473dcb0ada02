"""Dates that the researcher reads by another custom than the program did, time and again.

What holds for several dates may hold for the whole project: a setting says so once for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline_app.domain import ChangeSet, DayOrder, Preferences, WeekStart
from timeline_app.services.library import Library
from timeline_app.services.project import chosen_reading

Custom = WeekStart | DayOrder

_DECLINED = "declined customs"
_FEWEST = 2  # dates read so before it is offered for all
_LOOKED_AT = 5_000  # decided events, the latest ones
_BY_LABEL: Mapping[str, Custom] = {each.reading: each for each in (*WeekStart, *DayOrder)}


@dataclass(frozen=True, slots=True)
class Offer:
    """A custom that was chosen for `count` dates, and the preferences that lay it down for all."""

    custom: Custom
    count: int
    preferences: Preferences

    @property
    def sentence(self) -> str:
        """What was noticed, for the researcher."""
        if isinstance(self.custom, WeekStart):
            return f"You read {self.count:,} dates with weeks from {self.custom.capitalize()}."
        return f"You read {self.count:,} dates with the {self.custom}."


class Corrections:
    """Follows how the dates of one open project are read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        kept = library.read_setting(_DECLINED, [])
        self._declined = {each for each in kept if each in (*WeekStart, *DayOrder)}
        self._customs: dict[int, Custom] = {}
        for event_id in library.project.latest_decided(_LOOKED_AT):
            self._take(event_id)

    def follow(self, change: ChangeSet) -> None:
        """Take in that dates are read otherwise."""
        for event_id in change.events:
            self._customs.pop(event_id, None)
            self._take(event_id)

    def offer(self, event_id: int) -> Offer | None:
        """What can be laid down for all, where the date of this event is read so by choice.

        None before it was chosen for two dates, where other dates were read by a rival custom, and
        where it is laid down already or was declined.
        """
        custom = self._customs.get(event_id)
        counts = Counter(each for each in self._customs.values() if type(each) is type(custom))
        if custom is None or len(counts) > 1 or counts[custom] < _FEWEST:
            return None
        preferences = self._with(custom)
        if preferences == self._library.project.preferences or custom in self._declined:
            return None
        return Offer(custom, counts[custom], preferences)

    def decline(self, custom: Custom) -> None:
        """Never offer this custom again in this project. Raises UserError."""
        self._declined.add(custom)
        self._library.write_setting(_DECLINED, sorted(self._declined))

    def _with(self, custom: Custom) -> Preferences:
        preferences = self._library.project.preferences
        if isinstance(custom, WeekStart):
            return replace(preferences, week_start=custom)
        return replace(preferences, day_order=custom)

    def _take(self, event_id: int) -> None:
        project = self._library.project
        evidence = project.dating_evidence(event_id) if event_id in project.events else None
        if evidence is None or not evidence.chosen:
            return  # another date was typed, or the first reading stands
        reading = chosen_reading(evidence)
        custom = None if reading is None else _BY_LABEL.get(reading.label)
        if custom is not None:
            self._customs[event_id] = custom
