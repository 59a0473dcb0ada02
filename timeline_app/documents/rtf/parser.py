"""Takes the text out of RTF: what its reader sees, without hidden, deleted and coded words."""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8
from copy import copy
from dataclasses import dataclass, field
from enum import Enum, auto

from timeline_app.documents.rtf.words import (
    CHARSETS,
    FIELDS,
    HEADS,
    PARAGRAPH_ENDS,
    REPEATED,
    SIGNS,
    SKIPPED,
    SYMBOLS,
    WITHIN_SHAPES,
)
from timeline_app.documents.tables import row_paragraphs

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<plain>[^\\{}\r\n]+)"
    rb"|[\r\n\\]"
)
_USUAL_CODEC = "cp1252"
_CODECS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_ESCAPED = (b"{", b"}", b"\\")
_LETTERS, _MOST_LETTERS = 0x10000, 0x110000
_SMALLEST = -0x8000


class _Place(Enum):
    """Where the words of a group go."""

    TEXT = auto()
    BOX = auto()  # a text box, after the paragraph that it hangs on
    NOTE = auto()
    HEAD = auto()
    FIELD = auto()  # of the properties
    FONTS = auto()
    NOWHERE = auto()


_DESTINATIONS = {
    **dict.fromkeys(SKIPPED, _Place.NOWHERE),
    **dict.fromkeys(HEADS, _Place.HEAD),
    "fonttbl": _Place.FONTS,
    "footnote": _Place.NOTE,
    "info": _Place.NOWHERE,
}
_OF_TEXT = (_Place.TEXT, _Place.BOX, _Place.NOTE, _Place.HEAD)


@dataclass(slots=True)
class _Group:
    """What holds until the end of a group."""

    place: _Place = _Place.TEXT
    field: str = ""
    font: int | None = None
    is_hidden: bool = False
    is_info: bool = False
    is_repeated: bool = False  # says for old programs what stands elsewhere as well
    is_optional: bool = False  # a program that does not know the group passes over it
    stand_ins: int = 1  # letters for old programs that follow each letter in Unicode


@dataclass(slots=True)
class RtfText:
    """The paragraphs of a text, of its notes and of its running heads, and its properties.

    The days of `fields` are written as in ISO 8601.
    """

    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def parse_rtf(data: bytes) -> RtfText:
    """Read RTF, in time that grows with its length alone. Groups that never end do no harm."""
    parser = _Parser()
    data = data.removeprefix(BOM_UTF8)
    position = 0
    while (token := _TOKEN.match(data, position)) is not None:
        position = token.end() + parser.take(token)
    return parser.finish()


