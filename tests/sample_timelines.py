"""Projects made by code, to look at the timeline: many actors, a crowd, deep time and one day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from timeline_app.domain import Change, Event, Factuality, ReviewStatus
from timeline_app.domain.time import Precision, TimeSpan
from timeline_app.domain.time.calendar import instant_at
from timeline_app.services.edits import additions
from timeline_app.services.library import Library

DAY, MINUTE = 86_400, 60
YEAR = 31_556_952
_ACTORS = ("North Korea", "Russia", "Ukraine", "NATO", "United States", "South Korea")
_DEEDS = (
    "Ministers meet in the capital",
    "Troops leave their bases",
    "Parliament votes on the treaty",
    "Reports of heavy fighting",
    "Envoy speaks to the press",
    "Aid is promised",
    "Long-range test",
    "Talks end without a result",
    "Delegation arrives",
    "Exercise on the border",
)
_FIRST = instant_at(2024, 9, 20)


@dataclass(frozen=True, slots=True)
class SampleTimeline:
    """The events of a project, and the stretch of time that is looked at; None for everything."""

    events: Callable[[], Iterator[Event]]
    view: tuple[int, int] | None = None


def write(path: Path, sample: SampleTimeline) -> Path:
    """A project file with the events of a sample."""
    with closing(Library.open(path)) as library:
        library.apply(Change("add a sample", additions(sample.events())))
    return path


def _event(number: int, title: str, span: TimeSpan) -> Event:
    return Event(number, title, span, status=ReviewStatus.ACCEPTED)


def _spans(at: int, length: int) -> Sequence[TimeSpan]:
    return (
        TimeSpan.at(at),
        TimeSpan.lasting(at, at + length),
        TimeSpan.at(at),
        TimeSpan.within(at, at + length),
        TimeSpan.at(at).qualified(approximate=True),
        TimeSpan.on_or_before(at),
        TimeSpan.at(at),
        TimeSpan.between(at, at + length // 2, at + length, at + 2 * length),
        TimeSpan.on_or_after(at),
        TimeSpan.at(at),
        TimeSpan.one_of([TimeSpan.at(at), TimeSpan.at(at + length)]),
    )


def _actors() -> Iterator[Event]:
    """Sixty events of six actors in ten weeks."""
    for number in range(1, 61):
        at = _FIRST + (number * number * 7 + number * 13) % 70 * DAY
        span = _spans(at, (3 + number % 6) * DAY)[number % 11]
        event = _event(number, _DEEDS[number * 3 % 10], span)
        yield replace(
            event,
            organisations=(_ACTORS[number * 5 % 6],),
            factuality=Factuality.PLANNED if number % 9 == 0 else Factuality.HAPPENED,
            status=ReviewStatus.PROPOSED if number % 13 == 0 else ReviewStatus.ACCEPTED,
            tags=("front",) if number % 4 == 0 else (),
        )


def _crowd() -> Iterator[Event]:
    """Ten thousand events over two centuries, denser towards the end."""
    for number in range(1, 10_001):
        part = (number * 7_919 % 10_007) / 10_007
        at = instant_at(1824) + int((1 - part * part) * 200 * 365) * DAY
        span = _spans(at, (5 + number % 300) * DAY)[number % 11]
        event = _event(number, f"{_DEEDS[number * 3 % 10]} {number}", span)
        yield replace(event, organisations=(_ACTORS[number * 5 % 6],))


def _ages() -> Iterator[Event]:
    """From the beginning of all things until now."""
    ages = (
        (13_800_000_000, "Big Bang"),
        (13_600_000_000, "First stars"),
        (4_568_000_000, "The Sun is born"),
        (4_540_000_000, "The Earth forms"),
        (3_700_000_000, "First traces of life"),
        (2_400_000_000, "Oxygen in the air"),
        (1_700_000_000, "Cells with nuclei"),
        (635_000_000, "First animals"),
        (470_000_000, "Plants on land"),
        (252_000_000, "The great dying"),
        (66_000_000, "The dinosaurs die out"),
        (6_000_000, "Forebears of people walk upright"),
        (300_000, "People like us"),
        (11_700, "The ice withdraws"),
        (5_200, "Writing"),
        (55, "A man on the Moon"),
    )
    now = instant_at(2024)
    for number, (years, title) in enumerate(ages, 1):
        span = TimeSpan.at(now - years * YEAR, Precision.YEAR)
        yield _event(number, title, span.qualified(approximate=years > 100_000))
    frozen = (now - 720_000_000 * YEAR, now - 635_000_000 * YEAR)
    yield _event(17, "Snowball Earth", TimeSpan.lasting(*frozen, Precision.YEAR))


def _landing() -> Iterator[Event]:
    """The day of the first landing on the Moon, to the minute."""
    start = instant_at(1969, 7, 20, 17, 44)
    steps = (
        (0, "The lander undocks"),
        (84, "Engine starts for the descent"),
        (141, "Powered descent begins"),
        (145, "First alarm of the computer"),
        (153, "Contact light"),
        (154, "“The Eagle has landed”"),
        (535, "Hatch opens"),
        (552, "First step"),
        (571, "Second man on the surface"),
        (597, "The flag is planted"),
        (604, "Call from the President"),
        (687, "Hatch closes"),
    )
    for number, (minutes, title) in enumerate(steps, 1):
        span = TimeSpan.at(start + minutes * MINUTE, Precision.MINUTE)
        yield replace(_event(number, title, span), organisations=("Eagle",))
    walk = (start + 535 * MINUTE, start + 687 * MINUTE)
    span = TimeSpan.lasting(*walk, Precision.MINUTE)
    yield replace(_event(13, "Walk on the Moon", span), organisations=("Eagle",))
    rest = TimeSpan.within(start + 160 * MINUTE, start + 500 * MINUTE, Precision.MINUTE)
    yield replace(_event(14, "Meal and rest", rest), organisations=("Houston",))


SAMPLE_TIMELINES: Mapping[str, SampleTimeline] = {
    "lanes": SampleTimeline(_actors),
    "crowd": SampleTimeline(_crowd),
    "crowd-near": SampleTimeline(_crowd, (instant_at(1935), instant_at(1938))),
    "deep-time": SampleTimeline(_ages),
    "one-day": SampleTimeline(_landing),
}
