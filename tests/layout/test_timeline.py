from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.layout.drawn import counted_ids
from tests.layout.timelines import (
    BIG_BANG,
    DAY,
    MIDDLE,
    day,
    entry,
    entry_lists,
    layout_of,
    measure,
)
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.layout import (
    PRINT,
    SCREEN,
    STRIP,
    Area,
    ArticleDate,
    Box,
    DisplayList,
    Era,
    Label,
    Mark,
    Marking,
    Part,
    Pill,
    Pin,
    Stroke,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
    make_lanes,
)

WIDTH, HEIGHT = 900.0, 600.0
SUMMIT = replace(
    entry(1, TimeSpan.within(day(2024, 10, 21), day(2024, 10, 27)), "Summit", "Russia"),
    articles=(1,),
    source_count=3,
)
VOTE = entry(2, TimeSpan.at(day(2024, 11, 5)), "Vote", "NATO")
SCALE = TimeScale(day(2024, 10, 10), 86_400 / 20)
ARTICLES = (ArticleDate(11, 1, day(2024, 10, 29)), ArticleDate(12, 2, day(2024, 11, 1)))


def layout(*entries: TimelineEntry, **more: object) -> TimelineLayout:
    return TimelineLayout(entries, make_lanes(entries), measure, SCREEN, **more)  # type: ignore[arg-type]


def show(made: TimelineLayout, marking: Marking | None = None, scroll: float = 0) -> DisplayList:
    return made.display_list(Viewport(SCALE, WIDTH, HEIGHT, scroll), marking)


def texts(shown: DisplayList) -> list[str]:
    return [part.text for part in shown.primitives() if isinstance(part, Label | Pill)]


def marks(shown: DisplayList) -> list[Mark]:
    return [part for part in shown.primitives() if isinstance(part, Mark)]


def test_a_mark_lies_at_its_dates() -> None:
    mark = marks(show(layout(SUMMIT)))[0]

    assert mark.shape.x1 == pytest.approx(SCREEN.header_width + 11 * 20)
    assert mark.shape.x2 == pytest.approx(SCREEN.header_width + 18 * 20)


def test_lanes_have_heads_with_counts() -> None:
    shown = texts(show(layout(SUMMIT, VOTE)))

    assert {"Russia", "NATO", "1 event"} <= set(shown)


def test_pointing_finds_what_is_drawn() -> None:
    shown = show(layout(SUMMIT, VOTE))
    middles = [((m.shape.ink_left + m.shape.ink_right) / 2, m.y) for m in marks(shown)]
    hits = [shown.hit(x, y) for x, y in middles]

    assert {(hit.part, hit.id) for hit in hits if hit} == {(Part.MARK, 1), (Part.MARK, 2)}


@settings(deadline=None, max_examples=40)
@given(entry_lists(most=80))
def test_everything_drawn_can_be_pointed_at(entries: list[TimelineEntry]) -> None:
    made = layout_of(entries)
    shown = made.display_list(Viewport(made.fit(WIDTH), WIDTH, 5_000.0))
    found = {hit.id for hit in shown.hits} | {i for hit in shown.hits for i in hit.ids}

    assert found >= {e.id for e in entries}


@settings(deadline=None, max_examples=40)
@given(entry_lists(most=50))
def test_labels_in_view_never_overlap(entries: list[TimelineEntry]) -> None:
    made = layout_of(entries)
    shown = made.display_list(Viewport(made.fit(WIDTH), WIDTH, 5_000.0))
    plated = [p for p in shown.primitives() if isinstance(p, Label) and p.has_plate]
    areas = [Area(label.x, label.y, label.width, 1.0) for label in plated]

    assert not any(
        one.meets(other) for index, one in enumerate(areas) for other in areas[index + 1 :]
    )


def test_a_mark_that_leaves_the_view_keeps_its_label_in_it() -> None:
    long = entry(1, TimeSpan.lasting(day(2024, 10, 1), day(2025, 10, 1)), "A long war")
    label = next(p for p in show(layout(long)).primitives() if isinstance(p, Label) and p.has_plate)

    assert label.text == "A long war"
    assert label.x + label.width < WIDTH


def test_the_current_event_is_framed_and_its_date_stands_on_the_axis() -> None:
    shown = show(layout(SUMMIT, VOTE), Marking(current=1, plate="21 – 27 Oct", has_focus=True))
    fills = {part.fill for part in shown.primitives() if isinstance(part, Box)}

    assert "selected" in fills
    assert "21 – 27 Oct" in texts(shown)
    assert any(p.outline == "focus" for p in shown.primitives() if isinstance(p, Box))


