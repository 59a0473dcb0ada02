"""What `import` does: reads files and folders into a project, and tells how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.tables import add_table
from timeline_app.domain import Article, DayOrder, Proposal, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.services.duplicates import CopyFinder, sketch
from timeline_app.services.event_files import take_events
from timeline_app.services.folders import files_below
from timeline_app.services.importing import add_article
from timeline_app.services.incoming import Found, Incoming
from timeline_app.services.library import Library
from timeline_app.services.originals import (
    Original,
    keeps_originals,
    pack_original,
    why_not_kept,
)
from timeline_app.services.proposing import Proposers
from timeline_app.services.workers import ReadingPool, read_all

if TYPE_CHECKING:
    from timeline_app.documents.read_events import ReadEvents

STANDARD_INPUT = "-"


def today() -> CivilDate:
    """The day on this computer."""
    now = datetime.now().astimezone()
    return CivilDate(now.year, now.month, now.day)


def text_of(file: Path) -> Incoming:
    """A file, or what standard input brings, as a text to read."""
    if str(file) == STANDARD_INPUT:
        return Incoming("attachment", "standard input", sys.stdin.buffer.read())
    return Incoming("file", str(file.absolute()))


def texts_of(files: Sequence[Path]) -> list[Incoming]:
    """Files, and in the place of folders the files in them, as texts to read."""
    return [text_of(file) for file in files_below(files)]


@contextmanager
def reading_pool(given: ReadingPool | None) -> Iterator[ReadingPool]:
    """The pool that who runs the command hands on, or one for this command alone."""
    if given is not None:
        yield given
        return
    with closing(ReadingPool()) as made:
        yield made


@dataclass(slots=True)
class Import:
    """One run: adds what is found, and counts. `tell` is called with every sentence about it."""

    library: Library
    proposers: Proposers
    order: DayOrder | None
    tell: Callable[[str], None]
    articles: int = 0
    events: int = 0
    failed: int = 0
    complaints: list[str] = field(default_factory=list)
    finder: CopyFinder = field(default_factory=CopyFinder)

    def run(self, texts: Sequence[Incoming], pool: ReadingPool) -> Iterator[None]:
        """Add texts one after the other; yields after each."""
        self.finder.take(sketch(self.library.project.articles.values()))
        preferences = self.library.project.preferences
        for text, found in read_all(pool, texts, preferences, self.proposers, today()):
            self._take(text, found)
            yield

    def _take(self, text: Incoming, found: Found | UserError) -> None:
        if isinstance(found, UserError):
            self._fail(found)
            return
        if found.events is not None:
            self._take_events(text, found.events)
            return
        for warning in found.warnings:
            self.tell(f"{text.name}: {warning}")
        self.complaints += found.complaints
        originals = self._originals_of(text, found)
        for (article, proposals), original in zip(found.articles, originals, strict=True):
            self.articles += self._count(partial(self._add, article, proposals, original))
        for table in found.tables:
            self.events += self._count(
                partial(add_table, self.library, table, self.order, self.tell)
            )

    def _originals_of(self, text: Incoming, found: Found) -> Iterator[Original | None]:
        """The file that each article was read from, as far as it is kept."""
        is_kept, own = keeps_originals(self.library), None
        if is_kept and found.needs_file:
            own = pack_original(text)
            self.complaints += [f"{text.name}: {why}" for why in why_not_kept(text, own)]
        for number in range(len(found.articles)):
            linked = found.file_of(number)
            yield pack_original(text, linked) if is_kept and linked else own

    def _take_events(self, text: Incoming, read: ReadEvents) -> None:
        """Take over the events of another program."""
        self.complaints += [f"{text.name}: {warning}" for warning in read.warnings]
        try:
            taken = take_events(self.library, read, text.name)
        except UserError as error:
            self._fail(error)
            return
        self.articles, self.events = self.articles + taken.articles, self.events + taken.events

    def _add(
        self, article: Article, proposals: Sequence[Proposal], original: Original | None
    ) -> int:
        """Add an article with its file; one that nearly repeats another is refused."""
        articles = self.library.project.articles
        self._refuse_copy(article)
        article_id = add_article(self.library, article, proposals, original)
        self.finder.take(sketch([articles[article_id]]))
        return 1

    def _refuse_copy(self, article: Article) -> None:
        project = self.library.project
        if project.article_with_hash(article.content_hash) is not None:
            return  # adding it says so
        copy = self.finder.find(article, project.articles)
        if copy is not None:
            known = project.articles[copy.article_id].title
            raise UserError(
                f"“{article.title}” was not added: {int(copy.share * 100)} % of it stands in "
                f"“{known}”."
            )

    def _count(self, add: Callable[[], int]) -> int:
        """How much was added; nothing, with words, where that cannot be."""
        try:
            return add()
        except UserError as error:
            self._fail(error)
            return 0

    def _fail(self, error: UserError) -> None:
        self.failed += 1
        self.tell(f"Error: {error}")
