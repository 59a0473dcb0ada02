"""Recognises by their first bytes the kinds of file that hold no readable text, or none yet."""

from __future__ import annotations

import unicodedata

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or video"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00\x20ftyp", "a video"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
)
_ZIP = b"PK\x03\x04"
# A zip archive lists the names of its parts in clear, the telling ones near its beginning.
_ZIP_PARTS: tuple[tuple[bytes, str], ...] = (
    (b"application/epub+zip", "an e-book"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Word file"),
    (b"xl/", "an Excel file"),
    (b"ppt/", "a PowerPoint file"),
)
_TEXTUAL = frozenset((b"BM", b"MZ", b"II*\x00", b"MM\x00*", b"ID3", b"RIFF", b"GIF8", b"Rar!"))
_MAIL_HEADERS = (b"mime-version:", b"message-id:", b"received:", b"return-path:")
_HEAD = 8_192
_MANY_CONTROLS = 0.05


def seems_to_be(data: bytes) -> str:
    """What a file that is no plain text or HTML seems to be ("a PDF"); empty when it may be text.

    Signatures of two or four letters count only where the bytes are no text as well.
    """
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return next((kind for part, kind in _ZIP_PARTS if part in head), "a zip archive")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (signature not in _TEXTUAL or not _looks_like_text(head)):
            return kind
    return _mail_kind(head)


def _looks_like_text(head: bytes) -> bool:
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\f\r")
    return controls == 0


def _mail_kind(head: bytes) -> str:
    lines = head[:2_048].lower().splitlines()
    headers = sum(line.startswith(_MAIL_HEADERS) for line in lines)
    is_archive = any(line.startswith(b"content-type: multipart/related") for line in lines)
    if headers and is_archive:
        return "a saved web archive"
    return "an e-mail" if headers >= 2 else ""


def is_mostly_controls(text: str) -> bool:
    """Whether so many control characters stand in a decoded text that it cannot have been one."""
    sample = text[:_HEAD]
    controls = sum(unicodedata.category(char) == "Cc" and char not in "\t\n\f\r" for char in sample)
    return controls + sample.count("\N{REPLACEMENT CHARACTER}") > len(sample) * _MANY_CONTROLS
