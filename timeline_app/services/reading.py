"""Reads articles and finds events in them: plain functions, fit for a worker thread."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.domain import (
    UNWATCHED,
    Article,
    Preferences,
    Progress,
    Proposal,
    UserError,
    hash_text,
)
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.services.conventions import conventions_of
from timeline_app.services.linked_files import read_linked_files
from timeline_app.services.project_places import PROJECT_SUFFIX
from timeline_app.services.proposing import Proposers
from timeline_app.services.publication_dates import doubt_future

if TYPE_CHECKING:
    from timeline_app.documents import FileBytes, ReadArticle, ReadFile, ReadTable
    from timeline_app.extraction.analysis import Analysis

# The readers and the tables of the language load inside the functions that need them: the window
# does not wait for them.

_start = attrgetter("start")
_LEFT_TO_THE_ARTICLE = Preferences()


Tell = Callable[[str], None]


def _untold(_sentence: str) -> None:
    """Keep a warning to oneself."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that one file holds: articles, the files within it, and tables of events.

    `notes` are the sentences about each article that was not read quite as it stands; those about
    the file as a whole are among them where it holds one article alone. `files` are the places,
    below the folder of the file, of those that the articles were read from in its stead, or "".
    """

    articles: tuple[Article, ...] = ()
    attachments: tuple[FileBytes, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()
    files: tuple[str, ...] = ()


def read_document(
    path: Path,
    tell: Callable[[str], None] = _untold,
    *,
    today: CivilDate | None = None,
    progress: Progress = UNWATCHED,
) -> Document:
    """What a file holds. Raises UserError when it cannot be read or holds nothing.

    `tell`, here and below, is called with each sentence about what was read, but not quite as
    it stands: characters that had to be replaced, letters that were guessed. No article is taken
    to be published after `today`. `progress` is told before each record whose file is read.
    """
    from timeline_app.documents import read_file

    # Reading the file of an open project would drop the lock that this process holds on it.
    if path.suffix == PROJECT_SUFFIX:
        raise UserError(f"“{path.name}” is a project, not an article. Open it instead.")
    return _document_from(read_file(path), tell, today, path.parent, progress)


def read_attachment(
    file: FileBytes, tell: Callable[[str], None] = _untold, *, today: CivilDate | None = None
) -> Document:
    """What a file within another holds. Raises UserError as `read_document`."""
    from timeline_app.documents import read_content

    return _document_from(read_content(file), tell, today)


def read_articles(path: Path, tell: Callable[[str], None] = _untold) -> list[Article]:
    """The articles in a file. Raises UserError when the file cannot be read or holds none."""
    return list(read_document(path, tell).articles)


def read_pasted_text(
    text: str,
    name: str = "Pasted text",
    tell: Callable[[str], None] = _untold,
    *,
    today: CivilDate | None = None,
) -> Article:
    """The article in a text. Raises UserError when there is none."""
    from timeline_app.documents import read_text

    return _article_from(read_text(text, name), tell, today)


def read_pasted_html(
    html: str,
    name: str = "Pasted page",
    tell: Callable[[str], None] = _untold,
    *,
    today: CivilDate | None = None,
) -> Article:
    """The article in a page, or in a part of one. Raises UserError when there is none."""
    from timeline_app.documents import read_html

    return _article_from(read_html(html, name), tell, today)


def find_proposals(
    article: Article,
    progress: Progress = UNWATCHED,
    preferences: Preferences = _LEFT_TO_THE_ARTICLE,
    tell: Callable[[str], None] = _untold,
    *,
    proposers: Proposers | None = None,
    warn: Callable[[str], None] = _untold,
) -> list[Proposal]:
    """The events that an article tells of, in text order, dated from its publication date.

    `proposers` find them: hand on the same ones for several articles, since they take a second to
    load. `tell` is called with a sentence about the dates that stand where no event was found,
    `warn` with each about an engine that did less than it should.
    """
    from timeline_app.extraction.analysis import analyse

    analysis = analyse(article.text, article.body, article.language)
    proposals = (proposers or Proposers()).propose(
        analysis,
        article.published,
        title=article.title,
        conventions=conventions_of(article, preferences),
        progress=progress,
        tell=warn,
    )
    if alone := _count_alone(analysis, proposals):
        dates = "1 date stands" if alone == 1 else f"{alone} dates stand"
        tell(f"{dates} in sentences where no event was found.")
    return proposals


def get_ready(proposers: Proposers) -> None:
    """Load what reading an article needs; no program and no server but our own is asked."""
    proposers.get_ready(get_tables_ready())


def get_tables_ready() -> Analysis:
    """Load what recognising times needs; returns a small text that was looked through."""
    from timeline_app.extraction.analysis import analyse

    article = read_pasted_text("London, 1 May 2024\n\nThey met in Paris last week.")
    return analyse(article.text, article.body, article.language)


def _count_alone(analysis: Analysis, proposals: Sequence[Proposal]) -> int:
    """The dates and times of day that stand in no proposal's quote; both are in text order."""
    quotes = sorted({proposal.quote_range for proposal in proposals})
    dates = (each.range for each in analysis.expressions if each.tells_when)
    places = ((date, bisect_right(quotes, date.start, key=_start)) for date in dates)
    return sum(place == 0 or date.start >= quotes[place - 1].end for date, place in places)


def _document_from(
    read: ReadFile,
    tell: Callable[[str], None],
    today: CivilDate | None,
    folder: Path | None = None,
    progress: Progress = UNWATCHED,
) -> Document:
    """What was read, with the files in `folder` that its records name."""
    from timeline_app.documents import read_file

    told: list[str] = []

    def tell_and_keep(sentence: str) -> None:
        told.append(sentence)
        tell(sentence)

    for warning in read.warnings:
        tell_and_keep(warning)
    linked = list(read_linked_files(read.linked, folder, read_file, tell_and_keep, progress))
    every = (*read.articles, *(article for article, _ in linked))
    files = (*("" for _ in read.articles), *(place for _, place in linked))
    articles = tuple(_article_from(article, tell, today) for article in every)
    notes = tuple(article.warnings for article in every)
    if len(notes) == 1:
        notes = ((*told, *notes[0]),)
    return Document(articles, read.attachments, read.tables, notes, files)


def _article_from(
    read: ReadArticle, tell: Callable[[str], None], today: CivilDate | None
) -> Article:
    from timeline_app.extraction.any_language import language_of

    for warning in read.warnings:
        tell(warning)
    found = read.language.partition("-")[0]
    article = Article(
        id=0,
        title=read.title,
        text=read.text,
        body=read.body,
        published=read.published,
        date_origin=read.date_origin,
        source=read.source,
        author=read.author,
        place=read.place,
        url=read.url,
        language=_with_region(
            language_of(read.text[read.body[0].start :] if read.body else "", found), read.language
        ),
        content_hash=hash_text(read.text),
        candidates=read.candidates,
        pages=read.pages,
        citation=read.citation,
    )
    return doubt_future(article, today) if today is not None else article


def _with_region(language: str, stated: str) -> str:
    """The language with the region that a page states for it: "en-GB"."""
    of_page, _, region = stated.partition("-")
    return f"{language}-{region.upper()}" if region and of_page == language else language
