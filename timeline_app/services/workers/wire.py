"""How the program and its reading processes talk: frames over pipes.

A frame is a letter that says what it is, the length of its content as eight bytes, and the content.
What comes back from a process that has read a foreign file is not to be trusted: of pickled values
only those are made whose classes are named here.
"""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import dataclass
from typing import IO

from timeline_app.services.incoming import Found

READY, TASK, READ, DONE, REFUSED, FAILED = b"s", b"q", b"t", b"d", b"r", b"f"
"""It has started; work to do; a text is read, of so many letters; a result; a sentence; a bug."""

_BROKEN = (  # what bytes that are no pickled value can lead to
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
_HEAD = struct.Struct(">cQ")
_LONGEST = 1 << 30  # bytes of a frame
_TRUSTED = frozenset(
    (
        "timeline_app.documents.article",
        "timeline_app.documents.files",
        "timeline_app.documents.read_events",
        "timeline_app.services.incoming",
    )
)
_TRUSTED_ROOM = "timeline_app.domain."


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    kind: bytes
    content: bytes = b""


def write_frame(pipe: IO[bytes], frame: Frame) -> None:
    """Send a message. Raises OSError when nobody reads any more."""
    pipe.write(_HEAD.pack(frame.kind, len(frame.content)))
    pipe.write(frame.content)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> Frame | None:
    """The next message; None when the other side has ended, or sends what is no frame."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if length > _LONGEST:
        return None
    content = pipe.read(length)
    return Frame(kind, content) if len(content) == length else None


def pack(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, protocol=5)


def unpack_found(content: bytes) -> Found:
    """What a reading process has found. Raises ValueError for anything that is no such value."""
    try:
        value = _Unpickler(io.BytesIO(content)).load()
    except _BROKEN as error:
        raise ValueError("no result of reading") from error
    if isinstance(value, Found):
        return value
    raise ValueError("no result of reading")


class _Unpickler(pickle.Unpickler):
    """Makes values of the program's own classes, and calls no function."""

    def find_class(self, module: str, name: str) -> type:
        """A class of values. Raises UnpicklingError for anything else."""
        if module in _TRUSTED or module.startswith(_TRUSTED_ROOM):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} may not be made")
