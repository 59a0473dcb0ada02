"""What was read and gave no event: marked in the text and beside it, and walked."""

from __future__ import annotations

from timeline_app.services.review import Unread, read_sentences, unread_in
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.counts_line import CountsLine
from timeline_app.ui.review.current import SentencesOfArticle
from timeline_app.ui.review.reader import Reader


class UnreadWalk:
    """Follows the article that is read; `next` selects a sentence, so that N makes an event."""

    def __init__(
        self,
        model: ProjectModel,
        reader: Reader,
        counts: CountsLine,
        sentences: SentencesOfArticle,
    ) -> None:
        self._model, self._reader, self._counts = model, reader, counts
        self._sentences = sentences
        counts.next_unread_wanted.connect(self.next)
        counts.unread_wanted.connect(self.toggle)
        sentences.found.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is unread now, once the sentences of the article are known."""
        unread = self._unread(waits=False)
        is_marked = self._reader.marks_unread
        self._reader.show_unread(unread, is_marked=is_marked)
        self._counts.show_unread(unread, is_marked=is_marked)

    def toggle(self) -> None:
        """Mark what gave no event in the text, or no longer."""
        unread, is_marked = self._unread(), not self._reader.marks_unread
        self._reader.show_unread(unread, is_marked=is_marked)
        self._counts.show_unread(unread, is_marked=is_marked)
        if is_marked:
            self._tell(unread)

    def next(self) -> None:
        """Select the next sentence that gave no event."""
        unread, selected = self._unread(), self._reader.selected_range()
        stretch = unread.after(selected.end if selected is not None else 0)
        if stretch is not None:
            self._reader.select_range(stretch)
            self._reader.setFocus()
        self._tell(unread)

    def _tell(self, unread: Unread) -> None:
        timed, plain = len(unread.timed), len(unread.plain)
        self._model.message.emit(
            f"Sentences without an event: {timed} with a time, {plain} with none. N makes one"
            if timed or plain
            else "An event rests on every sentence"
        )

    def _unread(self, *, waits: bool = True) -> Unread:
        """What is unread; where the sentences are not known yet, after waiting for them or none."""
        article_id = self._model.current_article
        if not self._model.is_open or article_id is None:
            return Unread()
        project = self._model.library.project
        article = project.articles[article_id]
        sentences = self._sentences.of(article)
        if sentences is None and waits:
            sentences = read_sentences(article)
        return Unread() if sentences is None else unread_in(project, article_id, sentences)
