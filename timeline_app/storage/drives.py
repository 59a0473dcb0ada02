"""Tells whether a folder lies on a network drive, where a write-ahead log is not safe."""

from __future__ import annotations

from pathlib import Path

# Their locks, or the order of their writes, are not those that SQLite relies on (sqlite.org/wal).
_NETWORK_KINDS = (
    "nfs",
    "cifs",
    "smb",
    "afpfs",
    "webdav",
    "davfs",
    "9p",
    "vboxsf",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd",
    "ncpfs",
)


def is_on_network(folder: Path) -> bool:
    """Whether a folder is on another computer's disk; False where nobody can tell."""
    resolved = folder.resolve()
    if str(resolved).startswith("\\\\"):
        return True
    import psutil

    mounts = {
        Path(part.mountpoint): f"{part.fstype},{part.opts}"
        for part in psutil.disk_partitions(all=True)
    }
    place = next((mounts[p] for p in (resolved, *resolved.parents) if p in mounts), "")
    return is_network_kind(place)


def is_network_kind(place: str) -> bool:
    """Whether a file system, told as "kind,option,…", is a network's."""
    kind, _, options = place.lower().partition(",")
    return kind.startswith(_NETWORK_KINDS) or "remote" in options.split(",")
