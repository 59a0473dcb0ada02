"""The names by which the parts of a printed document refer to each other."""

from __future__ import annotations


def event_target(number: int) -> str:
    """The entry of an event in the chronology."""
    return f"event-{number}"


def mark_target(number: int) -> str:
    """The mark of an event on the timeline."""
    return f"mark-{number}"


def article_target(number: int) -> str:
    """The entry of an article among the sources."""
    return f"article-{number}"
