"""The files of the language model, and whether they are those that were shipped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from timeline_app.domain import UserError
from timeline_app.resources import resource_path

_MANIFEST = "manifest.json"
_REPAIR = "Install Timeline App again, or go on without it: proposals are then simpler."


def model_folder() -> Path:
    """Where the model of English lies."""
    return resource_path("models", "en")


def write_manifest(folder: Path, facts: Mapping[str, object]) -> None:
    """Write down the facts of a model and the hash of every file of it."""
    files = sorted(path for path in folder.iterdir() if path.suffix in (".bin", ".npz"))
    manifest = {**facts, "files": {path.name: _hash(path.read_bytes()) for path in files}}
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    folder.joinpath(_MANIFEST).write_text(text, encoding="utf-8")


def read_model_file(folder: Path, name: str) -> bytes:
    """The bytes of one file of a model; UserError when it is missing or damaged."""
    try:
        expected = json.loads(folder.joinpath(_MANIFEST).read_text(encoding="utf-8"))["files"][name]
        content = folder.joinpath(name).read_bytes()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(f"The language model is missing. {_REPAIR}") from error
    if _hash(content) != expected:
        raise UserError(f"The language model is damaged. {_REPAIR}")
    return content


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
