"""What a reader makes of a file or a pasted text."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.documents.files import FileBytes
from timeline_app.domain.citation import Citation
from timeline_app.domain.publication_date import DateCandidate, DateOrigin
from timeline_app.domain.text_range import TextRange
from timeline_app.domain.time.calendar import CivilDate


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read, before it belongs to a project.

    `text` holds every character that was given, but for line ends (LF) and characters that no text
    may hold (U+FFFD). `body` are the ranges of it that are the article's own paragraphs, in order
    and apart; title, dateline and page furniture lie outside. `published` is never taken from the
    clock or from the file's own date; `candidates` are all the days that were found, the likeliest
    first. `pages` are the offsets at which the pages of a printed document begin. `language` is
    the tag that a page gives itself, such as "en-gb", empty where it says nothing. `warnings` are
    sentences for the reader of the article.
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
    candidates: tuple[DateCandidate, ...] = ()
    pages: tuple[int, ...] = ()
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file beside the one that was read, which holds the text of one of its records.

    `path` is relative to the folder of the file that names it, with slashes. `record` has what is
    known of the text: its title, author, day, citation; its own text may be empty.
    """

    path: str
    record: ReadArticle


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Rows that each may tell of a dated event, under the headings of their columns.

    Every row has as many cells as there are `headings`. `first_row` is the number, from 1, of the
    line of the file that the first row stood on. Bare day numbers count from 1900, or from 1904
    where `is_1904`, as spreadsheets have done on some computers.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 2
    is_1904: bool = False


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Everything that a file holds: articles, files within it, files beside it, and tables.

    `attachments` are read like files of their own if the user wants them. `warnings` are sentences
    about the file as a whole, such as that one of its chapters holds no text.
    """

    articles: tuple[ReadArticle, ...] = ()
    attachments: tuple[FileBytes, ...] = ()
    linked: tuple[LinkedFile, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    warnings: tuple[str, ...] = ()
