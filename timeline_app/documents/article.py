"""What a reader makes of a file or a pasted text."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.article import DateOrigin, TextRange
from timeline_app.domain.time.calendar import CivilDate


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read, before it belongs to a project.

    `text` holds every character that was given, but for line ends (LF) and characters that no text
    may hold (U+FFFD). `body` are the ranges of it that are the article's own paragraphs, in order
    and apart; title, dateline and page furniture lie outside. `published` is never taken from the
    clock or from the file's own date. `language` is the tag that a page gives itself, such as
    "en-gb", empty where it says nothing. `warnings` are sentences for the reader of the article.
    """

    title: str
    text: str
    body: tuple[TextRange, ...]
    published: CivilDate | None = None
    date_origin: DateOrigin = DateOrigin.NOT_FOUND
    source: str = ""
    author: str = ""
    place: str = ""
    url: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()
