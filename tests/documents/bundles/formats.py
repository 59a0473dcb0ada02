"""Writes the lines of a bundle as the formats that databases give them in."""

from __future__ import annotations

import io
import textwrap

from docx import Document

_LETTERS_IN_A_LINE = 85
_TOP, _HIGHEST, _LEADING, _GAP = 780, 650, 12, 12  # points


def as_docx(text: str) -> bytes:
    """A Word file with a paragraph for each line."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return _saved(document)


def as_docx_table(text: str) -> bytes:
    """A Word file with a row for each line, its cells parted by a tab."""
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for line in text.split("\n"):
        code, _, value = line.partition("\t")
        for cell, words in zip(table.add_row().cells, (code, value), strict=True):
            cell.text = words
    return _saved(document)


def as_rtf(text: str) -> bytes:
    """An RTF file with a paragraph for each line."""
    lines = ("".join(map(_rtf_letter, line)) for line in text.split("\n"))
    return ("{\\rtf1\\ansi " + "\\par\n".join(lines) + "}").encode("ascii")


def as_pdf(text: str) -> bytes:
    """A PDF whose lines are broken to the width of the page, with a gap below each of `text`."""
    height = 0
    pages: list[list[str]] = [[]]
    for line in text.split("\n"):
        for part in textwrap.wrap(line, _LETTERS_IN_A_LINE):
            pages[-1].append(f"1 0 0 1 56 {_TOP - height} Tm ({_pdf_text(part)}) Tj")
            height += _LEADING
        height += _GAP
        if height > _HIGHEST:
            height = 0
            pages.append([])
    return _pdf_of([f"BT /F 10 Tf {' '.join(page)} ET".encode("cp1252") for page in pages if page])


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def _rtf_letter(letter: str) -> str:
    if letter == "\t":
        return "\\tab "
    return letter if letter.isascii() and letter not in "\\{}" else f"\\u{ord(letter)}?"


def _pdf_text(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_of(pages: list[bytes]) -> bytes:
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, content in enumerate(pages):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
        objects.append(f"{page}/Resources<</Font<</F 3 0 R>>>>>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"
