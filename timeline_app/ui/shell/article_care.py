"""Correcting and deleting the current article, with the questions that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from timeline_app.domain import Article, ChangeSet, UserError
from timeline_app.services.articles import set_article_details
from timeline_app.services.importing import delete_article, events_only_of
from timeline_app.services.originals import original_of
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs


class ArticleCare(QObject):
    """Acts on the model's current article; every act is one step that can be undone."""

    def __init__(self, model: ProjectModel, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._dialogs = model, dialogs

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands of the article, by id."""
        return {
            "window.article_title": self.ask_title,
            "window.article_source": self.ask_source,
            "window.article_original": self.ask_original,
            "window.article_delete": self.ask_delete,
        }

    def ask_title(self) -> None:
        """Ask for another title."""
        article = self._article()
        title = self._dialogs.line("Title of the article", article.title) if article else None
        if article is not None and title is not None:
            self._do(lambda: set_article_details(self._model.library, article.id, title=title))

    def ask_source(self) -> None:
        """Ask for another source: the outlet, or where the text is from."""
        article = self._article()
        source = self._dialogs.line("Source of the article", article.source) if article else None
        if article is not None and source is not None:
            self._do(lambda: set_article_details(self._model.library, article.id, source=source))

    def ask_original(self) -> None:
        """Write the file that the article was read from where the user says."""
        article = self._article()
        original = original_of(self._model.library, article) if article is not None else None
        if original is None:
            if article is not None:
                self._model.failed.emit("The file of this article was not kept.")
            return
        target = self._dialogs.file_to_write("Save the original file", Path(original.name), "")
        if target is None:
            return
        try:
            target.write_bytes(original.data)
        except OSError as error:
            self._model.failed.emit(f"“{target.name}” cannot be written: {error.strerror}.")
        else:
            self._model.message.emit(f"Saved {target.name} as it was read")

    def ask_delete(self) -> None:
        """Delete the article after a question that tells what goes with it."""
        article = self._article()
        if article is not None and self._dialogs.confirm(self._question(article), "Delete"):
            self._delete(article)

    def _delete(self, article: Article) -> None:
        others = [id_ for id_ in self._model.library.project.articles if id_ != article.id]
        if self._do(lambda: delete_article(self._model.library, article.id)):
            self._model.set_current_article(others[0] if others else None)
            self._model.message.emit("Article deleted. Undo brings it back")

    def _question(self, article: Article) -> str:
        count = len(events_only_of(self._model.library.project, article.id))
        events = "1 event" if count == 1 else f"{count} events"
        return f"Delete this article and {events} that no other article tells of?"

    def _article(self) -> Article | None:
        if not self._model.is_open or self._model.current_article is None:
            return None
        return self._model.library.project.articles.get(self._model.current_article)

    def _do(self, change: Callable[[], ChangeSet]) -> bool:
        try:
            change()
        except UserError as error:
            self._model.failed.emit(str(error))
            return False
        return True
