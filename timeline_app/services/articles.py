"""Editing what is known about an article, its date apart."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Change, ChangeSet, Edit, UserError
from timeline_app.services.library import Library
from timeline_app.services.review.words import clean_line, quoted


def set_article_details(
    library: Library,
    article_id: int,
    *,
    title: str | None = None,
    source: str | None = None,
    author: str | None = None,
    place: str | None = None,
    url: str | None = None,
) -> ChangeSet:
    """Correct where an article comes from; what is None stays as it is.

    Raises UserError for an empty title.
    """
    article = library.project.articles[article_id]
    typed = {"title": title, "source": source, "author": author, "place": place, "url": url}
    details = {name: clean_line(text) for name, text in typed.items() if text is not None}
    if details.get("title") == "":
        raise UserError("A title needs at least one word.")
    after = replace(
        article,
        title=details.get("title", article.title),
        source=details.get("source", article.source),
        author=details.get("author", article.author),
        place=details.get("place", article.place),
        url=details.get("url", article.url),
    )
    return library.apply(Change(f"edit {quoted(article.title)}", (Edit(article, after),)))
