"""The commands of the review."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec


def _row(name: str, text: str, *keys: str, menu: str = "Review", group: int = 0) -> ActionSpec:
    return ActionSpec(f"review.{name}", text, menu, keys, "review", group=group)


REVIEW_ACTIONS: tuple[ActionSpec, ...] = (
    _row("confirm_date", "&Confirm the article date", "C", menu="Article"),
    _row("change_date", "C&hange the article date…", "Shift+D", menu="Article"),
    _row("day_order", "Read day and &month the other way round", "/", menu="Article"),
    _row("new_event", "&New event from the selection", "N", menu="Article", group=1),
    _row("jump", "&Go to the sentence", "G", menu="Article", group=1),
    _row("next_unread", "Select the next sentence without an &event", "R", menu="Article", group=1),
    _row("unread", "Mark what gave no event, or no lo&nger", "Shift+R", menu="Article", group=1),
    _row("next_article", "Next &article", "Ctrl+Down", menu="Article", group=2),
    _row("previous_article", "&Previous article", "Ctrl+Up", menu="Article", group=2),
    _row("accept", "&Accept", "A", "Return", "Enter"),
    _row("reject", "Re&ject", "X", "Del"),
    _row("later", "&Later", "Space"),
    _row("accept_all", "Accept all &certain…", "Shift+A"),
    _row("edit_title", "Edit the &title", "E", group=1),
    _row("edit_date", "Edit the &date", "D", group=1),
    _row("next_reading", "Next &reading of the date", "]", group=1),
    _row("previous_reading", "Previous reading of the date", "[", group=1),
    _row("certainty", "&Change the certainty", "U", group=1),
    _row("tag", "Add a ta&g…", "T", group=1),
    _row("split", "&Split into two events", "S", group=1),
    _row("merge", "&Merge with the similar event", "M", group=1),
    _row("keep_apart", "&Keep the similar event apart", "Shift+M", group=1),
    _row("choose_first", "Choose the &first of two dates", "Alt+1", group=1),
    _row("choose_second", "Choose the se&cond of two dates", "Alt+2", group=1),
    _row("keep_both", "Keep &both dates", "Alt+3", group=1),
    _row("leave_open", "Leave the date o&pen", "Alt+4", group=1),
    _row("happened", "It &happened", "1", group=2),
    _row("under_way", "It is under &way", "6", group=2),
    _row("said", "It is &said", "2", group=2),
    _row("planned", "It is &planned", "3", group=2),
    _row("possible", "It is p&ossible", "4", group=2),
    _row("denied", "It is de&nied", "5", group=2),
    _row("next", "Ne&xt proposal", "J", "Down", "Right", group=3),
    _row("previous", "Pre&vious proposal", "K", "Up", "Left", group=3),
    _row("folded", "Show folded proposals, or fold the&m again", "F", group=3),
    _row("reasons", "Show or hide wh&y", "W", group=3),
    _row("undo", "&Undo the last decision", "Z", group=3),
    _row("fit", "&Fit the strip below", "0", group=4),
)
