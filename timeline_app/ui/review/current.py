"""The current event with everything that is shown of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.domain import USUAL, Article, Conventions, Event, Evidence
from timeline_app.services.conventions import conventions_of
from timeline_app.services.project import Project
from timeline_app.services.review import ReadSentences, read_sentences
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.review.passages import EventState, state_of

_AFTER_PAINTING = 200  # milliseconds: the tables of the language load, and may wait


@dataclass(frozen=True, slots=True)
class CurrentEvent:
    """An event, the evidence for it in the article that is read, and the number of its sentence.

    `conventions` are those of the article.
    """

    event: Event
    evidence: Evidence | None
    article: Article | None
    sentence: int | None
    conventions: Conventions = USUAL

    @property
    def state(self) -> EventState:
        """Where the event stands."""
        return state_of(self.event)


def current_event(
    project: Project, event_id: int, article_id: int | None, sentences: SentencesOfArticle
) -> CurrentEvent:
    """What is shown of an event while an article is read."""
    event = project.shown(project.events[event_id])
    evidence = _evidence(project, event_id, article_id)
    article = project.articles[evidence.article_id] if evidence is not None else None
    sentence = None
    if article is not None and evidence is not None:
        sentence = sentences.number_at(article, evidence.quote_range.start)
    conventions = conventions_of(article, project.preferences) if article is not None else USUAL
    return CurrentEvent(event, evidence, article, sentence, conventions)


def _evidence(project: Project, event_id: int, article_id: int | None) -> Evidence | None:
    """The evidence that gives the date, when it lies in this article; else the first here."""
    dating = project.dating_evidence(event_id)
    if dating is None or dating.article_id == article_id:
        return dating
    here = [e for e in project.evidence_of_event(event_id) if e.article_id == article_id]
    return here[0] if here else dating


class SentencesOfArticle(QObject):
    """Finds the sentences of the article that is read, in the worker; `found` when done."""

    found = Signal()

    def __init__(self, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._hash = ""
        self._sentences: ReadSentences | None = None

    def of(self, article: Article) -> ReadSentences | None:
        """The sentences of an article; None until they are found."""
        if article.content_hash != self._hash:
            self._hash, self._sentences = article.content_hash, None
            QTimer.singleShot(_AFTER_PAINTING, self, lambda: self._find(article))
        return self._sentences

    def number_at(self, article: Article, offset: int) -> int | None:
        """The number, from 1, of the sentence that holds an offset; None until it is found."""
        sentences = self.of(article)
        if sentences is None:
            return None
        return sum(each.start <= offset for each in sentences.ranges) or None

    def _find(self, article: Article) -> None:
        is_wanted = article.content_hash == self._hash and self._sentences is None
        if is_wanted and not self._runner.is_closed:
            job = self._runner.run("Finding sentences", lambda _: read_sentences(article))
            job.finished.connect(lambda sentences: self._keep(article.content_hash, sentences))

    def _keep(self, content_hash: str, sentences: ReadSentences) -> None:
        if content_hash == self._hash:
            self._sentences = sentences
            self.found.emit()
