"""A dozen timelines made by code, each with the views in which it is drawn for the golden files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tests.layout.timelines import BIG_BANG, DAY, MIDDLE, YEAR, day, entry, measure
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.layout import (
    PRINT,
    SCREEN,
    STRIP,
    ArticleDate,
    Era,
    Marking,
    Measure,
    Metrics,
    Pin,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
    make_lanes,
)

WIDTH, HEIGHT = 900.0, 420.0
HOUR = 3_600
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Scene:
    """What is laid out, and the views of it: from and to which instant, None for everything."""

    entries: Sequence[TimelineEntry]
    views: Mapping[str, tuple[int, int] | None]
    metrics: Metrics = SCREEN
    articles: Sequence[ArticleDate] = ()
    eras: Sequence[Era] = ()
    marking: Marking = field(default_factory=Marking)
    height: float = HEIGHT

    def layout(self, measured: Measure = measure) -> TimelineLayout:
        """The layout of the whole scene, with letters of one width or as they are `measured`."""
        return TimelineLayout(
            self.entries,
            make_lanes(self.entries),
            measured,
            self.metrics,
            articles=self.articles,
            eras=self.eras,
        )

    def viewport(self, made: TimelineLayout, view: tuple[int, int] | None) -> Viewport:
        """The window of one view."""
        if view is None:
            return Viewport(made.fit(WIDTH), WIDTH, self.height)
        scale = TimeScale.fitting(*view, WIDTH - self.metrics.header_width)
        return Viewport(scale, WIDTH, self.height)


def _tone(number: int) -> str:
    return f"lane{number % 6 + 1}"


def _seed() -> Scene:
    spans = (
        ("Summit in the capital", TimeSpan.lasting(day(2024, 10, 22), day(2024, 10, 25)), "Russia"),
        ("Troops are sent", TimeSpan.on_or_before(day(2024, 10, 29)), "North Korea"),
        ("Minister speaks", TimeSpan.at(day(2024, 10, 28)), "Russia"),
        ("Election", TimeSpan.at(day(2024, 11, 5)), "United States"),
        ("Incursion", TimeSpan.ongoing_since(day(2024, 8, 6)), "Ukraine"),
        ("Heavy pressure", TimeSpan.within(day(2024, 10, 21), day(2024, 10, 28)), "Ukraine"),
        ("Talks may follow", TimeSpan.on_or_after(day(2024, 10, 30)), "United States"),
    )
    made = [
        replace(
            entry(number, span, label, lane),
            tone=_tone(number),
            is_proposed=number % 3 == 0,
            is_planned=number == 7,
            source_count=1 + number % 2,
            articles=(1 + number % 2,),
        )
        for number, (label, span, lane) in enumerate(spans, 1)
    ]
    return Scene(
        made,
        {
            "everything": None,
            "weeks": (day(2024, 10, 14), day(2024, 11, 11)),
            "days": (day(2024, 10, 26), day(2024, 10, 31)),
        },
        articles=(ArticleDate(11, 1, day(2024, 10, 29)), ArticleDate(12, 2, day(2024, 11, 1))),
    )


def _lanes() -> Scene:
    made = [
        replace(
            entry(number, TimeSpan.at(day(2023, 1, 1) + number * number * DAY // 4)),
            lane=f"Party {number * 7 % 6 + 1}",
            tone=_tone(number * 7),
        )
        for number in range(1, 61)
    ]
    months = (day(2024, 1, 1), day(2024, 7, 1))
    return Scene(made, {"everything": None, "months": months}, height=640.0)


def _clusters() -> Scene:
    crowd = [
        replace(entry(n, TimeSpan.at(MIDDLE + n * 600), f"Report {n}"), tags=("front",))
        for n in range(1, 25)
    ]
    far = [entry(n, TimeSpan.at(MIDDLE + (n - 20) * 40 * DAY)) for n in range(25, 45)]
    near = (MIDDLE - 10 * DAY, MIDDLE + 20 * DAY)
    return Scene([*crowd, *far], {"everything": None, "pill": near, "opened": _around(MIDDLE, 5)})


def _around(instant: int, hours: int) -> tuple[int, int]:
    return instant - hours * HOUR, instant + hours * HOUR


def _deep_time() -> Scene:
    times = (
        ("Big Bang", 13_800_000_000),
        ("The Earth forms", 4_540_000_000),
        ("Animals with shells", 540_000_000),
        ("The dinosaurs die", 66_000_000),
        ("People like us", 300_000),
        ("Ice withdraws", 11_700),
        ("Writing", 5_200),
        ("Printing", 575),
        ("Web", 34),
    )
    made = [
        entry(
            number, TimeSpan.at(MIDDLE - years * YEAR).qualified(approximate=years > 10_000), text
        )
        for number, (text, years) in enumerate(times, 1)
    ]
    ages = {"everything": 13_800_000_000, "hundred million": 10**8, "ten thousand": 10**4}
    views = {f"{name} years": (MIDDLE - years * YEAR, MIDDLE) for name, years in ages.items()}
    return Scene(made, views | {"beginning": (BIG_BANG - 10**6 * YEAR, BIG_BANG + 10**7 * YEAR)})


def _one_day() -> Scene:
    start = instant_at(1969, 7, 20, 13, 0)
    steps = ((0, "Undocks"), (98, "Brakes"), (187, "Lands"), (560, "First step"), (579, "Flag"))
    made = [
        entry(number, TimeSpan.at(start + minutes * MINUTE, Precision.MINUTE), text)
        for number, (minutes, text) in enumerate(steps, 1)
    ]
    made.append(entry(6, TimeSpan.lasting(start, start + 7 * HOUR), "Descent", "Ground"))
    landed = start + 187 * MINUTE
    return Scene(
        made,
        {
            "everything": None,
            "hours": (start, start + 4 * HOUR),
            "minutes": (landed - 6 * MINUTE, landed + 6 * MINUTE),
        },
    )


def _before_christ() -> Scene:
    years = ((-752, "A city"), (-489, "Marathon"), (-43, "Ides of March"), (14, "Augustus dies"))
    made = [
        entry(number, TimeSpan.at(instant_at(year), Precision.YEAR), text)
        for number, (year, text) in enumerate(years, 1)
    ]
    turn = (instant_at(-60), instant_at(40))
    return Scene(made, {"everything": None, "turn of the eras": turn})


def _fuzzy() -> Scene:
    at, week = day(2024, 10, 10), 7 * DAY
    spans = (
        TimeSpan.at(at),
        TimeSpan.at(at).qualified(approximate=True),
        TimeSpan.lasting(at, at + week),
        TimeSpan.lasting(at, at + week).qualified(approximate=True),
        TimeSpan.within(at, at + week),
        TimeSpan.between(at, at + week, at + 2 * week, at + 3 * week),
        TimeSpan.on_or_before(at),
        TimeSpan.on_or_after(at),
        TimeSpan.ongoing_since(at),
        TimeSpan.ongoing_until(at),
        TimeSpan.one_of([TimeSpan.at(at), TimeSpan.at(at + week)]),
    )
    made = [
        replace(entry(2 * number + late, span), is_proposed=bool(late), is_planned=number % 3 == 0)
        for number, span in enumerate(spans, 1)
        for late in (0, 1)
    ]
    metrics = replace(SCREEN, max_rows=24)
    return Scene(
        made,
        {"everything": None, "cut": (at + 2 * DAY, at + 6 * DAY)},
        metrics=metrics,
        height=560.0,
    )


def _right_to_left() -> Scene:
    titles = ("مؤتمر القمة", "פסגה בירושלים", "Gipfel in مدينة", "نهاية الحرب في الشمال")
    made = [
        entry(number, TimeSpan.at(MIDDLE + number * 9 * DAY), title)
        for number, title in enumerate(titles, 1)
    ]
    made.append(entry(5, TimeSpan.on_or_before(MIDDLE + 60 * DAY), "قبل ذلك"))
    return Scene(made, {"everything": None, "weeks": (MIDDLE, MIDDLE + 30 * DAY)})


def _crowded() -> Scene:
    made = [
        replace(
            entry(number, TimeSpan.at(MIDDLE + number * number % 9973 * DAY // 3)),
            lane=f"Lane {number % 2}",
            tone=_tone(number % 2),
        )
        for number in range(1, 1_201)
    ]
    return Scene(
        made,
        {
            "everything": None,
            "dots": (MIDDLE + 300 * DAY, MIDDLE + 1_100 * DAY),
            "labels": (MIDDLE + 300 * DAY, MIDDLE + 330 * DAY),
        },
    )


def _eras() -> Scene:
    eras = (
        Era("Before", instant_at(2024, 9, 1), instant_at(2024, 10, 8)),
        Era("Shipment", instant_at(2024, 10, 8), instant_at(2024, 10, 18), is_tinted=False),
        Era("Disclosure", instant_at(2024, 10, 18), instant_at(2024, 11, 1)),
        Era("Vote and treaty", instant_at(2024, 11, 1), instant_at(2024, 12, 1)),
    )
    scene = _seed()
    return replace(scene, eras=eras, marking=Marking(today=day(2024, 11, 14)))


def _selection() -> Scene:
    marking = Marking(
        selected=frozenset((1, 3)), current=1, hovered=4, has_focus=True, plate="22 – 24 Oct"
    )
    return replace(_seed(), marking=marking)


def _print() -> Scene:
    scene = _clusters()
    numbered = [replace(each, number=each.id) for each in scene.entries]
    return replace(scene, entries=numbered, metrics=PRINT)


def _strip() -> Scene:
    marking = Marking(pin=Pin(day(2024, 10, 29), "article 29 Oct"), current=3)
    return replace(_seed(), metrics=STRIP, articles=(), marking=marking, height=174.0)


SCENES: Mapping[str, Callable[[], Scene]] = {
    "before-christ": _before_christ,
    "clusters": _clusters,
    "crowded": _crowded,
    "deep-time": _deep_time,
    "eras": _eras,
    "fuzzy-dates": _fuzzy,
    "lanes": _lanes,
    "one-day": _one_day,
    "print": _print,
    "right-to-left": _right_to_left,
    "seed": _seed,
    "selection": _selection,
    "strip": _strip,
}
