from timeline_app.domain.time.calendar import instant_at
from timeline_app.layout import TimeScale
from timeline_app.layout.display_list import Told
from timeline_app.ui.timeline.status_words import status_words

OCTOBER = TimeScale(instant_at(2024, 10, 1), 3_600.0)
AGES = TimeScale(instant_at(2024) - 4_500_000_000 * 31_556_952, 4e14)


def test_the_view_is_told_by_days_with_counts() -> None:
    words = status_words(Told(3, 9, 2), OCTOBER, 720.0, 1_200, 10_000)

    assert words == (
        "1 Oct 2024 – 31 Oct 2024   1,200 of 10,000 events, 9 of those here in 2 groups"
    )


def test_ages_are_told_as_ages() -> None:
    assert status_words(Told(), AGES, 355.0, 1, 1).startswith("4.5 Ga – 199 ka ")
