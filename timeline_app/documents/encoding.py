"""Turns the bytes of a text file into characters, and says when the encoding was a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(rb"""<(?:meta|\?xml)\s[^<>]{0,512}?(?:charset|encoding)\s*=\s*["']?"""
                          rb"""([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)  # fmt: skip
_DECLARED_WITHIN = 4_096  # bytes; HTML asks for 1024, pages are less orderly
_SAMPLE = 200_000  # bytes that the encoding is guessed from
_WIDE_NULS = 0.3  # share of NUL bytes at even or odd places that makes UTF-16 likely
_GOOD_FOR_BAD = 2  # letters in UTF-8 for each stray byte that make a text UTF-8
_TOO_FEW = 4  # bytes outside ASCII up to which a guess has nothing to go by
_LAST_RESORT = "cp1252"  # what the web has agreed that an undeclared page is
# What pages mean that declare an encoding (WHATWG, Encoding Standard, 4.2 Names and labels).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_MOST_REPLACED = 0.002  # share of a text's letters that may be unreadable in its declared encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they came from, and whether nothing in the file stated it.

    `replaced` is the number of places that the encoding could not read: U+FFFD stands there.
    """

    text: str
    encoding: str
    is_guess: bool = False
    replaced: int = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to tell the reader about the encoding; nothing when it is sure."""
        if self.replaced:
            places = "1 place" if self.replaced == 1 else f"{self.replaced} places"
            return (f"In {places} there is no letter of {self.encoding}; � stands there now.",)
        if not self.is_guess:
            return ()
        return (f"The file does not say how its letters are stored; {self.encoding} was guessed.",)


def decode(data: bytes) -> Decoded:
    """Decode by byte order mark, UTF-8, the declared encoding, and at last a guess.

    A few stray bytes do not make a text in UTF-8 one in another encoding.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    for encoding in ("utf-8", _declared_encoding(data)):
        if decoded := _decode_strictly(data, encoding):
            return decoded
    if decoded := _decode_mostly(data) or _decode_declared(data):
        return decoded
    encoding = _wide_encoding(data) or _guess_encoding(data)
    return Decoded(data.decode(encoding, "replace"), encoding, is_guess=True)


def _decode_strictly(data: bytes, encoding: str) -> Decoded | None:
    # UTF-8 accepts NUL bytes, but text of ASCII letters in UTF-16 is full of them.
    if not encoding or _wide_encoding(data):
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _decode_mostly(data: bytes) -> Decoded | None:
    """The text of a file whose letters outside ASCII are UTF-8 but for a few stray bytes."""
    if _wide_encoding(data):
        return None
    text = data.decode("utf-8", "replace")
    replaced = text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
    good = sum(not char.isascii() for char in text) - replaced
    if good < _GOOD_FOR_BAD * replaced:
        return None
    return Decoded(text, "utf-8", replaced=replaced)


def _decode_declared(data: bytes) -> Decoded | None:
    """The text of a file that is in its declared encoding but for a few stray bytes."""
    encoding = _declared_encoding(data)
    if not encoding or _wide_encoding(data):
        return None
    text = data.decode(encoding, "replace")
    replaced = text.count(_REPLACEMENT)
    return Decoded(text, encoding, replaced=replaced) if _is_rare(replaced, text) else None


def _is_rare(replaced: int, text: str) -> bool:
    return 0 < replaced <= max(1, _MOST_REPLACED * len(text))


def _declared_encoding(data: bytes) -> str:
    found = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
    return _MEANT.get(name, name)


def _wide_encoding(data: bytes) -> str:
    sample = data[:_DECLARED_WITHIN]
    half = max(1, len(sample) // 2)
    nuls_first, nuls_second = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if max(nuls_first, nuls_second) < _WIDE_NULS or min(nuls_first, nuls_second) >= _WIDE_NULS:
        return ""
    return "utf-16-le" if nuls_second > nuls_first else "utf-16-be"


def _guess_encoding(data: bytes) -> str:
    from charset_normalizer import from_bytes

    if sum(byte > 127 for byte in data) <= _TOO_FEW and _decode_strictly(data, _LAST_RESORT):
        return _LAST_RESORT
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else _LAST_RESORT
