"""Writing a file so that it is there whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from timeline_app.domain import UserError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place at `path` when all of it is on the disk.

    What was there before is untouched until then, and for good when the writing ends with an
    exception. Raises UserError when the folder is missing or cannot be written to, when the disk
    is full, or when `path` is a folder.
    """
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        _check_target(path)
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise UserError(_sentence(error, path)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` into the file, replacing what was there only when all of it is on the disk.

    Raises UserError as `whole_file` does.
    """
    with whole_file(path) as file:
        file.write(content)


def _check_target(path: Path) -> None:
    if path.is_dir():
        raise UserError(f"“{path}” is a folder. Choose a file name.")
    if not path.parent.is_dir():
        raise UserError(f"The folder “{path.parent}” does not exist. Choose another one.")


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in _NO_ROOM:
        return f"The disk has no room for “{path.name}”. Free some space, or choose another disk."
    if error.errno == errno.ENAMETOOLONG:
        return "The file name is too long. Choose a shorter one."
    reason = error.strerror or "unknown reason"
    return f"“{path.name}” cannot be written to “{path.parent}” ({reason}). Choose another folder."
