"""Makes the compound files in which Outlook keeps mails (MS-CFB, MS-OXMSG)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_LEAST = 4_096  # bytes of a stream that lies in sectors of its own
_TEXT, _BYTES, _TIME = 0x001F, 0x0102, 0x0040
_FIELDS = {
    "subject": 0x0037,
    "sender": 0x0C1A,
    "address": 0x0C1F,
    "headers": 0x007D,
    "body": 0x1000,
    "file name": 0x3707,
}


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    inner: list[_Entry] = field(default_factory=list)


def msg(
    fields: dict[str, str],
    *,
    html: bytes = b"",
    sent: int = 0,
    attachments: dict[str, bytes] | None = None,
) -> bytes:
    """A mail of Outlook; `fields` are named above, `sent` counts from 1601 in 100 nanoseconds."""
    root = _Entry("Root Entry", _ROOT, inner=list(_texts(fields)))
    fixed = struct.pack("<IIQ", 0x0039_0000 | _TIME, 6, sent) if sent else b""
    if html:
        root.inner.append(_value(0x1013, _BYTES, html))
    for number, (name, data) in enumerate((attachments or {}).items()):
        held = _Entry(f"__attach_version1.0_#{number:08X}", _STORAGE)
        held.inner = [*_texts({"file name": name}), _value(0x3701, _BYTES, data)]
        held.inner.append(_properties(8, b"", held.inner))
        root.inner.append(held)
    root.inner.append(_properties(32, fixed, root.inner))
    return _file(root)


def _texts(fields: dict[str, str]) -> Iterator[_Entry]:
    for name, text in fields.items():
        yield _value(_FIELDS[name], _TEXT, text.encode("utf-16-le"))


def _value(number: int, kind: int, data: bytes) -> _Entry:
    return _Entry(f"__substg1.0_{number:04X}{kind:04X}", _STREAM, data)


def _properties(header: int, fixed: bytes, values: list[_Entry]) -> _Entry:
    """The stream that lists the properties: those of variable length with their sizes."""
    listed = b"".join(
        struct.pack("<IIII", int(value.name[-8:], 16), 6, len(value.data) + 2, 0)
        for value in values
        if value.kind == _STREAM
    )
    return _Entry("__properties_version1.0", _STREAM, bytes(header) + fixed + listed)


class _Sectors:
    """Data in sectors of one size, with the table that chains them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.chains: list[int] = []
        self.data = bytearray()

    def add(self, data: bytes) -> int:
        """Where the data begins."""
        start = len(self.chains)
        count = max(1, -(-len(data) // self._size))
        self.chains += [*range(start + 1, start + count), _END]
        self.data += data.ljust(count * self._size, b"\0")
        return start


def _file(root: _Entry) -> bytes:
    large, small = _Sectors(_SECTOR), _Sectors(64)
    entries = list(_flat(root))
    starts = {
        id(entry): (small if len(entry.data) < _LEAST else large).add(entry.data)
        for entry in entries
        if entry.kind == _STREAM
    }
    root.data = bytes(small.data)
    starts[id(root)] = large.add(root.data)
    small_table = large.add(_packed(small.chains))
    small_count = -(-len(small.chains) // 128)
    directory = large.add(b"".join(_lines(entries, starts)))
    count = next(count for count in range(1, 100) if count * 128 >= len(large.chains) + count)
    places = [*range(len(large.chains), len(large.chains) + count)]
    table = _packed([*large.chains, *[_FAT] * count])
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<IIIIIIIII", 0, count, directory, 0, _LEAST, small_table, small_count, _END, 0
    )
    return header + _packed(places, 109) + bytes(large.data) + table


def _packed(numbers: list[int], multiple: int = 128) -> bytes:
    filled = [*numbers, *[_FREE] * (-len(numbers) % multiple)]
    return struct.pack(f"<{len(filled)}I", *filled)


def _flat(entry: _Entry) -> Iterator[_Entry]:
    yield entry
    for inner in entry.inner:
        yield from _flat(inner)


def _lines(entries: list[_Entry], starts: dict[int, int]) -> Iterator[bytes]:
    """The directory. Entries beside each other are chained: a tree that leans to the right."""
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    following = {
        id(one): numbers[id(other)] for entry in entries for one, other in pairwise(entry.inner)
    }
    for entry in entries:
        name = entry.name.encode("utf-16-le")
        inner = numbers[id(entry.inner[0])] if entry.inner else _FREE
        yield (
            name.ljust(64, b"\0")
            + struct.pack("<HBB", len(name) + 2, entry.kind, 1)
            + struct.pack("<III", _FREE, following.get(id(entry), _FREE), inner)
            + bytes(36)
            + struct.pack("<IQ", starts.get(id(entry), 0), len(entry.data))
        )
