"""The decisions of the review: each is one step of work, saved and undone as a whole.

Functions that change something take the library first and return what was touched; those that
make an event return its id. A step that would change nothing leaves no trace in the undo log.
"""

from timeline_app.services.review.coverage import (
    ReadSentences,
    Unread,
    read_sentences,
    unread_in,
)
from timeline_app.services.review.dates import (
    choose_reading,
    next_reading,
    set_date,
    set_dates,
)
from timeline_app.services.review.day_order import other_day_order, read_in_order
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
from timeline_app.services.review.links import Link, link, links_of, unlink
from timeline_app.services.review.making import add_event, add_event_from_selection
from timeline_app.services.review.merging import apart_pairs, is_apart, keep_apart, merge, separate
from timeline_app.services.review.sources import (
    ask_again,
    conflict_of,
    dispute,
    leave_open,
    open_conflicts,
    settle,
)
from timeline_app.services.review.splitting import split

__all__ = [
    "Link",
    "ReadSentences",
    "Unread",
    "accept",
    "accept_all_certain",
    "accept_all_dated",
    "add_event",
    "add_event_from_selection",
    "apart_pairs",
    "ask_again",
    "choose_reading",
    "conflict_of",
    "defer",
    "delete_events",
    "dispute",
    "is_apart",
    "keep_apart",
    "leave_open",
    "link",
    "links_of",
    "merge",
    "next_reading",
    "open_conflicts",
    "other_day_order",
    "read_in_order",
    "read_sentences",
    "reject",
    "reopen",
    "separate",
    "set_certainty",
    "set_date",
    "set_dates",
    "set_factuality",
    "set_names",
    "set_note",
    "set_tags",
    "set_title",
    "settle",
    "split",
    "unfold",
    "unlink",
    "unread_in",
]
