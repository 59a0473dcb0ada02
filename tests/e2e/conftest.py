"""The real window, as a person opens it."""

from tests.window import answers, open_window, window

__all__ = ["answers", "open_window", "window"]
