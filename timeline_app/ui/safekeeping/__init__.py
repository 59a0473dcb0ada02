"""Backups, restoring, checking and compacting, in the window."""
