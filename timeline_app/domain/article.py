"""Articles: the texts that events are found in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from timeline_app.domain.citation import Citation
from timeline_app.domain.publication_date import DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time.calendar import CivilDate

__all__ = ["Article", "TextRange", "hash_text"]


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given, and what is known of where it comes from.

    `text` is kept as it came, but for line ends (LF) and characters no text may hold. `body` are
    the ranges of it that are the article's own paragraphs, in order and not overlapping; title,
    dateline and page furniture lie outside. `published` is None while no date is known: relative
    dates then stay unresolved. `is_date_confirmed` says that the researcher agreed to the date.
    `source` is the outlet or the file the text came from; `language` is a tag such as "en" or
    "en-GB"; `added_at` is UTC in ISO 8601.

    `candidates` are the days on which it may have been published, the likeliest first; the one
    that was taken is `published`. `pages` are the offsets in the text at which the pages of a
    printed document begin, in order; empty where there are none. `original` is the SHA-256 of the
    file that the text was read from, in hexadecimal, empty where it was pasted.
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
    candidates: tuple[DateCandidate, ...] = ()
    pages: tuple[int, ...] = ()
    citation: Citation | None = None
    original: str = ""

    @property
    def date_trust(self) -> DateTrust:
        """How far `published` is to be trusted: as far as its candidate, unless confirmed."""
        taken = self.taken
        if taken is None:
            return DateTrust.NONE
        is_agreed = self.is_date_confirmed or self.date_origin is DateOrigin.TYPED
        return DateTrust.FOUND if is_agreed else taken.trust

    @property
    def taken(self) -> DateCandidate | None:
        """The candidate that `published` was taken from; None without a date."""
        if self.published is None:
            return None
        plain = DateCandidate(self.published, self.date_origin)
        same = (each for each in self.candidates if each.day == self.published)
        return next((each for each in same if each.origin is self.date_origin), plain)

    def page_at(self, offset: int) -> int | None:
        """The number, from 1, of the page that a character stands on; None without pages."""
        return bisect_right(self.pages, offset) or None


def hash_text(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal: two articles with the same hash are the same text."""
    import hashlib  # needed only where an article is added

    return hashlib.sha256(text.encode("utf-8")).hexdigest()
