"""Small widgets that all workspaces share."""

from timeline_app.ui.widgets.buttons import Button, ButtonKind, IconButton
from timeline_app.ui.widgets.check_box import CheckBox
from timeline_app.ui.widgets.chips import AddChip, Chip, ChipRow
from timeline_app.ui.widgets.combo import Combo
from timeline_app.ui.widgets.fields import LineField
from timeline_app.ui.widgets.flow_layout import FlowLayout
from timeline_app.ui.widgets.keys import KeyCap, caps_width, paint_caps
from timeline_app.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tool_tip
from timeline_app.ui.widgets.list_pane import ListPane
from timeline_app.ui.widgets.panels import MessageLine, Rule, SectionHeader, Surface
from timeline_app.ui.widgets.segments import SegmentedControl

__all__ = [
    "AddChip",
    "Button",
    "ButtonKind",
    "CheckBox",
    "Chip",
    "ChipRow",
    "Combo",
    "ElidedLabel",
    "FlowLayout",
    "IconButton",
    "KeyCap",
    "LineField",
    "ListPane",
    "MessageLine",
    "PlainLabel",
    "Rule",
    "SectionHeader",
    "SegmentedControl",
    "Surface",
    "caps_width",
    "paint_caps",
    "plain_tool_tip",
]
