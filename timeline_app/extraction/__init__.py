"""Finds dated events in a text: time expressions, event mentions, proposals.

`analysis` reads a text, `proposals` makes events of what it found, `dating` dates one of them
again, and `timeml` tags time expressions alone. Each loads only what it needs.
"""
