"""After every change the timeline shows what reading the whole project again would show."""

from collections.abc import Callable

import pytest

from tests.gui.timeline_hands import id_of
from tests.gui.timeline_windows import model, show, theme, workspace
from timeline_app.domain import Certainty, Factuality
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout import LaneGrouping
from timeline_app.services import review
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.content import TimelineContent
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.scene import Coloring
from timeline_app.ui.timeline.workspace import TimelineWorkspace

__all__ = ["model", "show", "theme", "workspace"]

Edit = Callable[[Library, int], object]

EDITS: dict[str, Edit] = {
    "another date": lambda library, i: review.set_date(library, i, parse_edtf("1999-05")),
    "another kind of date": lambda library, i: review.set_date(library, i, parse_edtf("[..2020]")),
    "another title": lambda library, i: review.set_title(library, i, "A new name"),
    "accepted": review.accept,
    "rejected": review.reject,
    "planned": lambda library, i: review.set_factuality(library, i, Factuality.PLANNED),
    "uncertain": lambda library, i: review.set_certainty(library, i, Certainty.UNSURE),
}


def shown(workspace: TimelineWorkspace) -> object:
    """Entries and marks on the canvas, and the rows of the filter."""
    canvas = workspace.canvas
    columns = canvas.layout_model.columns
    entries = {i: columns.entry(slot) for i in columns.ids() if (slot := columns.slot_of(i))}
    lanes = [(lane.key, lane.count) for lane in canvas.scene.lanes]
    return entries, sorted(columns.ids()), lanes


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("title", ["Vote", "Treaty"])
def test_a_changed_event_is_shown_as_if_all_were_read_again(
    workspace: TimelineWorkspace, model: ProjectModel, edit: Edit, title: str
) -> None:
    edit(model.library, id_of(model, title))
    changed = shown(workspace)
    workspace.refresh()

    assert changed == shown(workspace)


def test_undo_brings_the_event_back_to_its_place(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    before = shown(workspace)
    review.set_date(model.library, id_of(model, "Treaty"), parse_edtf("1999-05"))
    assert shown(workspace) != before
    model.library.undo()

    assert shown(workspace) == before


def test_a_changed_event_that_the_filter_hides_leaves_the_canvas(
    workspace: TimelineWorkspace, model: ProjectModel
) -> None:
    treaty = id_of(model, "Treaty")
    workspace.facets.set_filter(workspace.facets.filter.turned(Facet.STATUS, "planned"))
    review.set_factuality(model.library, treaty, Factuality.PLANNED)

    assert treaty not in workspace.canvas.layout_model.columns.ids()


@pytest.mark.parametrize("grouping", [LaneGrouping.KIND, LaneGrouping.STATUS])
def test_lanes_of_dates_and_statuses_are_sorted_anew(
    model: ProjectModel, grouping: LaneGrouping
) -> None:
    content = TimelineContent(
        model.library.project, with_proposals=True, grouping=grouping, coloring=Coloring.LANE
    )
    changed = review.set_date(model.library, id_of(model, "Treaty"), parse_edtf("1999"))

    assert content.change(changed) is None
