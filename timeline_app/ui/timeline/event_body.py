"""The body of the inspector: title, date, sources, names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Event, ReviewStatus
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.services import review
from timeline_app.services.conventions import conventions_of
from timeline_app.services.project import Project
from timeline_app.services.review.sources import reporting_lag, versions_of
from timeline_app.ui.date_field import DateField, MarkSample
from timeline_app.ui.links.rows import LinkRows
from timeline_app.ui.similar.conflict import ConflictCard
from timeline_app.ui.similar.line import SimilarLine
from timeline_app.ui.sources.sources import Source, SourceBlock, SourceChart, sources_of
from timeline_app.ui.theme import Theme
from timeline_app.ui.title_field import TitleField
from timeline_app.ui.widgets import ChipRow, ElidedLabel, PlainLabel, Rule

_SIDE = 16
_KEY_WIDTH = 56
_WAITING = {ReviewStatus.PROPOSED: "proposal", ReviewStatus.FOLDED: "folded proposal"}


class EventBody(QWidget):
    """Shows one event. Each signal carries the new value; `names_edited` keyword arguments.

    `closed` is emitted when a key has ended the editing of title or date, whichever way.
    """

    title_edited = Signal(str)
    date_edited = Signal(object)
    tags_edited = Signal(object)
    names_edited = Signal(object)
    article_opened = Signal(object)
    source_separated = Signal(object)
    closed = Signal()

    def __init__(
        self, project: Project, event: Event, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.event_id = event.id
        self._project, self._event = project, event
        self._theme = theme
        self._sources = sources_of(project, event)
        self._preferences = project.preferences
        self._lag = reporting_lag(project, event)
        self.similar = SimilarLine(theme)
        self.conflict = ConflictCard(theme)
        self.title = _ClickLabel(theme, event.title, FontRole.EVENT_TITLE)
        self.title_field = TitleField(theme)
        self.date = _ClickLabel(theme, _words(event), FontRole.BODY_MEDIUM)
        self.date_field = DateField(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 12)
        self._column.setSpacing(10)
        self._add_head(theme)
        self._add_sources(theme)
        self._add_names(theme)
        self._column.addStretch(1)

    def edit_title(self) -> None:
        """Turn the title into a field."""
        self.title.hide()
        self.title_field.show_title(self._event.title)
        self.title_field.show()
        self.title_field.start_editing()

    def edit_date(self) -> None:
        """Turn the date into a field."""
        self.date.hide()
        self.date_field.show()
        text = write_edtf(self._event.span) if self._event.span is not None else ""
        articles = [source.article for source in self._sources]
        dated = next((article for article in articles if article.published is not None), None)
        if dated is None:
            self.date_field.start(text, None)
        else:
            conventions = conventions_of(dated, self._preferences)
            self.date_field.start(text, dated.published, conventions)

    def _add_head(self, theme: Theme) -> None:
        self.title.setWordWrap(True)
        self.title.clicked.connect(self.edit_title)
        self.title.setToolTip("Click to edit the title")
        self.title_field.hide()
        self.title_field.committed.connect(self.title_edited)
        self.title_field.closed.connect(self._end_title)
        self.title_field.closed.connect(self.closed)
        self.title_field.editingFinished.connect(self._end_title)
        self.date.clicked.connect(self.edit_date)
        self.date.setToolTip("Click to edit the date")
        self.date_field.hide()
        self.date_field.committed.connect(self.date_edited)
        self.date_field.committed.connect(lambda _span: self.closed.emit())
        self.date_field.cancelled.connect(self._end_date)
        self.date_field.cancelled.connect(self.closed)
        block = _block()
        block.addWidget(self.title)
        block.addWidget(self.title_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.date.setWordWrap(True)
        row.addWidget(self.date, 1)
        if self._event.span is not None:
            sample = MarkSample(theme, 46)
            sample.set_span(self._event.span)
            row.addWidget(sample, 0, Qt.AlignmentFlag.AlignTop)
        block.addLayout(row)
        block.addWidget(self.date_field)
        if self._event.span is not None:
            edtf = write_edtf(self._event.span)
            block.addWidget(ElidedLabel(theme, edtf, FontRole.EDTF, "text2"))
        self._column.addLayout(block)
        self._column.addWidget(Rule(theme))

    def _add_sources(self, theme: Theme) -> None:
        block = _block()
        block.setSpacing(6)
        block.addLayout(self._sources_head(theme))
        if any(source.span is not None for source in self._sources) and len(self._sources) > 1:
            block.addWidget(SourceChart(theme, self._event, self._sources))
        self.lag = PlainLabel(theme, lag_in_words(self._lag), FontRole.CAPTION, "text2")
        if self.lag.text():
            block.addWidget(self.lag)
        for offer in (self.conflict, self.similar):
            block.addWidget(offer)
        block.addSpacing(4)
        self.source_blocks = [self._source_block(theme, source) for source in self._sources]
        for shown in self.source_blocks:
            block.addWidget(shown)
        self._column.addLayout(block)
        self._column.addWidget(Rule(theme))

    def _sources_head(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        self.sources_words = PlainLabel(theme, _sources_words(self._sources), FontRole.LABEL_BOLD)
        row.addWidget(self.sources_words)
        row.addStretch(1)
        published = [s.article.published for s in self._sources if s.article.published is not None]
        if len(published) > 1:
            first = f"first reported {date_in_words(min(published))}"
            row.addWidget(PlainLabel(theme, first, FontRole.CAPTION, "text2"))
        return row

    def _source_block(self, theme: Theme, source: Source) -> SourceBlock:
        block = SourceBlock(theme, source, one_of_several=len(self._sources) > 1)
        block.opened.connect(lambda: self.article_opened.emit(source.article.id))
        block.separated.connect(lambda: self.source_separated.emit(source.evidence.id))
        return block

    def _add_names(self, theme: Theme) -> None:
        event, block = self._event, _block()
        block.setSpacing(4)
        for key, what, names in (
            ("people", "person", event.people),
            ("organisations", "organisation", event.organisations),
            ("places", "place", event.places),
            ("tags", "tag", event.tags),
        ):
            chips = ChipRow(theme, what)
            chips.set_names(names)
            chips.edited.connect(lambda edited, key=key: self._names_edited(key, edited))
            block.addLayout(_labelled(theme, _KEYS[key], chips))
        self.links = LinkRows(theme)
        self.links.show_links(self._project, review.links_of(self._project, event.id))
        block.addLayout(_labelled(theme, "Links", self.links))
        status = f"{event.factuality.value.capitalize()}  ·  {event.certainty.value}"
        if event.status in _WAITING:
            status += f"  ·  {_WAITING[event.status]}"
        block.addLayout(_labelled(theme, "Status", PlainLabel(theme, status, FontRole.LABEL)))
        self._column.addLayout(block)

    def _names_edited(self, key: str, names: tuple[str, ...]) -> None:
        if key == "tags":
            self.tags_edited.emit(names)
        else:
            self.names_edited.emit({key: names})

    def _end_title(self) -> None:
        self.title_field.hide()
        self.title.show()

    def _end_date(self) -> None:
        self.date_field.hide()
        self.date.show()


_KEYS = {"people": "Who", "organisations": "Groups", "places": "Where", "tags": "Tags"}


class _ClickLabel(PlainLabel):
    """A label that can be clicked to edit what it shows."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


def _block() -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(_SIDE, 0, _SIDE, 0)
    layout.setSpacing(4)
    return layout


def _labelled(theme: Theme, key: str, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    name = PlainLabel(theme, key, FontRole.LABEL, "text2")
    name.setFixedWidth(_KEY_WIDTH)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(widget, 1)
    return row


def _words(event: Event) -> str:
    return span_in_words(event.span) if event.span is not None else "No date yet"


def _sources_words(sources: list[Source]) -> str:
    if not sources:
        return "Entered by hand, no source"
    count = len({source.article.id for source in sources})
    if count == 1:
        return "1 source"
    versions = len(versions_of(source.evidence for source in sources))
    return f"{count} sources" + (" agree" if versions == 1 else " differ" if versions else "")


def lag_in_words(lag: tuple[int, int] | None) -> str:
    """How long after an event the first article on it was published."""
    match lag:
        case None:
            return ""
        case (0, 0):
            return "First report on the same day"
        case (1, 1):
            return "First report a day after it"
        case (least, most) if least == most:
            return f"First report {most} days after it"
        case (0, most):
            return f"First report within {'a day' if most == 1 else f'{most} days'} of it"
        case (least, most):
            return f"First report {least} to {most} days after it"
