"""What the timeline shows of a project: read once, then filtered and arranged at will."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline_app.domain import ChangeSet
from timeline_app.layout import REST, Era, LaneChoices, LaneGrouping, TimelineEntry
from timeline_app.layout.scale import Instants
from timeline_app.services.eras import eras_between
from timeline_app.services.garbage import no_garbage
from timeline_app.services.project import Project
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import FacetTable, Filter, Filtered
from timeline_app.ui.timeline.gaps import gaps_between
from timeline_app.ui.timeline.scene import Coloring, Scene, SceneSource, article_dates

_FACETS: Mapping[LaneGrouping, Sequence[Facet]] = {
    LaneGrouping.ACTOR: (Facet.PERSON, Facet.ORGANISATION),
    LaneGrouping.PERSON: (Facet.PERSON,),
    LaneGrouping.ORGANISATION: (Facet.ORGANISATION,),
    LaneGrouping.PLACE: (Facet.PLACE,),
    LaneGrouping.TAG: (Facet.TAG,),
    LaneGrouping.ARTICLE: (Facet.ARTICLE,),
    LaneGrouping.KIND: (Facet.DATE,),
    LaneGrouping.STATUS: (Facet.STATUS,),
}
_BY_DATE_OR_STATUS = (LaneGrouping.KIND, LaneGrouping.STATUS)
_FEW = 50  # events that are changed one by one


class TimelineContent:
    """The events of a project, how they are sorted into lanes, and which of them are shown."""

    def __init__(
        self,
        project: Project,
        *,
        with_proposals: bool,
        grouping: LaneGrouping,
        coloring: Coloring,
    ) -> None:
        self._project = project
        with no_garbage():
            self._table = FacetTable(project, with_proposals=with_proposals)
        self.group(grouping, coloring)
        self.filtered = self._table.filtered(Filter())

    def group(self, grouping: LaneGrouping, coloring: Coloring) -> None:
        """Sort the events into other lanes, or colour them in another way."""
        self._grouping = grouping
        with no_garbage():
            self._articles = article_dates(self._project)
            self._source = SceneSource(self._project, self._table.events, grouping, coloring)

    def change(self, change: ChangeSet) -> list[TimelineEntry] | None:
        """Take in a change of a few events; None when the whole has to be read again.

        The entries are those of the changed events, which stand in the same lanes as before.
        """
        is_of_events = not change.articles and not change.evidence
        if not is_of_events or self._grouping in _BY_DATE_OR_STATUS or len(change.events) > _FEW:
            return None
        entries: list[TimelineEntry] = []
        for event_id in sorted(change.events):
            found = self._project.events.get(event_id)
            row = self._table.change(self._project.shown(found)) if found is not None else None
            if row is None:
                return None
            entries.append(self._source.change(row))
        return entries

    def filter(self, chosen: Filter) -> Filtered:
        """Let other events through."""
        self.filtered = self._table.filtered(chosen)
        return self.filtered

    def scene(self, choices: LaneChoices, *, with_eras: bool, with_gaps: bool = False) -> Scene:
        """The events that are let through, in their lanes."""
        passing = self.filtered.passing
        eras = self._eras() if with_eras else ()
        gaps = gaps_between(*self._table.stretches(passing)) if with_gaps else ()
        return self._source.scene(passing, choices, eras, gaps, self._articles)

    @property
    def tones(self) -> Mapping[tuple[Facet, str], str]:
        """The colours of the lanes that the values of facets have; all others stand in the rest."""
        tones = self._source.tones
        return {
            (value.facet, value.key): tones.get(value.key, tones.get(REST, ""))
            for value in self.filtered.values
            if value.facet in _FACETS.get(self._grouping, ())
        }

    @property
    def counts(self) -> tuple[int, int]:
        """How many events are shown, and how many there are."""
        return self.filtered.count, len(self.filtered.passing)

    @property
    def instants(self) -> tuple[Instants, Instants]:
        """Where the events lie in time, all of them and those that are shown."""
        middles = self._table.middles
        return middles, middles[self.filtered.passing]

    def found(self, text: str) -> frozenset[int] | None:
        """The events that have all words of a text; None when it has none."""
        return self._table.ids(self._table.matching(text)) if text.strip() else None

    def _eras(self) -> tuple[Era, ...]:
        middles = self._table.middles
        if not len(middles):
            return ()
        return eras_between(int(middles.min()), int(middles.max()) + 1)
