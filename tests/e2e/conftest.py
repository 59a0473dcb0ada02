"""The real window, as a person opens it."""

from tests.window import _deleted_in_this_thread, answers, open_window, pool, proposers, window

__all__ = ["_deleted_in_this_thread", "answers", "open_window", "pool", "proposers", "window"]
