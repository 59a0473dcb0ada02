"""The commands of the timeline."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec

TIMELINE_ACTIONS: tuple[ActionSpec, ...] = ()
