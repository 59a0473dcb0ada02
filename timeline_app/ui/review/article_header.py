"""The head of the article: title, where it comes from, and its date."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout

from timeline_app.domain import Article
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.reading_notes import reading_notes
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.article_date_bar import ArticleDateBar
from timeline_app.ui.review.reader import GUTTER
from timeline_app.ui.review.wording import added_in_words, characters_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ElidedLabel, PlainLabel, Surface


class ArticleHeader(Surface):
    """Shows the current article of the model."""

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        super().__init__(theme, "surface", line_below=True)
        self._model = model
        self.title = PlainLabel(theme, "", FontRole.ARTICLE_TITLE)
        self.title.setWordWrap(True)
        self._facts = ElidedLabel(theme, "", FontRole.CAPTION, "text2")
        self.notes = PlainLabel(theme, "", FontRole.CAPTION, "proposed_text")
        self.notes.setWordWrap(True)
        self.date_bar = ArticleDateBar(model, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, 13, 34, 10)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(3)
        column.addWidget(self._facts)
        column.addWidget(self.notes)
        column.addSpacing(12)
        column.addWidget(self.date_bar)
        model.current_article_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the article as it is now."""
        article = self._article()
        if article is None:
            return
        self.title.setText(article.title or "Untitled")
        self._facts.setText("  ·  ".join(_facts(article)))
        notes = " ".join(reading_notes(self._model.library, article.id))
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.date_bar.refresh()

    def _article(self) -> Article | None:
        if not self._model.is_open or self._model.current_article is None:
            return None
        return self._model.library.project.articles.get(self._model.current_article)


def _facts(article: Article) -> list[str]:
    added = added_in_words(article.added_at, datetime.now(UTC))
    facts = (article.source, article.author, article.place, added)
    return [fact for fact in facts if fact] + [characters_in_words(len(article.text))]
