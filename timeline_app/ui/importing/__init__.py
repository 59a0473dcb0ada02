"""The import list: what became of every file that was dropped, and what it asks."""
