"""Reads articles in the worker and adds each one as soon as it is ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timeline_app.domain import Article, Preferences, Progress, Proposal, UserError
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.proposing import Proposers
from timeline_app.services.reading import (
    find_proposals,
    read_articles,
    read_pasted_html,
    read_pasted_text,
)
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.incoming import Incoming

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of one file or text, each with its proposals, and sentences about the reading.

    `remarks` are sentences about what was found; unlike `warnings` they tell of nothing wrong.
    """

    articles: list[tuple[Article, list[Proposal]]]
    warnings: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(slots=True)
class _Batch:
    """What one drop, paste or choice of files has come to so far."""

    library: Library  # the project that was open when it began
    total: int
    closed: int = 0
    proposals: int = 0
    folded: int = 0
    remarks: list[str] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


class ArticleAdder(QObject):
    """Adds articles to the open project, and never to another that is opened meanwhile.

    `added` carries the id of each new article. Once for every call of `add`, `summed_up` carries
    what was added, in words, and `closed` the ids of the new articles and the sentences of what
    could not be read.
    """

    added = Signal(int)
    summed_up = Signal(str)
    closed = Signal(object, object)

    def __init__(
        self, model: ProjectModel, runner: JobRunner, proposers: Proposers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._runner, self._proposers = model, runner, proposers

    def add(self, texts: Sequence[Incoming]) -> None:
        """Read texts one after the other, in the worker."""
        batch = _Batch(self._model.library, len(texts))
        preferences = batch.library.project.preferences
        for number, text in enumerate(texts, 1):
            counted = f" ({number} of {len(texts)})" if len(texts) > 1 else ""
            reader = _reader(text, preferences, self._proposers)
            job = self._runner.run(f"Reading {text.name}{counted}", reader)
            job.finished.connect(lambda found, b=batch: self._keep(found, b))
            job.failed.connect(lambda error, b=batch: self._note(error, b))
            job.ended.connect(lambda b=batch: self._close_one(b))

    def _keep(self, found: Found, batch: _Batch) -> None:
        kept = [self._keep_article(each, proposals, batch) for each, proposals in found.articles]
        if any(kept):
            batch.remarks += found.remarks
            batch.sentences += found.warnings

    def _keep_article(self, article: Article, proposals: list[Proposal], batch: _Batch) -> bool:
        if not self._is_open(batch):
            batch.sentences.append(
                f"“{article.title}” was not added: its project is no longer open."
            )
            return False
        try:
            article_id = add_article(batch.library, article, proposals)
        except UserError as error:
            batch.sentences.append(str(error))
            return False
        batch.added.append(article_id)
        folded = sum(proposal.is_folded for proposal in proposals)
        batch.proposals += len(proposals) - folded
        batch.folded += folded
        self.added.emit(article_id)
        return True

    def _note(self, error: BaseException, batch: _Batch) -> None:
        if not isinstance(error, UserError):
            raise error
        batch.sentences.append(str(error))

    def _close_one(self, batch: _Batch) -> None:
        batch.closed += 1
        if batch.closed < batch.total:
            return
        added = tuple(batch.added) if self._is_open(batch) else ()
        if added:
            self.summed_up.emit(_summary(batch))
        self.closed.emit(added, tuple(dict.fromkeys(batch.sentences)))

    def _is_open(self, batch: _Batch) -> bool:
        return self._model.is_open and self._model.library is batch.library


def _reader(
    text: Incoming, preferences: Preferences, proposers: Proposers
) -> Callable[[Progress], Found]:
    """The work of reading one text: needs nothing of the window."""
    whole = f"“{text.name}”" if text.kind == "file" else text.name.capitalize()

    def read(progress: Progress) -> Found:
        warnings, remarks = list[str](), list[str]()
        articles = _read_articles(text, lambda warning: warnings.append(f"{whole}: {warning}"))
        found = [
            find_proposals(
                article,
                progress,
                preferences,
                remarks.append,
                proposers=proposers,
                warn=warnings.append,
            )
            for article in articles
        ]
        both = list(zip(articles, found, strict=True))
        return Found(both, tuple(warnings), tuple(remarks))

    return read


def _read_articles(text: Incoming, tell: Tell) -> list[Article]:
    if text.kind == "file":
        return read_articles(Path(text.content), tell)
    if text.kind == "html":
        return [read_pasted_html(text.content, tell=tell)]
    return [read_pasted_text(text.content, tell=tell)]


def _summary(batch: _Batch) -> str:
    """What was added, in words; what was found of several articles is only counted."""
    folded = f", {batch.folded} folded" if batch.folded else ""
    added = _counted(len(batch.added), "article")
    summary = f"Added {added} with {_counted(batch.proposals, 'proposal')}{folded}"
    if not batch.remarks:
        return summary
    if len(batch.added) == 1:
        return f"{summary}. {batch.remarks[0]}"
    return f"{summary}. In {len(batch.remarks)} of them dates stand where no event was found."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