class _Parser:
    def __init__(self) -> None:
        self._group = _Group()
        self._outer: list[_Group] = []
        self._codec = _USUAL_CODEC
        self._fonts: dict[int, str] = {}
        self._default_font: int | None = None
        self._bytes = bytearray()  # letters that are not decoded yet
        self._to_skip = 0  # stand-ins
        self._lines: dict[_Place, list[str]] = {place: [] for place in _Place}
        self._made: dict[_Place, list[str]] = {place: [] for place in _OF_TEXT}
        self._cells: list[list[str]] | None = None  # of the row that is read
        self._cell_start = 0
        self._fields: dict[str, str] = {}
        self._date: dict[str, int] = {}

    def take(self, token: re.Match[bytes]) -> int:
        """Take one token; how many bytes of a picture follow it."""
        if token["plain"] is not None:
            self._take_bytes(token["plain"])
        elif token["hex"] is not None:
            self._take_bytes(bytes.fromhex(token["hex"].decode()))
        elif token["symbol"] in _ESCAPED:  # may be the second half of a letter
            self._take_bytes(token["symbol"])
        else:
            self._decode()
            if token["word"] is not None:
                number = int(token["number"]) if token["number"] else None
                return self._take_word(token["word"].decode(), number)
            if token["brace"] is not None:
                self._take_brace(is_opening=token["brace"] == b"{")
            elif token["symbol"] is not None:
                self._take_symbol(token["symbol"].decode("latin-1"))
        return 0

    def finish(self) -> RtfText:
        """The text, once all tokens were taken."""
        self._decode()
        for place in _OF_TEXT:
            self._end_paragraph(place)
        self._end_row()
        made = self._made
        return RtfText(
            made[_Place.TEXT] + made[_Place.BOX], made[_Place.NOTE], made[_Place.HEAD], self._fields
        )

    def _take_bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        if self._group.place not in (_Place.NOWHERE, _Place.FONTS):
            self._bytes += data[skipped:].replace(b"\0", b"")  # old disks fill up files with them

    def _decode(self) -> None:
        if self._bytes:
            font = self._default_font if self._group.font is None else self._group.font
            codec = self._fonts.get(font, self._codec) if font is not None else self._codec
            self._write(self._bytes.decode(codec, "replace"))
            self._bytes.clear()

    def _write(self, text: str) -> None:
        if not self._group.is_hidden:
            self._lines[self._group.place].append(text)

    def _take_brace(self, *, is_opening: bool) -> None:
        self._to_skip = 0
        if is_opening:
            self._outer.append(self._group)
            self._group = copy(self._group)
            self._group.is_optional = False
        elif self._outer:
            ended, self._group = self._group, self._outer.pop()
            if ended.place is _Place.FIELD and self._group.place is not _Place.FIELD:
                self._keep_field(ended.field)
            elif ended.place in _OF_TEXT and ended.place is not self._group.place:
                self._end_paragraph(ended.place)

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._group.is_optional = True
        elif symbol in "\r\n":  # stands for \par
            self._end_paragraph(self._group.place)
        else:
            self._write(SYMBOLS.get(symbol, ""))

    def _take_word(self, word: str, number: int | None) -> int:
        if word == "bin":
            return max(0, number or 0)
        is_on = number != 0
        if self._begins_group(word):
            pass
        elif word == "u" and number is not None:
            self._take_letter(number)
        elif word == "uc":
            self._group.stand_ins = number or 0
        elif word in ("v", "deleted"):
            self._group.is_hidden = is_on
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph(self._group.place)
        elif word in ("trowd", "cell", "row"):
            self._take_table_word(word)
        else:
            self._take_font_word(word, number)
        return 0

    def _take_letter(self, number: int) -> None:
        if _SMALLEST <= number < _LETTERS:  # numbers from 32768 on are written as negative ones
            self._write(chr(number % _LETTERS))
        elif _LETTERS <= number < _MOST_LETTERS:
            self._write(chr(number))
        self._to_skip = self._group.stand_ins

    def _begins_group(self, word: str) -> bool:
        """Whether a word says where the words of its group belong."""
        place = self._place_of(word)
        if place is None:
            return False
        self._group.is_optional = False
        self._group.place = place
        self._group.field = word
        self._group.is_info = self._group.is_info or word == "info"
        self._group.is_repeated = self._group.is_repeated or word == REPEATED
        return True

    def _place_of(self, word: str) -> _Place | None:
        if word in WITHIN_SHAPES and not self._group.is_repeated:
            return _Place.BOX
        if word in FIELDS and self._group.is_info:
            return _Place.FIELD
        if self._group.place is _Place.NOWHERE:
            return None
        if word in _DESTINATIONS:
            return _DESTINATIONS[word]
        return _Place.NOWHERE if self._group.is_optional else None

    def _take_font_word(self, word: str, number: int | None) -> None:
        if word == "ansicpg" and number:
            self._codec = _known(f"cp{number}")
        elif word in _CODECS:
            self._codec = _CODECS[word]
        elif word == "deff":
            self._default_font = number
        elif word == "plain":
            self._group.font, self._group.is_hidden = None, False
        elif word == "f":
            self._group.font = number
        elif word == "fcharset" and self._group.place is _Place.FONTS:
            if (codec := CHARSETS.get(number or 0)) and self._group.font is not None:
                self._fonts[self._group.font] = codec
        elif word in ("yr", "mo", "dy") and self._group.place is _Place.FIELD:
            self._date[word] = number or 0

    def _take_table_word(self, word: str) -> None:
        if self._group.place is not _Place.TEXT:
            self._end_paragraph(self._group.place)
        elif word == "trowd":
            if self._cells is None:
                self._end_paragraph(_Place.TEXT)
                self._cells, self._cell_start = [], len(self._made[_Place.TEXT])
        elif word == "cell":
            self._end_paragraph(_Place.TEXT)
            if self._cells is not None:
                text = self._made[_Place.TEXT]
                self._cells.append(text[self._cell_start :])
                del text[self._cell_start :]
        else:
            self._end_row()

    def _end_row(self) -> None:
        self._end_paragraph(_Place.TEXT)
        if self._cells is not None:
            cells, self._cells = self._cells, None
            self._made[_Place.TEXT] += row_paragraphs(cells)

    def _end_paragraph(self, place: _Place) -> None:
        if place not in _OF_TEXT:
            return
        text = _paired("".join(self._lines[place]))
        self._lines[place].clear()
        self._made[place].append(text)
        if place is _Place.TEXT and self._made[_Place.BOX]:
            self._made[place] += self._made[_Place.BOX]
            self._made[_Place.BOX].clear()

    def _keep_field(self, name: str) -> None:
        written = _paired("".join(self._lines[_Place.FIELD]))
        self._lines[_Place.FIELD].clear()
        if self._date:
            year, month, day = (self._date.get(part, 0) for part in ("yr", "mo", "dy"))
            written = f"{year:04}-{month:02}-{day:02}"
            self._date.clear()
        if written.strip():
            self._fields.setdefault(name, written)


def _known(codec: str) -> str:
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return _USUAL_CODEC


def _paired(text: str) -> str:
    """The text with letters in one that RTF writes in two halves, as UTF-16 does."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
