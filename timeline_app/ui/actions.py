"""The one table of commands: menus, shortcuts and the key sheet are made from it."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec
from timeline_app.ui.actions_review import REVIEW_ACTIONS
from timeline_app.ui.actions_table import TABLE_ACTIONS
from timeline_app.ui.actions_timeline import TIMELINE_ACTIONS
from timeline_app.ui.actions_window import ARTICLE_ACTIONS, WINDOW_ACTIONS

__all__ = ["ACTIONS", "MENUS", "ActionSpec"]

MENUS = ("File", "Edit", "View", "Article", "Review", "Timeline", "Help")

ACTIONS: tuple[ActionSpec, ...] = (
    *WINDOW_ACTIONS,
    *REVIEW_ACTIONS,
    *ARTICLE_ACTIONS,
    *TIMELINE_ACTIONS,
    *TABLE_ACTIONS,
)
