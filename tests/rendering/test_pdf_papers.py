"""The PDF on paper of every size, and the timeline over as many pages as it needs."""

from __future__ import annotations

import io

import pypdf
import pytest

from tests.rendering.publications import event, large_publication, publication, small_publication
from timeline_app.domain import UserError
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.exporters import PaperSize, PrintSettings, Publication, TimelineForm
from timeline_app.layout.display_list import DisplayList
from timeline_app.layout.primitives import Label, Labels
from timeline_app.rendering.pdf import render_pdf
from timeline_app.rendering.pdf_timeline import (
    lay_out_timeline,
    timeline_pages,
    without_cut_labels,
)

pytestmark = pytest.mark.usefixtures("qapp")


def read(made: Publication, settings: PrintSettings) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(made, settings=settings)))


def sizes(reader: pypdf.PdfReader) -> list[tuple[int, int]]:
    """The sizes of the pages in millimetres."""
    boxes = [page.mediabox for page in reader.pages]
    return [(round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) for box in boxes]


def words(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("settings", "timeline", "text"),
    [
        (PrintSettings(), (297, 210), (297, 210)),
        (PrintSettings(is_landscape=False), (210, 297), (210, 297)),
        (PrintSettings(size=PaperSize.LETTER), (279, 216), (279, 216)),
        (PrintSettings(size=PaperSize.TABLOID), (432, 279), (279, 216)),
        (PrintSettings(size=PaperSize.A0), (1189, 841), (297, 210)),
        (PrintSettings(size=PaperSize.A3, is_landscape=False), (297, 420), (210, 297)),
        (PrintSettings(size=PaperSize.CUSTOM, width=1500, height=300), (1500, 300), (297, 210)),
    ],
)
def test_posters_have_text_pages_to_hold_in_the_hand(
    settings: PrintSettings, timeline: tuple[int, int], text: tuple[int, int]
) -> None:
    assert sizes(read(small_publication(), settings)) == [timeline, text, text]


@pytest.mark.parametrize("side", [0, 99, 5_001, float("nan"), float("inf")])
def test_paper_that_cannot_be_is_refused(side: float) -> None:
    settings = PrintSettings(size=PaperSize.CUSTOM, width=side)
    with pytest.raises(UserError, match="Paper must measure 100 to 5,000 mm"):
        render_pdf(small_publication(), settings=settings)


def test_upright_paper_has_the_same_words_below_each_other() -> None:
    chronology = words(read(small_publication(), PrintSettings(is_landscape=False)).pages[1])
    order = [
        "Sometime 21 – 27 Oct 2024",
        "[2024-10-21..2024-10-27]",
        "Putin held a summit",
        "last week",
        "He held a summit with leaders from China and India last week.",
        "sentence 10",
        "Sometime 4 – 10 Nov 2024",
    ]
    places = [chronology.index(piece) for piece in order]
    assert places == sorted(places)


def test_the_smallest_paper_still_has_everything() -> None:
    smallest = PrintSettings(size=PaperSize.CUSTOM, width=100, height=100)
    reader = read(large_publication(30), smallest)
    text = " ".join(map(words, reader.pages))
    assert all(f"round {number}." in text for number in range(1, 31))


def numbers_of(drawing: DisplayList, publication: Publication) -> set[int]:
    """The numbers of the events that have a place of their own in a drawing."""
    numbers = {event.event_id: event.number for event in publication.events}
    return {numbers[hit.id] for hit in drawing.targets or () if hit.id is not None}


@pytest.mark.parametrize("across", [1, 2, 3])
def test_to_scale_it_goes_over_as_many_pages_as_it_takes(across: int) -> None:
    made = large_publication(40 * across)
    settings = PrintSettings(form=TimelineForm.TO_SCALE, millimetres_per_day=4.5)
    _frame, chart = lay_out_timeline(made, settings)
    assert chart is not None
    assert chart.across == across
    assert chart.scale_in_words == "4.5 mm = 1 day"
    found = [numbers_of(chart.layout.display_list(each), made) for each in chart.viewports]
    assert set().union(*found) == set(range(1, 40 * across + 1))


def test_pages_side_by_side_say_which_part_they_are_and_repeat_their_heads() -> None:
    settings = PrintSettings(form=TimelineForm.TO_SCALE, millimetres_per_day=4.5)
    reader = read(large_publication(80), settings)
    first, second = words(reader.pages[0]), words(reader.pages[1])
    assert "Part 1 of 2. Scale 4.5 mm = 1 day" in first
    assert "Part 2 of 2. Scale 4.5 mm = 1 day" in second
    for page in (first, second):
        assert "Vladimir Putin" in page
        assert "2000" in page


