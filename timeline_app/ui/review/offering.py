"""Offers to read the whole project as the researcher has read several of its dates."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from timeline_app.domain import UserError
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.corrections import Offer
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, PlainLabel, Surface


class OfferLine(Surface):
    """What was noticed, and two buttons; hidden where there is nothing to offer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", line_below=True)
        self.words = PlainLabel(theme, "", FontRole.LABEL, "proposed_text")
        self.words.setWordWrap(True)
        self.take = Button(theme, "For the whole project…", height=26, role=FontRole.LABEL_MEDIUM)
        self.decline = Button(theme, "No", height=26, role=FontRole.LABEL_MEDIUM)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take)
        buttons.addWidget(self.decline)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.hide()


class Offering(QObject):
    """Shows the offer that belongs to the current event, and does what is answered."""

    def __init__(self, model: ProjectModel, line: OfferLine) -> None:
        super().__init__(line)
        self._model, self._line = model, line
        self._offer: Offer | None = None
        model.opened.connect(self._show)
        model.changed.connect(self._show)
        model.current_event_changed.connect(self._show)
        line.take.clicked.connect(self._take)
        line.decline.clicked.connect(self._decline)

    def _show(self, _: object = None) -> None:
        model = self._model
        self._offer = None
        if model.is_open and model.current_event is not None:
            self._offer = model.corrections.offer(model.current_event)
        self._line.words.setText("" if self._offer is None else self._offer.sentence)
        self._line.setVisible(self._offer is not None)

    def _take(self) -> None:
        if self._offer is not None:
            self._model.preferences_wanted.emit(self._offer.preferences)

    def _decline(self) -> None:
        if self._offer is None:
            return
        try:
            self._model.corrections.decline(self._offer.custom)
        except UserError as error:
            self._model.failed.emit(str(error))
        self._show()