def test_a_current_event_inside_of_a_pill_is_named_beside_it() -> None:
    crowd = [entry(n, TimeSpan.at(MIDDLE + n * 600), f"Report {n}") for n in range(1, 13)]
    far = [entry(n, TimeSpan.at(MIDDLE + n * 40 * DAY)) for n in range(13, 30)]
    made = layout(*crowd, *far)
    viewport = Viewport(made.fit(WIDTH), WIDTH, HEIGHT)

    hidden = counted_ids(made.display_list(viewport))[0]

    assert f"Report {hidden}" not in texts(made.display_list(viewport))
    assert f"Report {hidden}" in texts(made.display_list(viewport, Marking(current=hidden)))


def test_only_the_articles_of_the_current_event_send_lines_down() -> None:
    made = layout(SUMMIT, VOTE, articles=ARTICLES)

    def lines(marking: Marking) -> int:
        parts = show(made, marking).primitives()
        return sum(isinstance(p, Stroke) and p.color == "text2" for p in parts)

    assert lines(Marking()) == 0
    assert lines(Marking(current=1)) == 1


def test_article_boxes_can_be_clicked() -> None:
    shown = show(layout(SUMMIT, articles=ARTICLES))

    assert [hit.id for hit in shown.hits if hit.part is Part.ARTICLE] == [11, 12]


def test_eras_have_names_and_may_be_left_out() -> None:
    era = Era("Disclosure", day(2024, 10, 18), day(2024, 11, 1))

    assert "Disclosure" in texts(show(layout(SUMMIT, eras=(era,))))
    assert "Eras" not in texts(show(layout(SUMMIT)))


def test_several_sources_are_counted_after_the_label() -> None:
    parts = show(layout(SUMMIT)).primitives()

    assert [p.count for p in parts if isinstance(p, Label) and p.text == "Summit"] == [3]


def test_scrolling_moves_lanes_and_leaves_the_axis() -> None:
    still, moved = show(layout(SUMMIT)), show(layout(SUMMIT), scroll=15)

    assert marks(still)[0].y - marks(moved)[0].y == 15
    assert [p for p in still.primitives() if isinstance(p, Label) and p.text == "October 2024"] == [
        p for p in moved.primitives() if isinstance(p, Label) and p.text == "October 2024"
    ]


def test_the_strip_has_its_axis_below_and_the_date_of_its_article() -> None:
    strip = TimelineLayout([SUMMIT], [], measure, STRIP)
    pin = Pin(day(2024, 10, 29), "article 29 Oct")
    shown = strip.display_list(Viewport(SCALE, WIDTH, 140.0), Marking(pin=pin))
    axis = next(hit for hit in shown.hits if hit.part is Part.AXIS)

    assert axis.area.y + axis.area.height == 140.0
    assert "article 29 Oct" in texts(shown)


def test_on_paper_events_are_numbered_and_pills_name_their_numbers() -> None:
    crowd = [
        replace(entry(n, TimeSpan.at(MIDDLE + n * 600), "m" * 30), number=n) for n in range(1, 13)
    ]
    far = [replace(entry(n, TimeSpan.at(MIDDLE + n * 40 * DAY)), number=n) for n in range(13, 30)]
    paper = TimelineLayout([*crowd, *far], [], measure, PRINT)
    scale = paper.fit(2_000)
    shown = paper.display_list(Viewport(scale, 2_000, paper.height(scale)))

    pills = [part.text for part in shown.primitives() if isinstance(part, Pill)]
    told = [part.partition("–") for text in texts(shown) for part in text.split(", ")]
    numbers = [
        number
        for first, _, last in told
        if first.isdigit()
        for number in range(int(first), int(last or first) + 1)
    ]

    assert any("–" in text for text in pills)
    assert set(numbers) >= {e.number for e in (*crowd, *far)}


def test_fitting_shows_every_event() -> None:
    made = layout(SUMMIT, VOTE)
    shown = made.display_list(Viewport(made.fit(WIDTH), WIDTH, HEIGHT))

    assert all(SCREEN.header_width < m.shape.x1 and m.shape.x2 < WIDTH for m in marks(shown))


def test_an_empty_timeline_still_has_an_axis() -> None:
    shown = show(layout())

    assert "October 2024" in texts(shown)


def test_fitting_deep_time_leaves_no_more_room_than_the_labels_need() -> None:
    ages = [
        entry(1, TimeSpan.at(BIG_BANG, Precision.YEAR), "Big Bang"),
        entry(2, TimeSpan.at(MIDDLE), "Today"),
    ]
    made = layout(*ages)
    shown = made.display_list(Viewport(made.fit(WIDTH), WIDTH, HEIGHT))

    assert min(mark.shape.x1 for mark in marks(shown)) < SCREEN.header_width + 150
