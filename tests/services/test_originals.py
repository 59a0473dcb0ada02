"""The files of articles are kept with the project, byte for byte, once each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.sample_project import sample_article
from timeline_app.services import originals
from timeline_app.services.importing import add_article
from timeline_app.services.incoming import Incoming
from timeline_app.services.library import Library
from timeline_app.services.originals import (
    keep_originals,
    keeps_originals,
    original_of,
    pack_original,
    why_not_kept,
)

_DATA = "A treaty was signed in Oslo – last week.\r\n".encode("utf-16") * 50


@pytest.fixture
def file(tmp_path: Path) -> Incoming:
    path = tmp_path / "treaty.txt"
    path.write_bytes(_DATA)
    return Incoming("file", str(path))


def _add(library: Library, text: str, file: Incoming) -> int:
    return add_article(library, sample_article(text), [], pack_original(file))


def test_a_file_is_found_again_as_it_was(library: Library, file: Incoming) -> None:
    article = library.project.articles[_add(library, "A text.", file)]
    kept = original_of(library, article)
    assert kept is not None
    assert (kept.name, kept.size, kept.data) == ("treaty.txt", len(_DATA), _DATA)
    library.undo()
    library.redo()
    assert original_of(library, library.project.articles[article.id]) == kept


def test_a_file_of_several_articles_is_kept_once_and_takes_little_room(
    library: Library, file: Incoming
) -> None:
    for text in ("First text.", "Second text."):
        _add(library, text, file)
    count, size = library.measure_originals()
    assert count == 1
    assert 0 < size < len(_DATA)
    library.forget_originals()
    assert library.measure_originals() == (0, 0)
    assert all(original_of(library, each) is None for each in library.project.articles.values())


def test_what_was_pasted_or_is_gone_or_too_large_has_no_file(
    file: Incoming, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pack_original(Incoming("text", "A text.")) is None
    assert pack_original(Incoming("attachment", "a.txt", b"A text.")) is not None
    assert why_not_kept(file, pack_original(file)) == ()
    monkeypatch.setattr(originals, "MOST_KEPT", len(_DATA) - 1)
    assert pack_original(file) is None
    assert "larger than 64 MB" in why_not_kept(file, None)[0]
    assert why_not_kept(Incoming("text", "A text."), None) == ()
    Path(file.content).unlink()
    assert pack_original(file) is None


def test_of_a_record_the_file_that_it_names_is_kept_and_none_from_elsewhere(
    tmp_path: Path, file: Incoming
) -> None:
    folder = tmp_path / "records"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "a.txt").write_bytes(_DATA)
    records = Incoming("file", str(folder / "records.ris"))
    kept = pack_original(records, "files/a.txt")
    assert kept is not None
    assert (kept.name, kept.data) == ("a.txt", _DATA)
    assert pack_original(records, "../treaty.txt") is None
    assert pack_original(Incoming("attachment", "records.ris", b"x"), "files/a.txt") is None


def test_keeping_is_turned_off_for_a_project(library: Library) -> None:
    assert keeps_originals(library)
    keep_originals(library, is_on=False)
    assert not keeps_originals(library)
