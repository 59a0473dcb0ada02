"""The card: everything about one proposal, and the buttons that decide on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.card_date import DateSection
from timeline_app.ui.review.card_details import Details
from timeline_app.ui.review.card_quote import QuoteBlock
from timeline_app.ui.review.card_readings import ReadingsSection
from timeline_app.ui.review.current import CurrentEvent
from timeline_app.ui.review.offering import OfferLine
from timeline_app.ui.review.passages import EventState
from timeline_app.ui.review.state_marks import paint_progress
from timeline_app.ui.similar.conflict import ConflictCard
from timeline_app.ui.similar.line import SimilarLine
from timeline_app.ui.theme import Theme
from timeline_app.ui.title_field import TitleField
from timeline_app.ui.widgets import Button, ButtonKind, IconButton, PlainLabel, Surface

_PROGRESS = 150
_DECISION = 34


class CardHead(Surface):
    """The number of the proposal, the blocks, and how many are reviewed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", line_below=True)
        self.setFixedHeight(42)
        self.title = PlainLabel(theme, "", FontRole.LABEL_BOLD)
        self.total = PlainLabel(theme, "", FontRole.LABEL, "text3")
        self.reviewed = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self._blocks = _Blocks(theme)
        self.tag = IconButton(theme, "tag", "Add a tag (T)", size=26)
        self.split = IconButton(theme, "git-fork", "Split into two events (S)", size=26)
        self.link = IconButton(theme, "link", "Link to another event (Ctrl+Shift+K)", size=26)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addWidget(self.total)
        row.addStretch(1)
        row.addWidget(self._blocks)
        row.addSpacing(14)
        row.addWidget(self.reviewed)
        row.addSpacing(6)
        row.addWidget(self.tag)
        row.addWidget(self.split)
        row.addWidget(self.link)

    def show_folded(self, place: int, count: int) -> None:
        """Say that the current proposal is folded, and which of them it is, from 0."""
        self.title.setText(f"Folded {place + 1}")
        self.total.setText(f"of {count}")

    def show_progress(self, states: tuple[EventState, ...], current: int | None) -> None:
        """Show the states of the article's events but the folded, and which of them is current."""
        done = sum(state in (EventState.ACCEPTED, EventState.REJECTED) for state in states)
        self.reviewed.setText(f"{done} reviewed")
        self._blocks.show_states(states, current)
        if current is None:
            self.title.setText(f"{done} of {len(states)} reviewed" if states else "No proposal")
            self.total.setText("")
            return
        waits = states[current] in (EventState.PROPOSED, EventState.UNDATED)
        self.title.setText(f"{'Proposal' if waits else 'Event'} {current + 1}")
        state = "" if waits else f", {states[current].value}"
        self.total.setText(f"of {len(states)}{state}")


class _Blocks(QWidget):
    """The progress of the review, one block for each event."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: tuple[EventState, ...] = ()
        self._current: int | None = None
        self.setFixedSize(_PROGRESS + 4, 16)
        theme.changed.connect(self.update)

    def show_states(self, states: tuple[EventState, ...], current: int | None) -> None:
        self._states, self._current = states, current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(2, 3.5, _PROGRESS, 9.5)
        palette = self._theme.palette
        paint_progress(QPainter(self), box, self._states, palette, current=self._current)


class DecisionRow(QWidget):
    """The buttons that decide; the last one puts off, reopens what is decided, or unfolds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.accept = Button(theme, "Accept", kind=ButtonKind.ACCEPT, keys="A", height=_DECISION)
        self.reject = Button(theme, "Reject", keys="X", height=_DECISION)
        self.edit = Button(theme, "Edit", keys="E", height=_DECISION)
        self.later = Button(theme, "Later", keys="Space", height=_DECISION)
        self.reopen = Button(theme, "Reopen", keys="Space", height=_DECISION)
        self.unfold = Button(theme, "Unfold", keys="Space", height=_DECISION)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 12)
        row.setSpacing(8)
        shares = (
            (self.accept, 5),
            (self.reject, 5),
            (self.edit, 3),
            (self.later, 4),
            (self.reopen, 4),
            (self.unfold, 4),
        )
        for button, share in shares:
            row.addWidget(button, share)

    def show_state(self, state: EventState) -> None:
        """Offer what can be decided in a state."""
        waits = state in (EventState.PROPOSED, EventState.UNDATED)
        self.accept.setEnabled(state is not EventState.ACCEPTED)
        self.reject.setEnabled(state is not EventState.REJECTED)
        self.edit.setVisible(state is not EventState.FOLDED)  # makes room in a narrow card
        self.later.setVisible(waits)
        self.reopen.setVisible(state in (EventState.ACCEPTED, EventState.REJECTED))
        self.unfold.setVisible(state is EventState.FOLDED)


class Card(QWidget):
    """One event in full. Its parts are public: the workspace connects their signals."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.date = DateSection(theme)
        self.readings = ReadingsSection(theme)
        self.offer = OfferLine(theme)
        self.title = TitleField(theme)
        self.quote = QuoteBlock(theme)
        self.details = Details(theme)
        self.conflict = ConflictCard(theme)
        self.similar = SimilarLine(theme)
        self.decisions = DecisionRow(theme)
        texts = Surface(theme, "surface")
        column = QVBoxLayout(texts)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(8)
        column.addWidget(self.conflict)
        column.addWidget(self.title)
        column.addWidget(self.quote)
        column.addWidget(self.details)
        column.addWidget(self.similar)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.date, self.readings, self.offer, texts):
            rows.addWidget(part)
        self._area = FittedScrollArea(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.decisions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_editing(self) -> bool:
        """Whether a date is being typed."""
        return self.date.is_editing

    def start_tagging(self) -> None:
        """Open a field for a new tag, and bring it into view."""
        self.details.start_tagging()
        tags = self.details.tags
        QTimer.singleShot(0, tags, lambda: self._area.ensureWidgetVisible(tags))  # once laid out

    def show_event(self, current: CurrentEvent) -> None:
        """Show an event with what it rests on."""
        event, evidence, article = current.event, current.evidence, current.article
        self.date.show_event(event, article, current.conventions)
        self.readings.show_event(event, evidence, article)
        self.title.show_title(event.title)
        self.show_quote(current)
        self.details.show_event(event, evidence)
        self.decisions.show_state(current.state)

    def show_quote(self, current: CurrentEvent) -> None:
        """Show the quote, and the number of its sentence when it is known."""
        evidence, article = current.evidence, current.article
        self.quote.setVisible(evidence is not None)
        if evidence is not None and article is not None:
            self.quote.show_evidence(evidence, article, current.sentence, current.state.tone)


class FittedScrollArea(QScrollArea):
    """As tall as its page where there is room; scrolls only where there is none."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        self.setWidget(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(120)
        page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """The height of the page at the present width."""
        return QSize(300, self._page_height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the page asks for another size."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._fitting.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width can mean another height."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the page its height, and ask for as much."""
        self._page.resize(self.viewport().width(), self._page_height())
        self.updateGeometry()

    def _page_height(self) -> int:
        layout = self._page.layout()
        if layout is None:
            return self._page.sizeHint().height()
        layout.activate()
        width = self.viewport().width()
        return (
            layout.heightForWidth(width)
            if layout.hasHeightForWidth()
            else (layout.sizeHint().height())
        )
