"""The commands that work everywhere in the window."""

from __future__ import annotations

from timeline_app.ui.action_spec import ActionSpec

WINDOW_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("window.new", "&New project…", "File", ("Ctrl+N",)),
    ActionSpec("window.open", "&Open project…", "File", ("Ctrl+Shift+O",), icon="folder-open"),
    ActionSpec("window.recent", "Open &recent", "File"),
    ActionSpec("window.save_copy", "&Save a copy as…", "File", ("Ctrl+Shift+S",), icon="save"),
    ActionSpec("window.restore", "Restore a &backup…", "File", icon="history"),
    ActionSpec("window.check", "&Check the project", "File"),
    ActionSpec("window.compact", "Co&mpact the project", "File"),
    ActionSpec("window.add", "&Add articles…", "File", ("Ctrl+O",), icon="file-plus", group=1),
    ActionSpec(
        "window.paste", "&Paste an article", "File", ("Ctrl+V",), icon="clipboard-paste", group=1
    ),
    ActionSpec("window.samples", "Add the sample articles", "File", icon="book-open", group=1),
    ActionSpec(
        "window.imports", "&Import list", "File", ("Ctrl+Shift+I",), icon="list-checks", group=1
    ),
    ActionSpec("window.export", "&Export PDF…", "File", ("Ctrl+E",), icon="file-down", group=2),
    ActionSpec(
        "window.export_as", "Export as another &format…", "File", ("Ctrl+Shift+E",), group=2
    ),
    ActionSpec("window.print", "P&rint…", "File", ("Ctrl+P",), group=2),
    ActionSpec("window.quit", "&Quit", "File", ("Ctrl+Q",), group=3),
    ActionSpec("window.undo", "&Undo", "Edit", ("Ctrl+Z",), icon="undo-2"),
    ActionSpec("window.redo", "&Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo-2"),
    ActionSpec(
        "window.similar",
        "Similar e&vents and conflicts…",
        "Edit",
        ("Ctrl+M",),
        icon="git-merge",
        group=1,
    ),
    ActionSpec(
        "window.names",
        "&People, places and organisations…",
        "Edit",
        ("Ctrl+Shift+P",),
        icon="users",
        group=1,
    ),
    ActionSpec(
        "window.link", "Lin&k to another event…", "Edit", ("Ctrl+Shift+K",), icon="link", group=1
    ),
    ActionSpec("window.history", "&History…", "Edit", ("Ctrl+H",), icon="history"),
    ActionSpec("window.find", "&Find, or go to a date", "Edit", ("Ctrl+K",), "window", "search", 1),
    ActionSpec(
        "window.settings", "&Settings…", "Edit", ("Ctrl+,",), icon="sliders-horizontal", group=2
    ),
    ActionSpec("window.review", "&Review", "View", ("Ctrl+1",), icon="list-checks"),
    ActionSpec("window.timeline", "&Timeline", "View", ("Ctrl+2",), icon="chart-no-axes-gantt"),
    ActionSpec("window.table", "T&able", "View", ("Ctrl+3",), icon="table-2"),
    ActionSpec("window.back", "&Back to what was looked at", "View", ("Ctrl+[",), group=1),
    ActionSpec("window.forward", "F&orward again", "View", ("Ctrl+]",), group=1),
    ActionSpec("window.next_pane", "&Next pane", "View", ("F6",), group=1),
    ActionSpec("window.dark", "&Dark colours", "View", ("Ctrl+L",), icon="moon", group=2),
    ActionSpec("window.contrast", "&High contrast", "View", ("Ctrl+Shift+L",), group=2),
    ActionSpec("window.less_motion", "&Less motion", "View", group=2),
    ActionSpec("window.larger", "L&arger text and controls", "View", ("Ctrl+Alt+=",), group=2),
    ActionSpec("window.smaller", "&Smaller text and controls", "View", ("Ctrl+Alt+-",), group=2),
    ActionSpec("window.help", "&Help", "Help", ("F1",), icon="book-open"),
    ActionSpec("window.keys", "&Keys", "Help", ("?",), icon="keyboard"),
    ActionSpec("window.about", "&About Timeline App", "Help", icon="info"),
)

# Behind those of the review in the same menu.
ARTICLE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("window.article_title", "Edit the &title…", "Article", icon="pencil", group=3),
    ActionSpec("window.article_source", "Edit the &source…", "Article", group=3),
    ActionSpec("window.article_original", "Save its &original file…", "Article", group=3),
    ActionSpec("window.article_delete", "&Delete the article…", "Article", icon="trash-2", group=3),
)
