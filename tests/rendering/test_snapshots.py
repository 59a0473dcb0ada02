"""Timelines and printed pages look as they are kept; `make golden` keeps new pictures.

Where things lie is told exactly by the drawings as text, in `tests/layout/golden`; these pictures
tell that the painter puts ink there. The rasterizers of different versions of Qt shade the edges of
letters and hatches differently by some levels out of 255, so that a pixel counts as changed from
`_LEVELS` on; a changed colour, hatch or font changes many times more pixels than `_SHARE` of them.
"""

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.rendering.snapshots import (
    FOLDER,
    PAGES,
    SNAPSHOTS,
    draw,
    pictures,
    snapshot_path,
)
from timeline_app.rendering.fonts import load_fonts

_LEVELS = 64
_SHARE = 0.001


def pixels(image: QImage) -> npt.NDArray[np.int16]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = plain.height(), plain.width(), 4
    return np.frombuffer(plain.constBits(), np.uint8).reshape(shape)[:, :, :3].astype(np.int16)


def changed(one: QImage, other: QImage) -> float:
    """The part of the pixels that differ visibly."""
    distance = np.abs(pixels(one) - pixels(other)).max(axis=2)
    return float((distance >= _LEVELS).mean())


@pytest.mark.parametrize("name", [*SNAPSHOTS, *PAGES])
def test_a_picture_is_as_it_is_kept(qapp: QApplication, name: str) -> None:
    load_fonts()
    kept, drawn = QImage(str(snapshot_path(name))), pictures()[name]()

    assert kept.size() == drawn.size()
    assert changed(kept, drawn) <= _SHARE


def test_another_timeline_would_be_noticed(qapp: QApplication) -> None:
    load_fonts()
    selected, sharp = draw(SNAPSHOTS["seed"]), draw(SNAPSHOTS["selection-sharp"])

    assert changed(selected, sharp.scaled(selected.size())) > 5 * _SHARE


def test_every_kept_picture_is_drawn() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*SNAPSHOTS, *PAGES}
