"""An event that is carried along the time, or one of its edges: a draft until it is let go of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_app.domain import UserError
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.moving import Edge, anchor_of, edges_of, moved, resized
from timeline_app.domain.time.precision import granule_start, step_granules
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout import Draft, TimelineEntry, TimeScale
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.edge_pull import EdgePull
from timeline_app.ui.timeline.gesture_commands import Carry, Carrying, Drop, Grab, PutBack
from timeline_app.ui.timeline.surface import TimelineSurface

_EDGE_REACH = 4.0  # pixels to either side of an edge
_LEAST_BAR = 20.0  # pixels a bar needs so that its middle can be taken hold of as well


def edge_at(span: TimeSpan, scale: TimeScale, x: float) -> Edge | None:
    """The edge of a span under an x of the scale; None where all of it is meant."""
    places = [(abs(scale.x_of(instant) - x), edge) for edge, instant in edges_of(span)]
    if not places:
        return None
    instants = [instant for _, instant in edges_of(span)]
    if scale.x_of(instants[-1]) - scale.x_of(instants[0]) < _LEAST_BAR:
        return None
    distance, edge = min(places, key=lambda place: place[0])
    return edge if distance <= _EDGE_REACH else None


@dataclass(frozen=True, slots=True)
class _Held:
    """What is carried: an entry or an edge of it, as far from the pointer as when it was taken."""

    entry: TimelineEntry
    edge: Edge | None
    offset: int
    span: TimeSpan

    @property
    def instant(self) -> int:
        """Where what is held lay when it was taken."""
        span = self.entry.span
        return anchor_of(span) if self.edge is None else dict(edges_of(span))[self.edge]

    def at(self, target: int, precision: Precision) -> TimeSpan:
        """The span when what is held is brought to an instant."""
        if target == self.instant:
            return self.entry.span
        if self.edge is None:
            return moved(self.entry.span, target)
        return resized(self.entry.span, self.edge, target, precision)


class EventDrag:
    """Carries an event, and with one that is selected all others that are.

    Only letting go changes the project, in one step.
    """

    def __init__(self, surface: TimelineSurface, model: ProjectModel) -> None:
        self._surface = surface
        self._model = model
        self._held: _Held | None = None
        self._others: tuple[_Held, ...] = ()
        self._at = Carry(0.0, snaps=True)
        self._pull = EdgePull(self._pull_on, surface)

    @property
    def event_id(self) -> int | None:
        """The event that is carried; None while there is none."""
        return None if self._held is None else self._held.entry.id

    @property
    def event_ids(self) -> frozenset[int]:
        """All events that are carried."""
        held = self._others if self._held is None else (self._held, *self._others)
        return frozenset(each.entry.id for each in held)

    @property
    def draft(self) -> Draft | None:
        """The event as it would be if it were let go of now."""
        return None if self._held is None else self._draft_of(self._held)

    @property
    def companions(self) -> list[Draft]:
        """The events that go along."""
        return [draft for each in self._others if (draft := self._draft_of(each)) is not None]

    def _draft_of(self, held: _Held) -> Draft | None:
        surface = self._surface
        place = surface.layout_model.place_of(held.entry.id, surface.scale)
        if place is None:
            return None
        y = surface.bands.lanes.y + place.y - surface.scroll_position
        entry = replace(held.entry, span=held.span)
        return Draft(entry, y, span_in_words(held.span), write_edtf(held.span))

    def run(self, command: Carrying) -> int | None:
        """Do what a gesture asks for; returns the event once its date has changed."""
        surface, changed = self._surface, None
        match command:
            case Grab(event_id, edge, x):
                if self._grab(event_id, edge, x) and edge is None:
                    self._others = tuple(self._selected_beside(event_id))
            case Carry(x, snaps):
                self._at = command
                self._carry(x, snaps=snaps)
                self._pull.hold(surface.time_x(x), surface.time_width)
            case Drop():
                changed = self._drop()
            case PutBack():
                self._held, self._others = None, ()
        if self._held is None:
            self._pull.let_go()
        return changed

    def _grab(self, event_id: int, edge: Edge | None, x: float) -> bool:
        """Take hold of an event at an x of the widget; False when it has to stay."""
        library = self._model.library
        if library.is_read_only:
            self._model.failed.emit(library.notice)
            return False
        columns = self._surface.layout_model.columns
        slot = columns.slot_of(event_id)
        if slot is None:
            return False
        entry = columns.entry(slot)
        if edge is not None and edge not in dict(edges_of(entry.span)):
            return False
        held = _Held(entry, edge, 0, entry.span)
        self._held = replace(held, offset=held.instant - self._time_at(x))
        return True

    def _selected_beside(self, event_id: int) -> Iterator[_Held]:
        """The other events of a selection that an event belongs to."""
        selection, columns = self._model.selection, self._surface.layout_model.columns
        for slot in columns.slots_of(sorted(selection - {event_id})).tolist():
            if event_id in selection:
                entry = columns.entry(slot)
                yield _Held(entry, None, 0, entry.span)

    def _carry(self, x: float, *, snaps: bool) -> None:
        """Bring what is held to an x of the widget, to a tick of the axis if it `snaps`.

        Where it lay before is as good as a tick, so that a small slip changes no date.
        """
        held = self._held
        if held is None:
            return
        ticks, target = self._surface.ticks, self._time_at(x) + held.offset
        if snaps:
            places = (held.instant, ticks.nearest(target))
            target = min(places, key=lambda place: abs(place - target))
        precision = max(ticks.precision, Precision.DAY)
        self._held = replace(held, span=held.at(target, precision))
        shift = target - held.instant
        self._others = tuple(
            replace(each, span=each.at(each.instant + shift, precision)) for each in self._others
        )

    def nudge(self, event_id: int, edge: Edge | None, step: int) -> int | None:
        """Move an event, or an edge, to the tick after (1) or before (-1).

        Where ticks are finer than the date, it goes by the date's own unit. Returns the event
        when that has changed its date.
        """
        if not self._grab(event_id, edge, 0.0) or self._held is None:
            return None
        held, ticks = self._held, self._surface.ticks
        at, unit = held.instant, held.entry.span.precision
        near = ticks.next_after(at) if step > 0 else next(ticks.instants(at - 1, at))
        far = step_granules(granule_start(at, unit), unit, step)
        precision = max(ticks.precision, Precision.DAY)
        spans = (held.at(target, precision) for target in (near, far))
        span = next((span for span in spans if span != held.span), held.span)
        self._held = replace(held, span=span)
        return self._drop()

    def _drop(self) -> int | None:
        """Keep the date it has now; returns the event when that has changed anything."""
        held, others = self._held, self._others
        self._held, self._others = None, ()
        if held is None:
            return None
        carried = {each.entry.id: each for each in (held, *others)}
        spans = {i: each.span for i, each in carried.items() if each.span != each.entry.span}
        if not spans:
            return None
        try:
            review.set_dates(self._model.library, spans)
        except UserError as error:
            self._model.failed.emit(str(error))
            return None
        return held.entry.id

    def _pull_on(self, pixels: float) -> None:
        """What is carried has come to an edge: let the view go along."""
        self._surface.set_view(self._surface.scale.panned(-pixels))
        self._carry(self._at.x, snaps=self._at.snaps)

    def _time_at(self, x: float) -> int:
        return self._surface.scale.time_at(self._surface.time_x(x))
