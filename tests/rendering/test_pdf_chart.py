"""The printed timeline shows everything, to a scale that is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rendering.publications import citation, event, instant, large_publication, publication
from timeline_app.domain import UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.exporters import PrintSettings, PublishedEvent, TimelineForm
from timeline_app.layout.primitives import Label, Mark, Pill
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.pdf_chart import Chart, make_chart, scale_in_words
from timeline_app.rendering.pdf_text import PIXELS_PER_MM

WIDTH, HEIGHT = SIZE = 1_312.0, 737.0
ONE_PAGE = PrintSettings(form=TimelineForm.ONE_PAGE)


def measure(text: str, _style: TextStyle) -> float:
    return 6.5 * len(text)


def day(number: int, year: int, month: int, date: int) -> PublishedEvent:
    span = TimeSpan.at(instant(year, month, date))
    return event(number, f"Event {number}", span, "", "", citation("It was so."))


def chart_of(*events: PublishedEvent) -> Chart:
    chart = make_chart(publication(*events), measure, SIZE, ONE_PAGE)
    assert chart is not None
    return chart


def printed(chart: Chart) -> list[object]:
    return list(chart.layout.display_list(chart.viewports[0]).primitives())


def numbers_on(chart: Chart) -> set[int]:
    """The numbers of all events, those in pills included."""
    found: set[int] = set()
    top = chart.layout.bands(WIDTH, HEIGHT).lanes.y
    for part in printed(chart):
        if isinstance(part, Label) and part.y > top and part.text.isdigit():
            found.add(int(part.text))
        if isinstance(part, Pill):
            for piece in part.text.replace(" … ", "–").split(", "):
                first, _, last = piece.partition("–")
                found.update(range(int(first), int(last or first) + 1))
    return found


def test_nothing_dated_is_no_chart() -> None:
    undated = event(1, "Once", None, "undated", "")
    assert make_chart(publication(undated), measure, SIZE, ONE_PAGE) is None


def test_actors_of_several_events_have_lanes() -> None:
    events = [day(number, 2024, 10, number) for number in range(1, 6)]
    actors = (("Putin",), ("Putin", "Xi"), ("Rutte",), (), ("Putin",))
    told = [replace(e, people=names) for e, names in zip(events, actors, strict=True)]
    lanes = chart_of(*told).layout.lanes
    assert [(lane.title, lane.count) for lane in lanes] == [("Putin", 3), ("Others", 2)]
    alone = chart_of(*(replace(e, people=(f"Actor {e.number}",)) for e in events)).layout.lanes
    assert [(lane.title, lane.count) for lane in alone] == [("Events", 5)]


def test_all_marks_lie_on_the_page() -> None:
    chart = chart_of(day(1, 2024, 9, 28), day(2, 2024, 10, 29), day(3, 2024, 11, 17))
    marks = [part for part in printed(chart) if isinstance(part, Mark)]
    assert len(marks) == 3
    left = chart.layout.metrics.header_width
    for mark in marks:
        assert left < mark.shape.ink_left < mark.shape.ink_right < WIDTH


@pytest.mark.parametrize("count", [1, 40, 500, 2_000])
def test_every_event_is_there_however_many(count: int) -> None:
    chart = make_chart(large_publication(count), measure, SIZE, ONE_PAGE)
    assert chart is not None
    assert chart.layout.height(chart.viewports[0].scale) <= HEIGHT
    assert numbers_on(chart) == set(range(1, count + 1))


def test_what_goes_on_since_long_ago_is_cut_and_does_not_press_the_rest() -> None:
    since = event(
        1,
        "Incursion",
        TimeSpan.ongoing_since(instant(1990, 8, 6)),
        "since 6 Aug 1990",
        "1990-08-06/..",
        citation("It goes on."),
    )
    chart = chart_of(since, day(2, 2024, 9, 28), day(3, 2024, 10, 29))
    assert chart.viewports[0].scale.pixels_per_day > 20
    assert 1 in numbers_on(chart)


def test_what_went_on_long_before_everything_else_is_not_cut() -> None:
    old = event(1, "Siege", TimeSpan.ongoing_since(instant(1990, 8, 6)), "", "")
    chart = chart_of(old, day(2, 2024, 9, 28))
    assert chart.viewports[0].scale.x_of(instant(1990, 8, 6)) > 0


@pytest.mark.parametrize(
    ("millimetres_per_day", "words"),
    [
        (4.8, "4.8 mm = 1 day"),
        (120, "5.0 mm = 1 hour"),
        (1.0, "30.4 mm = 1 month"),
        (0.01, "3.7 mm = 1 year"),
        (0.000_1, "3.7 mm = 100 years"),
    ],
)
def test_scale_names_a_unit_that_can_be_measured(millimetres_per_day: float, words: str) -> None:
    scale = TimeScale(0, 86_400 / (millimetres_per_day * PIXELS_PER_MM))
    assert scale_in_words(scale) == words


def test_the_numbers_of_what_is_gathered_do_not_run_into_each_other() -> None:
    chart = make_chart(large_publication(2_000), measure, SIZE, ONE_PAGE)
    assert chart is not None
    pills = [part for part in printed(chart) if isinstance(part, Pill)]
    assert any(" … " in pill.text for pill in pills)
    for pill in pills:
        begin, end = pill.area.x, pill.area.x + pill.area.width
        assert end <= WIDTH
        beside = [p.area for p in pills if p.area.y == pill.area.y and p.area.x > begin]
        assert all(end <= area.x for area in beside)


def test_a_scale_that_takes_too_many_pages_is_refused() -> None:
    far = publication(day(1, 1612, 5, 1), day(2, 2024, 10, 29))
    settings = PrintSettings(form=TimelineForm.TO_SCALE, millimetres_per_day=5)
    with pytest.raises(UserError, match="pages, and 200 are the most"):
        make_chart(far, measure, SIZE, settings)
