"""Puts right what Qt says about the blanks and the apostrophes of a text.

A PDF names the character of every glyph, for readers that search and copy. Where several
characters share a glyph, Qt names it after the last of them, wherever it stands (6.11, FreeType):
a blank becomes a tab, as fonts have no glyph for the tab, and the apostrophe of Source Serif
becomes a modifier letter. Nobody would find "last week", nor "What’s". The table is not
compressed, and all names are equally long.
"""

from __future__ import annotations

import re

_TABLE = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_NAME = re.compile(rb"(?<=[\[ ])<(?:0009|02BC)>(?! \[)")  # before "[" it is a glyph number
_MEANT = {b"<0009>": b"<0020>", b"<02BC>": b"<2019>"}


def with_searchable_signs(pdf: bytes) -> bytes:
    """The same PDF, of the same length, with blanks and apostrophes that read as such."""
    return _TABLE.sub(lambda table: _NAME.sub(_rename, table.group()), pdf)


def _rename(name: re.Match[bytes]) -> bytes:
    return _MEANT[name.group()]
