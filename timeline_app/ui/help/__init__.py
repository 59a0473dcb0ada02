"""The help inside the program: its pages in a window, found by F1 and by words."""

from timeline_app.ui.help.desk import HelpDesk
from timeline_app.ui.help.places import explain

__all__ = ["HelpDesk", "explain"]
