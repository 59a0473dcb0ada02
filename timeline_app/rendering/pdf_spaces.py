"""Puts right what Qt says about the blanks between words.

A PDF names the character of every glyph, for readers that search and copy. Where a font has no
glyph for the tab, Qt draws a blank for it, and then names that glyph a tab wherever it stands
(6.11, FreeType): nobody would find "last week". The table is not compressed, and both names are
equally long.
"""

from __future__ import annotations

import re

_TABLE = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_TAB = re.compile(rb"(?<=[\[ ])<0009>(?! \[)")  # before "[" it is a glyph number
_SPACE = b"<0020>"


def with_real_spaces(pdf: bytes) -> bytes:
    """The same PDF, of the same length, with blanks that read as blanks."""
    return _TABLE.sub(lambda table: _TAB.sub(_SPACE, table.group()), pdf)
