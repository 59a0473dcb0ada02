"""Keeps one project in one SQLite file."""
