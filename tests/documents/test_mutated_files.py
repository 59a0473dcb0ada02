"""Whatever becomes of a file on its way: each reader reads it, or says in a sentence why not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.e2e.every_format import every_format
from timeline_app.documents import ReadArticle, ReadFile, ReadTable, read_content
from timeline_app.documents.files import FileBytes
from timeline_app.documents.registry import READERS
from timeline_app.domain import UserError

_FILES = {kind: FileBytes(*named) for kind, named in every_format().items()}
_ZIP = b"PK\x03\x04"
# What parsers trip over more often than over chance bytes.
_SPLICES = st.sampled_from(
    [b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"&#0;", b"]]>", b"{", b"}", b"\\u-9",
     b"\r\n\r\n", b'"', b"@", b"%PDF-", b"endobj", b"stream\n", b"-1", b"99999999999999999999",
     "\u202e".encode(), b"=?utf-8?b?/w==?=", b"boundary="]
)  # fmt: skip


@st.composite
def _mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """A file of which some bytes were lost, changed, repeated or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        piece = draw(_SPLICES | st.binary(max_size=8) | st.just(data[start:end] * 3))
        data = data[:start] + piece + data[end:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.integers(0, 9)) == 0 else data


@st.composite
def _with_mutated_part(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive that is whole, and one of whose files is not."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = draw(st.sampled_from(sorted(parts)))
    parts[chosen] = draw(_mutated(parts[chosen]))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _broken(data: bytes) -> st.SearchStrategy[bytes]:
    whole = _mutated(data)
    return st.one_of(whole, _with_mutated_part(data)) if data.startswith(_ZIP) else whole


def _check(file: FileBytes) -> None:
    try:
        read = read_content(file)
    except UserError as refusal:
        sentence = str(refusal)
        assert file.name in sentence
        assert sentence.endswith(".")
        return
    for article in _articles(read):
        article.text.encode("utf-8")
        assert "\x00" not in article.text
        assert all(0 <= piece.start < piece.end <= len(article.text) for piece in article.body)
    for table in read.tables:
        _check_table(table)


def _articles(read: ReadFile) -> list[ReadArticle]:
    return [*read.articles, *(linked.record for linked in read.linked)]


def _check_table(table: ReadTable) -> None:
    assert all(len(row) == len(table.headings) for row in table.rows)


def test_there_is_a_file_for_every_reader() -> None:
    assert set(_FILES) == set(map(type, READERS))


@pytest.mark.parametrize("kind", _FILES, ids=lambda kind: kind.__name__)
@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_in_a_sentence(kind: type, data: st.DataObject) -> None:
    whole = _FILES[kind]

    _check(FileBytes(whole.name, data.draw(_broken(whole.data))))


@pytest.mark.parametrize("kind", _FILES, ids=lambda kind: kind.__name__)
@settings(deadline=None, max_examples=20)
@given(data=st.binary(min_size=1, max_size=400))
def test_a_name_may_lie_about_its_bytes(kind: type, data: bytes) -> None:
    signature = _FILES[kind].data[:8]

    _check(FileBytes(_FILES[kind].name, signature + data))
    _check(FileBytes(_FILES[kind].name, data))
