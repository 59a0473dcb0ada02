"""Joins what a bibliographic record says of a text to the article that its file was read into."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.documents.article import ReadArticle


def with_record(article: ReadArticle, record: ReadArticle) -> ReadArticle:
    """The article with title, outlet, author, day and citation of its record, where it has them.

    What the file itself says of its day stays a candidate behind that of the record.
    """
    known = {candidate.day for candidate in record.candidates}
    others = (candidate for candidate in article.candidates if candidate.day not in known)
    is_dated = record.published is not None
    notes = record.warnings if record.published is None and not record.text else ()
    return replace(
        article,
        title=record.title or article.title,
        published=record.published if is_dated else article.published,
        date_origin=record.date_origin if is_dated else article.date_origin,
        source=record.source,
        author=record.author or article.author,
        url=record.url or article.url,
        language=record.language or article.language,
        warnings=(*article.warnings, *notes),
        candidates=(*record.candidates, *others),
        citation=record.citation,
    )
