"""Records with files beside them become articles of the files, dated and cited by the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.records import samples
from timeline_app.documents import FileBytes
from timeline_app.domain import Article, DateOrigin
from timeline_app.domain.time import CivilDate
from timeline_app.services.reading import read_attachment, read_document

_PAGE = """<!DOCTYPE html><html lang="en"><head><title>Closed | Herald</title>
<meta property="article:published_time" content="2024-10-30"></head><body><article>
<h1>Bridge closed, at last</h1><p>The council voted on Monday to close the old bridge. Engineers had
warned for years that its piers were failing, and traffic will be led over the new one.</p><p>Mayor
Anna Berg said that nobody had been hurt. She thanked the firefighters.</p></article></body></html>
"""


def _read(folder: Path, records: str = samples.RIS) -> tuple[tuple[Article, ...], list[str]]:
    (folder / "records.ris").write_text(records, encoding="utf-8")
    told: list[str] = []
    return read_document(folder / "records.ris", told.append).articles, told


def _put(folder: Path, place: str = "files/12/bridge.html", text: str = _PAGE) -> Path:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_text_comes_from_the_file_and_the_rest_from_the_record(tmp_path: Path) -> None:
    _put(tmp_path)

    articles, told = _read(tmp_path)

    assert len(articles) == 2
    article = next(each for each in articles if each.title == "Old bridge is closed for good")
    assert "Anna Berg" in article.text
    assert (article.published, article.date_origin) == (CivilDate(2024, 10, 29), DateOrigin.RECORD)
    assert [each.day for each in article.candidates][:1] == [CivilDate(2024, 10, 29)]
    assert (article.source, article.author) == ("The Harbour Herald", "Jane Doe, John Smith")
    assert article.citation is not None
    assert article.citation.page == "3–4"
    assert any("no file “files/13/bridge.pdf” beside the records" in sentence for sentence in told)


def test_a_file_that_cannot_be_read_gives_way_to_the_next(tmp_path: Path) -> None:
    _put(tmp_path, "files/13/bridge.pdf", "%PDF-1.4 broken")
    _put(tmp_path)

    articles, told = _read(tmp_path)

    assert any("Anna Berg" in article.text for article in articles)
    assert any(sentence.startswith("A file of “Old bridge") for sentence in told)


def test_of_two_files_of_one_record_one_is_read_and_the_other_named(tmp_path: Path) -> None:
    text = "The council voted on Monday to close the old bridge.\n\nNobody was hurt, she said."
    _put(tmp_path, "files/13/bridge.txt", text)
    _put(tmp_path)

    articles, told = _read(tmp_path, samples.RIS.replace("bridge.pdf", "bridge.txt"))

    assert len(articles) == 2
    words = "was read from “files/12/bridge.html”; its file “files/13/bridge.txt” was not read."
    assert f"“Old bridge is closed for good” {words}" in told


def test_the_abstract_stands_in_for_a_file_that_is_gone(tmp_path: Path) -> None:
    records = samples.RIS.replace("LA  - en-GB", f"AB  - {samples.ABSTRACT}")

    articles, told = _read(tmp_path, records)

    article = next(each for each in articles if each.title == "Old bridge is closed for good")
    assert article.text == samples.ABSTRACT
    assert "Only the abstract of “Old bridge is closed for good” was there, not its text." in told


def test_a_record_whose_files_are_gone_is_told_of(tmp_path: Path) -> None:
    articles, told = _read(tmp_path)

    assert len(articles) == 1
    assert "“Old bridge is closed for good” was not added: there is nothing of it to read." in told


def test_each_record_is_told_of_before_its_files_are_read(tmp_path: Path) -> None:
    class Watcher:
        def __init__(self) -> None:
            self.notes: list[tuple[int, int, str]] = []

        def step(self, done: int, total: int, note: str = "") -> None:
            self.notes.append((done, total, note))

    _put(tmp_path)
    other = samples.RIS.replace("Old bridge is", "New bridge is")
    (tmp_path / "records.ris").write_text(samples.RIS + other, encoding="utf-8")
    watcher = Watcher()

    read_document(tmp_path / "records.ris", progress=watcher)

    titles = [f"{age} bridge is closed for good" for age in ("Old", "New")]
    assert watcher.notes == [(0, 4, titles[0]), (2, 4, titles[1])]


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    secret = _put(tmp_path, "secret.html")
    (folder / "files" / "12").mkdir(parents=True)
    (folder / "files" / "12" / "bridge.html").symlink_to(secret)

    articles, told = _read(folder)

    assert not any("Anna Berg" in article.text for article in articles)
    assert any("no file “files/12/bridge.html” beside the records" in sentence for sentence in told)


@pytest.mark.parametrize("place", ["files/12/bridge%20one.html", "files/12/bridge one.html"])
def test_names_may_be_written_as_in_addresses(tmp_path: Path, place: str) -> None:
    _put(tmp_path, "files/12/bridge one.html")

    articles, _ = _read(tmp_path, samples.RIS.replace("files/12/bridge.html", place))

    assert any("Anna Berg" in article.text for article in articles)


def test_records_that_came_in_a_mail_have_no_files_beside_them() -> None:
    told: list[str] = []

    document = read_attachment(FileBytes("records.ris", samples.RIS.encode()), told.append)

    assert len(document.articles) == 1
    assert any("beside the records" in sentence for sentence in told)
