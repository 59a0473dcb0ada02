"""Words in the labels of steps, and words that the researcher typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_app.domain import Event

_UNKEEPABLE = re.compile(r"[\x00\ud800-\udfff]")  # no text in a file may hold these
_LONGEST_IN_LABEL = 40


def clean_text(text: str) -> str:
    """What was typed, with characters that cannot be kept replaced by U+FFFD, and trimmed."""
    return _UNKEEPABLE.sub("\ufffd", text).strip()


def clean_line(text: str) -> str:
    """As `clean_text`, on one line with single spaces."""
    return " ".join(clean_text(text).split())


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Cleaned names without empty ones and repetitions, in their order."""
    return tuple(dict.fromkeys(name for name in map(clean_line, names) if name))


def quoted(title: str) -> str:
    """A title in quotation marks, cut where it is long: what steps are called by."""
    if len(title) > _LONGEST_IN_LABEL:
        title = title[: _LONGEST_IN_LABEL - 1].rstrip() + "…"
    return f"“{title}”"


def named(events: Sequence[Event]) -> str:
    """One event by its title, several by their number."""
    return quoted(events[0].title) if len(events) == 1 else f"{len(events)} events"
