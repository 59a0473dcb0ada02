"""Reads the parts of documents that are zip archives, within limits. Nothing is ever unpacked."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from timeline_app.documents.files import FileBytes
from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError

_DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
_ENCRYPTED = 0x1  # flag bit of a part
_SMALL = 8_000_000  # bytes; up to here no ratio is suspicious: tables of blank cells pack well


class ZipParts:
    """The parts of one archive by their names."""

    def __init__(self, file: FileBytes) -> None:
        """Raises UserError for what is no archive, or one that is too large unpacked."""
        self._name = file.name
        try:
            self._archive = ZipFile(BytesIO(file.data))
            self._parts = {info.filename: info for info in self._archive.infolist()}
        except _DAMAGE as error:
            raise UserError(
                f"“{file.name}” is damaged: it begins as a zip archive, but its parts cannot be "
                "found."
            ) from error
        self._refuse_beyond_limits()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, as the archive has them."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UserError when it is damaged or protected."""
        info = self._parts[name]
        if info.flag_bits & _ENCRYPTED:
            raise UserError(
                f"“{self._name}” is protected by a password. Save a copy without it, and add that."
            )
        if _is_bomb(info):
            raise UserError(
                f"“{self._name}” is not read: {name} in it is far larger than any text."
            )
        try:
            return self._archive.read(info)
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise UserError(f"“{self._name}” is damaged: its part {name} is broken.") from error

    def _refuse_beyond_limits(self) -> None:
        parts = self._parts.values()
        if len(parts) > LIMITS.zip_parts:
            what = f"it has more than {LIMITS.zip_parts:,} parts"
        elif sum(part.file_size for part in parts) > LIMITS.zip_bytes:
            what = f"unpacked it takes more than {LIMITS.zip_bytes / 1e6:,.0f} MB"
        else:
            return
        raise UserError(f"“{self._name}” is not read: {what}.")


def _is_bomb(part: ZipInfo) -> bool:
    is_swollen = part.file_size > LIMITS.zip_ratio * max(1, part.compress_size)
    return part.file_size > LIMITS.zip_part_bytes or (part.file_size > _SMALL and is_swollen)
