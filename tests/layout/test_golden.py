"""The drawings of a dozen scenes stay as they are kept; `make golden` keeps new ones."""

import pytest

from tests.layout.golden_text import FOLDER, golden_path, text_of_scene
from tests.layout.scenes import SCENES


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_drawn_as_it_is_kept(name: str) -> None:
    kept = golden_path(name).read_text(encoding="utf-8").splitlines()

    assert text_of_scene(name).splitlines() == kept


def test_every_kept_drawing_belongs_to_a_scene() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(SCENES)
