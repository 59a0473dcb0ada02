"""The entries of a timeline as columns of numbers, so that a frame costs what is visible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from timeline_app.layout.entry import TimelineEntry, labels_of
from timeline_app.layout.entry_table import (
    NO_LANE,
    EntryArrays,
    EntryTable,
    Slots,
    SmallNumbers,
    lane_indices,
)
from timeline_app.layout.lanes import Lane
from timeline_app.layout.marks import MarkKind, MarkLook
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.placing import Flags, MarkPlaces, place_marks
from timeline_app.layout.scale import Instants, Pixels
from timeline_app.layout.text import Measure, TextStyle, elide, widths_of

SOURCE_BOX = 14.0
SOURCE_GAP = 6.0
NUMBER_GAP = 6.0
_SCATTER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 by the golden ratio: Fibonacci hashing
_SPARE = 4_096  # room for entries that are added later, so that adding one moves nothing


class EntryColumns:
    """Entries by slot: the number of an entry in the order in which they came.

    Texts are measured when somebody asks for them. Entries of which nothing is known stand in no
    lane.
    """

    def __init__(
        self,
        entries: Sequence[TimelineEntry],
        lanes: Sequence[Lane],
        measure: Measure,
        metrics: Metrics,
        table: EntryTable | None = None,
    ) -> None:
        """Read the entries; with a `table` nothing of them but their texts is read, and that late.

        It has the entries in the same order.
        """
        self._entries = entries
        self._changed: dict[int, TimelineEntry] = {}
        self._measure, self._metrics = measure, metrics
        self._lanes = lane_indices(lanes)
        self._count = len(entries)
        self._added: dict[int, int] = {}
        self._table = (table or EntryTable.of(entries, lanes)).extended(_SPARE)
        self._known = np.argsort(self.arrays.id[: self._count], kind="stable")
        self._sorted_ids = self.arrays.id[self._known]
        self._texts: dict[int, str] = {}
        self._among: list[tuple[frozenset[int], Flags]] = []
        self._text_widths = np.full(len(self.arrays), np.nan, dtype=np.float32)
        self._note_looks()

    def _note_looks(self) -> None:
        """Keep what the indices of looks mean as columns too."""
        self._kinds = np.array([look.kind for look in self.looks], dtype=np.int8)
        self._approximate = np.array([look.is_approximate for look in self.looks], dtype=np.bool_)

    @property
    def arrays(self) -> EntryArrays:
        """The numbers of all entries, by slot."""
        return self._table.arrays

    @property
    def looks(self) -> Sequence[MarkLook]:
        """The looks that the numbers stand for."""
        return self._table.looks

    @property
    def tones(self) -> Sequence[str]:
        """The tones that the numbers stand for."""
        return self._table.tones

    def slot_of(self, event_id: int | None) -> int | None:
        """The slot of an event; None when it is not on the timeline."""
        if event_id is None:
            return None
        slot = self._added.get(event_id)
        if slot is None:
            place = int(np.searchsorted(self._sorted_ids, event_id))
            if place == len(self._sorted_ids) or self._sorted_ids[place] != event_id:
                return None
            slot = int(self._known[place])
        return slot if self.arrays.lane[slot] != NO_LANE else None

    def are_among(self, event_ids: frozenset[int]) -> Flags:
        """For each slot whether its event is one of these; told once for each set of events.

        A frame asks for two sets at the most: what is selected, and what was searched for.
        """
        for known, flags in self._among:
            if known is event_ids:
                return flags
        ids = np.fromiter(event_ids, np.int64, len(event_ids))
        flags = np.isin(self.arrays.id, ids)
        self._among = [*self._among[-1:], (event_ids, flags)]
        return flags

    def slots_of(self, event_ids: Iterable[int]) -> Slots:
        """The slots of those events that are on the timeline."""
        slots = (self.slot_of(event_id) for event_id in event_ids)
        return np.array([slot for slot in slots if slot is not None], dtype=np.int64)

    def ids(self) -> list[int]:
        """The events that stand in lanes."""
        found: list[int] = self.arrays.id[self.arrays.lane != NO_LANE].tolist()
        return found

    def entry(self, slot: int) -> TimelineEntry:
        """The entry in a slot."""
        changed = self._changed.get(slot)
        return self._entries[slot] if changed is None else changed

    def put(self, entry: TimelineEntry) -> int:
        """Add an entry, or write it anew over the one of the same id; returns its slot."""
        slot = self._slot_for(entry.id)
        self._among = []
        known = len(self.looks)
        self._changed[slot] = entry
        self._texts.pop(slot, None)
        self._text_widths[slot] = np.nan
        self._table.put(slot, entry, self._lanes.get(entry.lane, 0))
        if len(self.looks) != known:
            self._note_looks()
        return slot

    def remove(self, slot: int) -> None:
        """Take the entry in a slot out of its lane."""
        self.arrays.lane[slot] = NO_LANE

    def _slot_for(self, event_id: int) -> int:
        place = int(np.searchsorted(self._sorted_ids, event_id))
        if place < len(self._sorted_ids) and self._sorted_ids[place] == event_id:
            return int(self._known[place])
        if event_id not in self._added:
            if self._count == len(self.arrays):
                self._table = self._table.extended(_SPARE)
                self._text_widths = np.append(
                    self._text_widths, np.full(_SPARE, np.nan, dtype=np.float32)
                )
            self._added[event_id] = self._count
            self._count += 1
        return self._added[event_id]

    def kinds(self, slots: Slots) -> npt.NDArray[np.int8]:
        """The kind of each mark."""
        return self._kinds[self.arrays.look[slots]]

    def looks_in_use(self) -> list[MarkLook]:
        """Every look that an entry in a lane has."""
        in_lane = self.arrays.lane[: self._count] != NO_LANE
        used = np.bincount(self.arrays.look[: self._count][in_lane], minlength=1)
        return [self.looks[index] for index in np.flatnonzero(used).tolist()]

    def places(
        self, slots: Slots, origin: Instants | np.int64, seconds_per_pixel: float
    ) -> MarkPlaces:
        """Where marks lie at a scale, in pixels from an instant (one for all, or one for each)."""
        arrays, look = self.arrays, self.arrays.look[slots]
        pixels = (
            (column[slots] - origin).astype(np.float64) / seconds_per_pixel
            for column in (arrays.x1, arrays.x2, arrays.c1, arrays.c2)
        )
        return place_marks(self._kinds[look], self._approximate[look], *pixels)

    def opens_left(self, slots: Slots) -> Flags:
        """Whether the marks are open to the left."""
        kinds = self.kinds(slots)
        result: Flags = (kinds == MarkKind.BEFORE) | (kinds == MarkKind.UNTIL)
        return result

    def by_weight(self, slots: Slots) -> Slots:
        """Their places from what most articles tell of to what fewest do.

        Among equals the order is that of scattered ids: it favours no time, and never changes.
        """
        scattered = (self.arrays.id[slots].astype(np.uint64) * _SCATTER) >> np.uint64(32)
        result: Slots = np.lexsort((scattered, -self.arrays.sources[slots]))
        return result

    def text(self, slot: int) -> str:
        """The label of an entry, cut to the longest that is shown."""
        if slot not in self._texts:
            self._measure_labels(np.array([slot]))
        return self._texts[slot]

    def text_widths(self, slots: Slots) -> Pixels:
        """The widths of labels without the counts of their sources."""
        is_new = np.isnan(self._text_widths[slots])
        if is_new.any():
            self._measure_labels(slots[is_new])
        return self._text_widths[slots].astype(np.float64)

    def _measure_labels(self, slots: Slots) -> None:
        """Find out how wide labels are, and cut those that are too long."""
        measure, style, room = self._measure, TextStyle.LABEL, self._metrics.max_label
        texts = self._labels(slots.tolist())
        widths = widths_of(texts, style, measure)
        for place in np.flatnonzero(widths > room).tolist():
            texts[place] = elide(texts[place], room, style, measure)
            widths[place] = measure(texts[place], style)
        self._texts.update(zip(slots.tolist(), texts, strict=True))
        self._text_widths[slots] = widths

    def _labels(self, slots: Sequence[int]) -> list[str]:
        changed = self._changed
        if changed and not changed.keys().isdisjoint(slots):
            return [self.entry(slot).label for slot in slots]
        return labels_of(self._entries, slots)

    def label_widths(self, slots: Slots) -> Pixels:
        """The widths of labels with the counts of their sources."""
        box = np.where(self.shown_sources(slots) > 0, SOURCE_GAP + SOURCE_BOX, 0.0)
        result: Pixels = self.text_widths(slots) + box
        return result

    def shown_sources(self, slots: Slots) -> SmallNumbers:
        """How many sources are told after each label: 0 for none or one."""
        sources = self.arrays.sources[slots]
        if not self._metrics.shows_source_counts:
            return np.zeros_like(sources)
        return np.where(sources >= 2, sources, 0).astype(np.int16)

    def number_widths(self, slots: Slots) -> Pixels:
        """The room that numbers take before their marks, on paper."""
        if not self._metrics.shows_numbers:
            return np.zeros(len(slots))
        return np.array([self._number_width(self.entry(slot).number) for slot in slots.tolist()])

    def _number_width(self, number: int | None) -> float:
        if number is None:
            return 0.0
        return self._measure(str(number), TextStyle.LABEL_BOLD) + NUMBER_GAP
