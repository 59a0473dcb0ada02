"""Which page of the help is about which part of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

FIRST_PAGE = "first-steps"
_PROPERTY = "helpPage"


def explain(widget: QWidget, page_id: str) -> None:
    """Let F1 inside a widget open a page."""
    widget.setProperty(_PROPERTY, page_id)


def page_about(widget: QWidget | None) -> str:
    """The id of the page about a widget, or about the nearest one round it that has a page."""
    while widget is not None:
        page_id = widget.property(_PROPERTY)
        if page_id:
            return str(page_id)
        widget = widget.parentWidget()
    return FIRST_PAGE
