"""A disk in memory for SQLite that keeps a log of all writing, so that its power can be cut."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import Enum

import apsw

_SECTOR = 512
_POWERSAFE_OVERWRITE = 0x1000  # as SQLite's own file systems promise: a write spoils nothing beside


class Loss(Enum):
    """What a power cut takes of the writes that no sync has completed."""

    ALL = "all"
    LAST_PART = "a last part"
    SECTORS = "random sectors"


@dataclass(frozen=True, slots=True)
class Op:
    """A write at `offset`; without data a truncation to that size, without offset a removal."""

    file: str
    offset: int | None
    data: bytes | None = None

    def apply(self, files: dict[str, bytearray]) -> None:
        """Carry it out."""
        if self.offset is None:
            files.pop(self.file, None)
            return
        content = files.setdefault(self.file, bytearray())
        if self.data is None:
            del content[self.offset :]
            return
        content.extend(bytes(max(0, self.offset - len(content))))
        content[self.offset : self.offset + len(self.data)] = self.data

    def sectors(self) -> list[Op]:
        """The parts that arrive on the disk one without another."""
        if self.data is None or self.offset is None:
            return [self]
        starts = range(0, len(self.data), _SECTOR)
        return [Op(self.file, self.offset + i, self.data[i : i + _SECTOR]) for i in starts]


@dataclass(frozen=True, slots=True)
class Sync:
    """All that was written to a file, and its name in the folder, is on the disk."""

    file: str


@dataclass(slots=True)
class Platter:
    """What is on the disk for good, and what waits for a sync."""

    durable: dict[str, bytearray] = field(default_factory=dict)
    waiting: list[Op] = field(default_factory=list)

    def take(self, entry: Op | Sync) -> None:
        """Follow the log by one entry."""
        if isinstance(entry, Op):
            self.waiting.append(entry)
            return
        is_new = entry.file not in self.durable or Op(entry.file, None) in self.waiting
        waiting, self.waiting = self.waiting, []
        for op in waiting:
            # With the name of a new file the whole folder is synced, and so are all removals.
            if op.file == entry.file or (is_new and op.offset is None):
                op.apply(self.durable)
            else:
                self.waiting.append(op)

    def after_cut(self, loss: Loss, chance: random.Random) -> dict[str, bytearray]:
        """The files that are found when the power is back."""
        files = {name: bytearray(content) for name, content in self.durable.items()}
        survivors: list[Op] = []
        if loss is Loss.LAST_PART:
            survivors = self.waiting[: chance.randint(0, len(self.waiting))]
        elif loss is Loss.SECTORS:
            parts = (part for op in self.waiting for part in op.sectors())
            survivors = [part for part in parts if chance.random() < 0.5]
        for op in survivors:
            op.apply(files)
        return files


class Disk(apsw.VFS):
    """SQLite's way to the files in memory. Where `syncs_lie`, they do nothing and say they did."""

    def __init__(self, name: str, *, syncs_lie: bool = False) -> None:
        super().__init__(name, base="")
        self.files: dict[str, bytearray] = {}
        self.log: list[Op | Sync | int] = []
        self.syncs_lie = syncs_lie

    def do(self, op: Op) -> None:
        """Carry out and log."""
        op.apply(self.files)
        self.log.append(op)

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, pathname: str, _flags: int) -> bool:
        return pathname in self.files

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.do(Op(filename, None))
        if syncdir and not self.syncs_lie:
            self.log.append(Sync(filename))

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> DiskFile:
        flags[1] = flags[0]
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or "temporary"
        self.files.setdefault(path, bytearray())
        return DiskFile(self, path)


class DiskFile:
    """An open file. One process alone uses the disk, so locks are always there to be had."""

    def __init__(self, disk: Disk, path: str) -> None:
        self._disk, self._path = disk, path

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._disk.files[self._path][offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.do(Op(self._path, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        self._disk.do(Op(self._path, size))

    def xSync(self, _flags: int) -> None:
        if not self._disk.syncs_lie:
            self._disk.log.append(Sync(self._path))

    def xFileSize(self) -> int:
        return len(self._disk.files[self._path])

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return _POWERSAFE_OVERWRITE

    def xFileControl(self, _op: int, _pointer: int) -> bool:
        return False

    def xCheckReservedLock(self) -> bool:
        return False

    def xLock(self, level: int) -> None:
        """There is nobody else."""

    def xUnlock(self, level: int) -> None:
        """There is nobody else."""

    def xClose(self) -> None:
        """Nothing is held."""
