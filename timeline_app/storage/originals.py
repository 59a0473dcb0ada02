"""The files that articles were read from, packed: each once, by the hash of its bytes."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_LEVEL = 6  # zlib's usual one: text shrinks to a third, and PDF hardly


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was read: `sha256` in hexadecimal, `size` in bytes before packing."""

    sha256: str
    name: str
    size: int
    packed: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Original:
        """Pack a file; takes a second for 50 MB, without holding other threads."""
        digest = hashlib.sha256(data).hexdigest()
        return cls(digest, name, len(data), zlib.compress(data, _LEVEL))

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return zlib.decompress(self.packed)

    @property
    def is_whole(self) -> bool:
        """Whether the bytes are those that were kept."""
        try:
            return hashlib.sha256(self.data).hexdigest() == self.sha256
        except (zlib.error, TypeError):
            return False


class OriginalStore:
    """The kept files of one project. A project of an older format has none."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, original: Original) -> None:
        """Keep a file, once."""
        self._db.execute(
            "INSERT OR IGNORE INTO originals (sha256, name, size, packed) VALUES (?, ?, ?, ?)",
            [original.sha256, original.name, original.size, original.packed],
        )

    def read(self, sha256: str) -> Original | None:
        """The file with this hash; None where it was not kept."""
        if not self._has_table():
            return None
        query = "SELECT sha256, name, size, packed FROM originals WHERE sha256 = ?"
        row = self._db.execute(query, [sha256]).fetchone()
        return None if row is None else Original(*row)

    def measure(self) -> tuple[int, int]:
        """How many files are kept, and the bytes that they take in the project."""
        if not self._has_table():
            return 0, 0
        query = "SELECT count(*), coalesce(sum(length(packed)), 0) FROM originals"
        count, size = self._db.execute(query).fetchone()
        return int(count), int(size)

    def forget(self) -> None:
        """Let go of all files; the room that they took is used again."""
        self._db.execute("DELETE FROM originals")

    def _has_table(self) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE name = 'originals'"
        return self._db.execute(query).fetchone() is not None
