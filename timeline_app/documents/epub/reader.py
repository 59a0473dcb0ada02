"""Reads e-books in EPUB into articles, one for each chapter."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.composing import Facts, compose, join_paragraphs, tidy
from timeline_app.documents.epub.book import Book
from timeline_app.documents.epub.chapters import Chapter, cut_chapters
from timeline_app.documents.files import FileBytes
from timeline_app.domain.errors import UserError

_KIND = b"application/epub+zip"
_CONTAINER = b"META-INF/container.xml"
_HEAD = 4_096
_FEW_WORDS = 25  # a cover, a title page, a dedication


class EpubReader:
    """Knows EPUB by the kind that it states, or by the part that lists its parts."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when the archive states its kind first, as the standard asks."""
        if not file.data.startswith(b"PK"):
            return 0.0
        if _KIND in file.data[:_HEAD]:
            return 1.0
        return 0.95 if _CONTAINER in file.data and file.suffix == ".epub" else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """One article for each chapter, with the book in its citation.

        Raises UserError when the book is damaged, protected or has no text.
        """
        book = Book(file)
        chapters = [each for each in cut_chapters(book.pages(), book.contents()) if each.words]
        if not chapters:
            raise UserError(f"“{file.name}” is an e-book without text: its pages are pictures.")
        longer = [each for each in chapters if each.words >= _FEW_WORDS] or chapters
        facts = book.facts()
        articles = tuple(
            _article(chapter, number, facts, book.title, file.name, is_only=len(longer) == 1)
            for number, chapter in enumerate(longer, 1)
        )
        return ReadFile(articles, warnings=_left_out(len(chapters) - len(longer)))


def _article(
    chapter: Chapter, number: int, facts: Facts, book: str, name: str, *, is_only: bool
) -> ReadArticle:
    title = chapter.title or (f"{book or name}, part {number}" if not is_only else book)
    citation = facts.citation
    if is_only and citation is not None:
        citation = replace(citation, kind="book", container_title="")
    text = join_paragraphs(chapter.lines)
    return compose(text, name, replace(facts, title=tidy(title), citation=citation))


def _left_out(count: int) -> tuple[str, ...]:
    if count == 0:
        return ()
    parts = "1 part" if count == 1 else f"{count} parts"
    return (f"{parts} of a few words, such as cover and title page, were left out.",)
