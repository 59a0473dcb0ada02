"""Tells whether an article that was read is in the project already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_app.domain import Article, Progress
from timeline_app.services.duplicates import CopyFinder, Sketches, sketch
from timeline_app.services.incoming import Read
from timeline_app.services.library import Library
from timeline_app.ui.importing.entries import Offered
from timeline_app.ui.jobs import JobRunner


class KnownTexts:
    """The texts of one project, looked through in the worker before the first is compared."""

    def __init__(self, library: Library) -> None:
        self._project = library.project
        self._finder = CopyFinder()
        self._is_looking = False

    @property
    def is_ready(self) -> bool:
        """Whether the articles of the project have been looked through."""
        return not self._is_looking

    def look_through(self, runner: JobRunner) -> None:
        """Take in the articles that are not known yet; `is_ready` when that is done."""
        unknown = self._finder.unknown(self._project.articles)
        if not unknown or self._is_looking:
            return

        def work(progress: Progress) -> Sketches:
            return sketch(unknown, progress)

        self._is_looking = True
        job = runner.run("Looking for copies", work)
        job.finished.connect(self._finder.take)
        job.ended.connect(self._rest)

    def take(self, article_id: int) -> None:
        """Take in an article that was just added."""
        self._finder.take(sketch([self._project.articles[article_id]]))

    def offers(self, read: tuple[Read, ...]) -> Iterator[Offered]:
        """The articles of one file, one after the other, each compared with those before it."""
        earlier, finder = dict[int, Article](), CopyFinder()
        for number, (article, proposals) in enumerate(read):
            offered = self._compared(Offered(article, tuple(proposals)))
            if not offered.is_copy and len(read) > 1:
                offered = _compared_within(offered, earlier, finder)
                earlier[number] = replace(article, id=number)
                finder.take(sketch([earlier[number]]))
            yield offered

    def _compared(self, offered: Offered) -> Offered:
        """Compared with the articles of the project."""
        article, articles = offered.article, self._project.articles
        same = self._project.article_with_hash(article.content_hash)
        if same is not None:
            return replace(offered, known_as=same.title, known_id=same.id, share=1.0)
        copy = self._finder.find(article, articles)
        if copy is None:
            return offered
        known = articles[copy.article_id]
        return replace(offered, known_as=known.title, known_id=known.id, share=copy.share)

    def _rest(self) -> None:
        self._is_looking = False


def _compared_within(offered: Offered, earlier: dict[int, Article], finder: CopyFinder) -> Offered:
    """Compared with the articles that stand before it in the same file."""
    text_hash = offered.article.content_hash
    same = next((each for each in earlier.values() if each.content_hash == text_hash), None)
    if same is not None:
        return replace(offered, known_as=same.title, share=1.0)
    copy = finder.find(offered.article, earlier)
    if copy is None:
        return offered
    return replace(offered, known_as=earlier[copy.article_id].title, share=copy.share)
