"""A surface on which events are selected: what it marks is what the model has chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout import SCREEN, Area, Marking
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.neighbours import Way, neighbour
from timeline_app.ui.timeline.travel import ZOOM_STEP, TravellingSurface


class SelectingSurface(TravellingSurface):
    """Marks the current event and the selection of the model, and moves both."""

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, SCREEN, parent)
        self._model = model
        self._hovered: int | None = None
        self._lifted: frozenset[int] = frozenset()
        self._today: int | None = None
        self._hits: frozenset[int] | None = None
        model.current_event_changed.connect(self._on_current)
        model.selection_changed.connect(self.mark)

    @property
    def model(self) -> ProjectModel:
        """The project that is shown, and what of it is chosen."""
        return self._model

    def set_today(self, today: int | None) -> None:
        """Draw a line at now; None leaves it out."""
        self._today = today
        self.mark()

    def set_hits(self, hits: frozenset[int] | None) -> None:
        """Let all but these events fade; None lets none."""
        self._hits = hits
        self.mark()

    def set_hovered(self, event_id: int | None) -> None:
        """Frame the event under the pointer."""
        if event_id != self._hovered:
            self._hovered = event_id
            self.mark()

    def set_lifted(self, event_ids: frozenset[int]) -> None:
        """Leave the marks off the events that are carried; their drafts have them."""
        if event_ids != self._lifted:
            self._lifted = event_ids
            self.mark()

    def zoom_in(self) -> None:
        """Magnify round the middle, or round the current event."""
        self.zoom_by(ZOOM_STEP, self._focus_x())

    def zoom_out(self) -> None:
        """Shrink round the middle, or round the current event."""
        self.zoom_by(1 / ZOOM_STEP, self._focus_x())

    def fit_selection(self) -> None:
        """Show the selected events; everything when none is selected."""
        self.fit_events(self._marked_ids())

    def choose(self, event_id: int, *, extends: bool = False) -> None:
        """Make an event current and select it; `extends` adds it, or takes it out."""
        chosen = frozenset({event_id})
        self._model.set_selection(self._model.selection ^ chosen if extends else chosen)
        self._model.set_current_event(event_id)

    def choose_events(self, event_ids: Iterable[int]) -> None:
        """Select several events; the current one stays unless it is not among them."""
        ids = frozenset(event_ids)
        self._model.set_selection(ids)
        if self._model.current_event not in ids:
            self._model.set_current_event(min(ids, default=self._model.current_event))

    def choose_none(self) -> None:
        """Let go of all events."""
        self._model.set_selection(())
        self._model.set_current_event(None)

    def step_event(self, step: int) -> None:
        """Go to the next event of all lanes (1), or to the one before (-1)."""
        self._choose_if(self.layout_model.order.step(self._model.current_event, step))

    def step_way(self, way: Way, *, extends: bool = False) -> None:
        """Go to the next event in time or the next lane; `extends` keeps the others selected."""
        found = neighbour(self.layout_model, self._model.current_event, way)
        if found is None:
            return
        others = self._marked_ids() if extends else frozenset()
        self._model.set_selection(others | {found})
        self._model.set_current_event(found)

    def select_all(self) -> None:
        """Select every event that is shown."""
        self.choose_events(self.layout_model.columns.ids())

    def step_to_end(self, *, is_last: bool) -> None:
        """Go to the first event of all, or to the last."""
        self._choose_if(self.layout_model.order.step(None, -1 if is_last else 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current event."""
        super().focusInEvent(event)
        self.mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.mark()

    def ids_in(self, area: Area) -> frozenset[int]:
        """The events drawn in an area, those of clusters too."""
        return self.display_list().ids_in(area)

    def mark(self) -> None:
        """Mark what is chosen now."""
        current, selected = self._model.current_event, self._model.selection
        if current in self._lifted:
            current = None
        if self._lifted & selected:
            selected -= self._lifted
        self.set_marking(
            Marking(
                selected=selected,
                current=current,
                hovered=None if self._lifted else self._hovered,
                has_focus=self.hasFocus(),
                plate="" if self._lifted else self._date_of(current, short=True),
                today=self._today,
                hits=self._hits,
            )
        )

    def _choose_if(self, event_id: int | None) -> None:
        if event_id is not None:
            self.choose(event_id)

    def _focus_x(self) -> float:
        current = self._model.current_event
        place = self.layout_model.place_of(current, self.scale) if current is not None else None
        x = self.scale.x_of(place.instant) if place is not None else -1.0
        return x if 0 <= x <= self.time_width else self.time_width / 2

    def _marked_ids(self) -> frozenset[int]:
        current = self._model.current_event
        return self._model.selection or (frozenset() if current is None else frozenset({current}))

    def _on_current(self, event_id: int | None) -> None:
        self.mark()
        if event_id is not None:
            self.reveal(event_id)
        self._tell_selection()

    def _tell_selection(self) -> None:
        current = self._model.current_event
        words = self._date_of(current)
        if current is None or not words:
            self.setAccessibleDescription("No event selected")
            return
        title = self._model.library.project.events[current].title
        self.setAccessibleDescription(f"{title}, {words}")

    def _date_of(self, event_id: int | None, *, short: bool = False) -> str:
        """The date of an event in words; "" where there is none."""
        if event_id is None or not self._model.is_open:
            return ""
        event = self._model.library.project.events.get(event_id)
        if event is None or event.span is None:
            return ""
        return span_in_words(event.span, short=short)
