"""Factuality: whether the article says that an event happened, and who says so."""
