"""Time expressions of German, French, Spanish, Italian, Portuguese, Dutch and Russian texts.

`recognition` finds them by one engine for all; what is particular to a language is in its table.
Each module loads only when it is needed: most articles are in English.
"""
