"""Office files whose main part is streamed into a frame that a library has made around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

_COMPRESSION = 4  # of 9: twice as quick as the usual 6, and a tenth larger
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fill(
    stream: BinaryIO, frame: BytesIO, part: str, place: re.Pattern[bytes], pieces: Iterable[bytes]
) -> None:
    """Write an archive with `pieces` in the place that a pattern finds in one of its parts.

    The other parts are taken over as they are.
    """
    with ZipFile(frame) as parts:
        found = place.search(parts.read(part))
        if found is None:
            raise RuntimeError(f"{part} has lost the place of its rows")
        with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as whole:
            for each in parts.infolist():
                if each.filename != part:
                    whole.writestr(each, parts.read(each))
            with whole.open(part, "w", force_zip64=True) as main:
                main.write(found.string[: found.start()])
                for piece in pieces:
                    main.write(piece)
                main.write(found.string[found.end() :])


def writable(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)
