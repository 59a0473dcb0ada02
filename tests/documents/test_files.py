"""Files that cannot be read each get one sentence; encodings are found or guessed aloud."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from timeline_app.documents import LIMITS, read_file
from timeline_app.domain import UserError

_TEXT = (
    "Der Bürgermeister sagte am Montag, die Brücke bleibe geschlossen. "
    "Über den Fluß führt nun nur die neue Brücke.\n"
)


def _page(head: str) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><p>{_TEXT * 3}</p></body></html>"


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_file(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no file" in _refusal(tmp_path / "missing.txt")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()

    assert "is a folder" in _refusal(tmp_path / "notes")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    assert "no ordinary file" in _refusal(pipe)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions differ")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "secret.txt", b"text")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")

    assert "permissions" in _refusal(path)


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert "is empty" in _refusal(_file(tmp_path, "empty.txt", data))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "an old Word"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture"),
        (b"SQLite format 3\x00" + bytes(100), "a database"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a document protected by a password",
        ),
    ],
)
def test_a_file_of_another_kind_says_what_it_seems_to_be(
    tmp_path: Path, data: bytes, kind: str
) -> None:
    sentence = _refusal(_file(tmp_path, "article.txt", data))

    assert f"seems to be {kind}" in sentence
    assert re.search(r"which cannot be read\. [A-Z][^.]+\.", sentence), "it says what to do"


@pytest.mark.parametrize(
    ("part", "kind"),
    [("xl/workbook.bin", "an Excel file of another kind"), ("notes.txt", "a zip archive")],
)
def test_archives_are_told_apart_by_their_parts(tmp_path: Path, part: str, kind: str) -> None:
    path = tmp_path / "article.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "text")

    assert f"seems to be {kind}" in _refusal(path)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = _file(tmp_path, "noise.txt", bytes(range(1, 32)) * 50)

    assert "does not hold text" in _refusal(path)


def test_a_short_word_like_a_signature_is_still_a_text(tmp_path: Path) -> None:
    path = _file(tmp_path, "cars.txt", b"BMW opened a plant in Leipzig on Monday, it said.")

    assert read_only_article(path).text.startswith("BMW opened")


def test_a_file_beyond_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)

    assert "5,000 MB" in _refusal(path)


def test_a_text_file_beyond_the_limit_for_texts(tmp_path: Path) -> None:
    path = _file(tmp_path, "long.txt", b"word " * (LIMITS.text_bytes // 5 + 1))

    assert "Split it" in _refusal(path)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_is_read_in_every_form_it_is_stored_in(tmp_path: Path, encoding: str) -> None:
    path = _file(tmp_path, "bridge.txt", _TEXT.encode(encoding))

    assert read_only_article(path).text == _TEXT


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    path = _file(tmp_path, "bridge.txt", (_TEXT * 3).encode("cp1252"))

    article = read_only_article(path)

    assert article.text == _TEXT * 3
    assert len(article.warnings) == 1
    assert "was guessed" in article.warnings[0]


@pytest.mark.parametrize(("stray", "places"), [(1, "In 1 place"), (2, "In 2 places")])
def test_stray_bytes_do_not_spoil_a_text_in_utf_8(tmp_path: Path, stray: int, places: str) -> None:
    text = "The minister said: “The café opens on Monday – or so we hope.”\n"
    path = _file(tmp_path, "cafe.txt", b"The caf\xe9 opens.\n" * stray + text.encode())

    article = read_only_article(path)

    assert article.text == "The caf\N{REPLACEMENT CHARACTER} opens.\n" * stray + text
    assert any(warning.startswith(places) for warning in article.warnings)
    assert not any("guessed" in warning for warning in article.warnings)


def test_a_single_letter_outside_ascii_is_western(tmp_path: Path) -> None:
    path = _file(tmp_path, "cafe.txt", b"The caf\xe9 opened on Monday, the mayor said.\n")

    article = read_only_article(path)

    assert article.text.startswith("The café opened")
    assert "cp1252 was guessed" in article.warnings[0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_other_encodings_are_not_taken_for_damaged_utf_8(tmp_path: Path, encoding: str) -> None:
    text = "Министры встретились в понедельник в Женеве. Они говорили очень долго.\n" * 3
    path = _file(tmp_path, "talks.txt", text.encode(encoding))

    assert read_only_article(path).text == text


def test_the_encoding_that_a_page_declares_is_taken(tmp_path: Path) -> None:
    page = _page('<meta charset="windows-1252"><title>Die alte Brücke</title>')
    article = read_only_article(_file(tmp_path, "bridge.html", page.encode("cp1252")))

    assert article.title == "Die alte Brücke"
    assert "Über den Fluß" in article.text
    assert article.warnings == ()


def test_a_page_is_known_by_its_first_tag_whatever_its_name(tmp_path: Path) -> None:
    page = _page("<title>Die alte Brücke</title>")

    assert (
        read_only_article(_file(tmp_path, "bridge.txt", page.encode())).title == "Die alte Brücke"
    )
