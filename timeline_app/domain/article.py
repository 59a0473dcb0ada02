"""Articles: the texts that events are found in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time.calendar import CivilDate

__all__ = ["Article", "DateOrigin", "TextRange", "hash_text"]


class DateOrigin(StrEnum):
    """How the publication date of an article was found."""

    DATELINE = "dateline"  # in the lines above the text, or at its beginning
    MARKUP = "markup"  # in the metadata of the page
    TYPED = "typed"  # the researcher said so
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given, and what is known of where it comes from.

    `text` is kept as it came, but for line ends (LF) and characters no text may hold. `body` are
    the ranges of it that are the article's own paragraphs, in order and not overlapping; title,
    dateline and page furniture lie outside. `published` is None while no date is known: relative
    dates then stay unresolved. `is_date_confirmed` says that the researcher agreed to the date.
    `source` is the outlet or the file the text came from; `language` is a tag such as "en" or
    "en-GB"; `added_at` is UTC in ISO 8601.
    """

    id: int
    title: str
    text: str
    body: tuple[TextRange, ...]
    published: CivilDate | None = None
    date_origin: DateOrigin = DateOrigin.NOT_FOUND
    is_date_confirmed: bool = False
    source: str = ""
    author: str = ""
    place: str = ""
    url: str = ""
    language: str = "en"
    added_at: str = ""
    content_hash: str = ""


def hash_text(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal: two articles with the same hash are the same text."""
    import hashlib  # needed only where an article is added

    return hashlib.sha256(text.encode("utf-8")).hexdigest()
