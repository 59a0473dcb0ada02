"""The commands of the table."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec

TABLE_ACTIONS: tuple[ActionSpec, ...] = ()
