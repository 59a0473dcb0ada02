"""Recognises by their bytes the kinds of file that hold no text that can be read."""

from __future__ import annotations

import re
import unicodedata

_PASTE = "Copy its text and paste it here instead."
_RECOGNISE = "Have its text recognised (OCR), and add that."
_SAVE_ANEW = "Save it in a newer format, such as .docx, .xlsx or .pdf, and add that."
_AS_PDF = "Save it as a PDF, and add that."
_UNPACK = "Unpack it, and add the files in it."
_EXPORT = (
    "Open it in the program that it comes from, save it as .docx, .html or .pdf, and add that."
)
_UNPROTECT = "Save a copy without the password, and add that."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (_OLE, "an old Word, Excel or PowerPoint file", _SAVE_ANEW),
    (b"SQLite format 3\x00", "a database", _PASTE),
    (b"\x89PNG\r\n", "a picture", _RECOGNISE),
    (b"\xff\xd8\xff", "a picture", _RECOGNISE),
    (b"GIF8", "a picture", _RECOGNISE),
    (b"RIFF", "a picture, sound or video", _PASTE),
    (b"BM", "a picture", _RECOGNISE),
    (b"II*\x00", "a picture", _RECOGNISE),
    (b"MM\x00*", "a picture", _RECOGNISE),
    (b"AT&TFORM", "a scanned document (DjVu)", _RECOGNISE),
    (b"ID3", "a sound recording", _PASTE),
    (b"OggS", "a sound recording", _PASTE),
    (b"fLaC", "a sound recording", _PASTE),
    (b"\x00\x00\x00\x18ftyp", "a video", _PASTE),
    (b"\x00\x00\x00\x20ftyp", "a video", _PASTE),
    (b"\x1aE\xdf\xa3", "a video", _PASTE),
    (b"\x7fELF", "a program", _PASTE),
    (b"MZ", "a program", _PASTE),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"BZh", "a compressed file", _UNPACK),
    (b"\xfd7zXZ", "a compressed file", _UNPACK),
    (b"7z\xbc\xaf", "a compressed file", _UNPACK),
    (b"Rar!", "a compressed file", _UNPACK),
)
_ZIP = b"PK\x03\x04"
# A zip archive lists the names of its parts in clear, the telling ones near its beginning.
_ZIP_PARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet", "Save it as .xlsx, and add that."),
    (b"opendocument.presentation", "an OpenDocument presentation", _AS_PDF),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", _SAVE_ANEW),
    (b"xl/", "an Excel file of another kind", "Save it as .xlsx, and add that."),
    (b"ppt/", "a PowerPoint file", _AS_PDF),
)
_PROTECTED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO, 1.3.3
_TEXTUAL = frozenset((b"BM", b"MZ", b"II*\x00", b"MM\x00*", b"ID3", b"RIFF", b"GIF8", b"Rar!"))
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\s|svg[\s>])")
_PAGE = re.compile(rb"<(?:\w{1,20}:)?html[\s>]|<!doctype\s+html", re.IGNORECASE)
_HEAD = 8_192
_MANY_CONTROLS = 0.05


def unreadable_kind(data: bytes) -> str:
    """What a file without text seems to be, and what to do; empty when it may be text.

    For example: "a picture, which cannot be read. Have its text recognised (OCR), and add that."
    Signatures of two or four letters count only where the bytes are no text as well.
    """
    kind, advice = _kind_of(data)
    return f"{kind}, which cannot be read. {advice}" if kind else ""


def _kind_of(data: bytes) -> tuple[str, str]:
    head = data[:_HEAD]
    if head.startswith(_OLE) and _PROTECTED_OFFICE in data:
        return "a document protected by a password", _UNPROTECT
    if head.startswith(_ZIP):
        known = ((kind, advice) for part, kind, advice in _ZIP_PARTS if part in data)
        return next(known, ("a zip archive", _UNPACK))
    if _XML.match(head) and _PAGE.search(head) is None:
        return "data in XML", _EXPORT
    for signature, kind, advice in _SIGNATURES:
        if head.startswith(signature) and (signature not in _TEXTUAL or not _looks_like_text(head)):
            return kind, advice
    return "", ""


def _looks_like_text(head: bytes) -> bool:
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\f\r")
    return controls == 0


def is_mostly_controls(text: str) -> bool:
    """Whether so many control characters stand in a decoded text that it cannot have been one."""
    sample = text[:_HEAD]
    controls = sum(unicodedata.category(char) == "Cc" and char not in "\t\n\f\r" for char in sample)
    return controls + sample.count("\N{REPLACEMENT CHARACTER}") > len(sample) * _MANY_CONTROLS
