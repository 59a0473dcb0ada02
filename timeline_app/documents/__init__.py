"""Reads files and pasted text into articles."""
