from timeline_app.domain.event import Event, ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.layout.display_list import Told
from timeline_app.ui.timeline.spoken import event_words, group_words, stretch_words, view_words

_DAY = 86_400


def test_an_event_is_said_in_full() -> None:
    title = "Putin hosts leaders of China and India"
    event = Event(1, title, parse_edtf("2024-10-22/2024-10-24"), ReviewStatus.ACCEPTED)

    assert event_words(event, 10, 45, 3) == (
        f"Event 10 of 45: {title}, 22 to 24 October 2024, 3 sources, accepted"
    )


def test_an_event_without_date_and_source_says_so() -> None:
    assert event_words(Event(1, "Talks", None), 1, 1, 0) == (
        "Event 1 of 1: Talks, no date, proposed"
    )


def test_a_group_is_counted_and_has_its_stretch_of_time() -> None:
    assert group_words(1_200, 0, 30 * _DAY) == (
        "Group of 1,200 events, 1 January 1970 to 31 January 1970"
    )


def test_a_single_day_is_said_once() -> None:
    assert stretch_words(0, _DAY - 1) == "1 January 1970"


def test_a_view_tells_its_level_and_what_is_in_it() -> None:
    assert view_words("Days", 0, _DAY, Told(shown=1)) == (
        "Days, 1 January 1970 to 2 January 1970, 1 event"
    )
    assert view_words("Days", 0, _DAY, Told(10, 30, 2)).endswith(
        "40 events, 30 of them in 2 groups"
    )
