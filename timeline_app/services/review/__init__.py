"""The decisions of the review: each is one step of work, saved and undone as a whole.

Functions that change something take the library first and return what was touched; those that
make an event return its id. A step that would change nothing leaves no trace in the undo log.
"""

from timeline_app.services.review.dates import (
    choose_reading,
    next_reading,
    set_date,
    set_dates,
)
from timeline_app.services.review.decisions import (
    accept,
    accept_all_certain,
    accept_all_dated,
    defer,
    delete_events,
    reject,
    reopen,
    unfold,
)
from timeline_app.services.review.fields import (
    set_certainty,
    set_factuality,
    set_names,
    set_note,
    set_tags,
    set_title,
)
from timeline_app.services.review.making import add_event, add_event_from_selection

__all__ = [
    "accept",
    "accept_all_certain",
    "accept_all_dated",
    "add_event",
    "add_event_from_selection",
    "choose_reading",
    "defer",
    "delete_events",
    "next_reading",
    "reject",
    "reopen",
    "set_certainty",
    "set_date",
    "set_dates",
    "set_factuality",
    "set_names",
    "set_note",
    "set_tags",
    "set_title",
    "unfold",
]
