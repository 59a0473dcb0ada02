"""Writing a file so that it is there whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from timeline_app.domain import UserError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` into the file, replacing what was there only when all of it is on the disk.

    Raises UserError when the folder is missing or cannot be written to, when the disk is full, or
    when `path` is a folder. The file that was there before is then untouched.
    """
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        _check_target(path)
        _write_and_sync(part, content)
        part.replace(path)
    except OSError as error:
        raise UserError(_sentence(error, path)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _check_target(path: Path) -> None:
    if path.is_dir():
        raise UserError(f"“{path}” is a folder. Choose a file name.")
    if not path.parent.is_dir():
        raise UserError(f"The folder “{path.parent}” does not exist. Choose another one.")


def _write_and_sync(part: Path, content: bytes) -> None:
    with part.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in _NO_ROOM:
        return f"The disk has no room for “{path.name}”. Free some space, or choose another disk."
    if error.errno == errno.ENAMETOOLONG:
        return "The file name is too long. Choose a shorter one."
    reason = error.strerror or "unknown reason"
    return f"“{path.name}” cannot be written to “{path.parent}” ({reason}). Choose another folder."
