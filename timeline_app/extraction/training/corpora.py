"""Where the corpora lie, and which texts of each are trained on."""

from __future__ import annotations

import os
from pathlib import Path

from timeline_app.domain import UserError

_VARIABLE = "TIMELINE_APP_CORPORA"
_BESIDE_CHECKOUT = Path(__file__).resolve().parents[4] / "shared" / "corpora"


def corpora_path(*parts: str) -> Path:
    """A file or folder of the corpora; UserError when the corpora are not there."""
    root = Path(os.environ.get(_VARIABLE, _BESIDE_CHECKOUT))
    path = root.joinpath(*parts)
    if not path.exists():
        raise UserError(f"There is no {path}. Set {_VARIABLE} to the folder of the corpora.")
    return path
