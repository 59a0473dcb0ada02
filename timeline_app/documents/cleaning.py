"""Makes a string fit to be kept: one kind of line end, no characters that no text may hold."""

from __future__ import annotations

import re

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")


def clean_text(text: str) -> tuple[str, int]:
    """The text with LF line ends, and how many NUL characters and lone surrogates became U+FFFD.

    SQLite ends a string at NUL, and a lone surrogate cannot be encoded at all. A byte order mark
    at the beginning is removed.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" not in text and _can_be_encoded(text):
        return text, 0
    return _FORBIDDEN.subn(_REPLACEMENT, text)


def _can_be_encoded(text: str) -> bool:
    # Faster by far than to look for surrogates.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def replacement_warnings(count: int) -> tuple[str, ...]:
    """What to tell the reader when `count` characters had to be replaced."""
    if count == 0:
        return ()
    characters = "1 character" if count == 1 else f"{count:,} characters"
    return (f"{characters} that no text may hold became “{_REPLACEMENT}”.",)