def test_every_label_is_whole_on_one_of_the_pages() -> None:
    settings = PrintSettings(form=TimelineForm.TO_SCALE, millimetres_per_day=12)
    reader = read(large_publication(120), settings)
    pages = [words(page) for page in reader.pages if "Part" in page.extract_text()]
    text = " ".join(pages)
    named = [n for n in range(1, 121) if f"Envoys met for round {n} of the talks" in text]
    assert len(named) == 120


def test_what_has_room_on_one_page_takes_one() -> None:
    _frame, chart = lay_out_timeline(large_publication(40), PrintSettings())
    assert chart is not None
    assert len(chart.viewports) == 1


def test_as_many_pages_as_needed_give_every_event_a_place() -> None:
    made = large_publication(400)
    _frame, chart = lay_out_timeline(made, PrintSettings())
    assert chart is not None
    assert len(chart.viewports) > 1
    assert not chart.gathers


def test_where_all_happens_at_one_end_of_a_long_time_rows_go_on_over_more_pages() -> None:
    recent = large_publication(200).events
    old = event(201, "The valley was settled", TimeSpan.on(CivilDate(1612, 5, 1)), "1612", "1612")
    _frame, chart = lay_out_timeline(publication(*recent, old), PrintSettings())
    assert chart is not None
    assert (chart.across, chart.gathers) == (1, False)
    assert 1 < len(chart.viewports) <= 12


@pytest.mark.parametrize("form", [TimelineForm.ONE_PAGE, TimelineForm.AS_NEEDED])
def test_no_label_is_cut_by_the_edge_of_the_paper(form: TimelineForm) -> None:
    long = "The envoys of both sides met for the last round of the talks in the old town hall"
    days = (CivilDate(1612, 5, 1), CivilDate(1613, 5, 1), CivilDate(2024, 10, 29))
    spans = [span for at in days for span in (TimeSpan.on(at), TimeSpan.on_or_before(at.instant))]
    made = publication(*(event(n, long, span, "", "") for n, span in enumerate(spans, 1)))
    _frame, chart = lay_out_timeline(made, PrintSettings(form=form))
    assert chart is not None
    left = chart.layout.metrics.header_width
    for page in timeline_pages(chart):
        drawing = without_cut_labels(page.chart.layout.display_list(page.viewport), page)
        texts = [part for part in drawing.primitives() if isinstance(part, Label | Labels)]
        labels = [each for part in texts for each in (part if isinstance(part, Labels) else [part])]
        told = [each for each in labels if each.text.startswith("The env")]
        assert told
        assert all(left <= each.x and each.x + each.width <= drawing.width for each in told)


def test_on_a_poster_things_are_as_large_as_they_can_be() -> None:
    poster = PrintSettings(size=PaperSize.A0)
    few, _ = lay_out_timeline(large_publication(40), poster)
    many, chart = lay_out_timeline(large_publication(700), poster)
    assert few.zoom > many.zoom >= 1
    assert chart is not None
    assert not chart.gathers


def test_lanes_that_are_higher_than_a_page_go_on_below() -> None:
    made = large_publication(400)
    settings = PrintSettings(
        form=TimelineForm.TO_SCALE,
        millimetres_per_day=0.35,
        size=PaperSize.CUSTOM,
        width=297,
        height=150,
    )
    _frame, chart = lay_out_timeline(made, settings)
    assert chart is not None
    scrolls = [viewport.scroll for viewport in chart.viewports]
    assert len(set(scrolls)) > 1
    whole = chart.layout.lanes_height(chart.viewports[0].scale)
    assert max(scrolls) < whole
    assert "Strip 2 of" in words(read(made, settings).pages[chart.across])


def test_settings_come_back_as_they_were_kept() -> None:
    settings = PrintSettings(
        size=PaperSize.A2, form=TimelineForm.TO_SCALE, millimetres_per_day=2.5, title="A war"
    )
    assert PrintSettings.from_json(settings.to_json()) == settings


@pytest.mark.parametrize("kept", [None, [], "x", {"size": "B5", "width": [], "title": 3}])
def test_settings_that_are_not_understood_are_as_usual(kept: object) -> None:
    read_back = PrintSettings.from_json(kept)
    assert read_back.size is PaperSize.A4
    assert read_back.width == 297.0
