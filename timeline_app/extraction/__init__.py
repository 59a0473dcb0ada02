"""Finds dated events in a text: time expressions, event mentions, proposals."""
