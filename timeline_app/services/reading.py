"""Reads articles and finds events in them: plain functions, fit for a worker thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.domain import (
    Article,
    NoProgress,
    Progress,
    Proposal,
    UserError,
    hash_text,
)
from timeline_app.services.project_places import PROJECT_SUFFIX

if TYPE_CHECKING:
    from timeline_app.documents import ReadArticle

# The readers and the tables of the language load inside the functions that need them: the window
# does not wait for them.

_WATCHED_BY_NOBODY = NoProgress()


def read_article_file(path: Path) -> Article:
    """The article in a file. Raises UserError when the file cannot be read or holds no text."""
    from timeline_app.documents import read_file

    # Reading the file of an open project would drop the lock that this process holds on it.
    if path.suffix == PROJECT_SUFFIX:
        raise UserError(f"“{path.name}” is a project, not an article. Open it instead.")
    return _article_from(read_file(path))


def read_pasted_text(text: str, name: str = "Pasted text") -> Article:
    """The article in a text. Raises UserError when there is none."""
    from timeline_app.documents import read_text

    return _article_from(read_text(text, name))


def read_pasted_html(html: str, name: str = "Pasted page") -> Article:
    """The article in a page, or in a part of one. Raises UserError when there is none."""
    from timeline_app.documents import read_html

    return _article_from(read_html(html, name))


def find_proposals(article: Article, progress: Progress = _WATCHED_BY_NOBODY) -> list[Proposal]:
    """The events that an article tells of, in text order, dated from its publication date."""
    from timeline_app.extraction.analysis import analyse
    from timeline_app.extraction.proposals import propose

    analysis = analyse(article.text, article.body)
    return propose(analysis, article.published, title=article.title, progress=progress)


def _article_from(read: ReadArticle) -> Article:
    return Article(
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
        language=read.language,
        content_hash=hash_text(read.text),
    )
