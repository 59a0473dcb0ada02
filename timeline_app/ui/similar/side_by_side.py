"""Two similar events side by side: their dates on one scale, their articles and quotes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from timeline_app.domain import Event
from timeline_app.domain.time.agreement import agreement
from timeline_app.domain.time.wording import span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.project import Project
from timeline_app.services.sameness.suggestions import Similar
from timeline_app.ui.similar.line import similar_words
from timeline_app.ui.sources.sources import Source, SourceBlock, SourceChart, sources_of
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import PlainLabel, Rule, Surface

_SIDE = 20


class SideBySide(Surface):
    """Shows one pair. `article_opened` carries the id of an event and of an article to read."""

    article_opened = Signal(object, object)

    def __init__(self, project: Project, pair: Similar, theme: Theme) -> None:
        super().__init__(theme, "surface")
        events = project.events[pair.one], project.events[pair.other]
        sources = [sources_of(project, event) for event in events]
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 14)
        column.setSpacing(12)
        column.addLayout(self._dates(events, [*sources[0], *sources[1]]))
        column.addWidget(Rule(theme))
        row = QHBoxLayout()
        row.setSpacing(24)
        for event, told in zip(events, sources, strict=True):
            row.addLayout(self._event(project, event, told), 1)
        column.addLayout(row)
        column.addStretch(1)

    def _dates(self, events: tuple[Event, Event], sources: list[Source]) -> QVBoxLayout:
        """The spans of all sources on one scale, and what they leave together."""
        column = QVBoxLayout()
        column.setSpacing(6)
        spans = [event.span for event in events if event.span is not None]
        common = agreement(spans) if spans else None
        if not spans:
            words = "Neither has a date"
        elif common is None:
            words = "The dates differ: merged, it will be asked which is right"
        else:
            words = f"Together {span_in_words(common)}"
        column.addWidget(PlainLabel(self.theme, words, FontRole.LABEL_BOLD))
        if spans:
            column.addWidget(SourceChart(self.theme, replace(events[0], span=common), sources))
        return column

    def _event(self, project: Project, event: Event, sources: list[Source]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        title = PlainLabel(self.theme, event.title, FontRole.BODY_BOLD)
        title.setWordWrap(True)
        column.addWidget(title)
        words = PlainLabel(self.theme, similar_words(project, event), FontRole.CAPTION, "text2")
        words.setWordWrap(True)
        column.addWidget(words)
        column.addSpacing(4)
        for source in sources:
            block = SourceBlock(self.theme, source)
            block.opened.connect(
                lambda s=source, e=event.id: self.article_opened.emit(e, s.article.id)
            )
            column.addWidget(block, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        return column
