"""Makes PDF files, letter by letter where it matters."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

_LETTER_WIDTH = 0.6  # of the size: Courier's, so that columns have straight edges


@dataclass(frozen=True)
class Words:
    """A line of text at a place, in points from the lower left corner, turned by degrees."""

    text: str
    x: float
    y: float
    size: float = 10
    angle: int = 0


def column(
    lines: list[str], x: float, top: float, size: float = 10, leading: float = 12
) -> list[Words]:
    """Lines below each other, beginning at `x`; blanks before a line indent it."""
    return [
        Words(line.lstrip(), x + (len(line) - len(line.lstrip())) * size * _LETTER_WIDTH, y, size)
        for line, y in zip(lines, (top - leading * at for at in range(len(lines))), strict=True)
        if line.strip()
    ]


def pdf(
    pages: list[list[Words]], *, rotate: int = 0, properties: dict[str, str] | None = None
) -> bytes:
    """A PDF of A4 pages. The letter "^" is shown and stored as the ligature "fi"."""
    objects: list[bytes] = [b"", b"", _FONT]
    kids = []
    for page in pages:
        content = b"\n".join(map(_drawn, page))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (rotate, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), b" ".join(kids))
    info = "".join(f"/{key}({value})" for key, value in (properties or {}).items())
    objects.append(b"<<%s>>" % info.encode("latin-1"))
    return _file(objects)


def protected(data: bytes, password: str) -> bytes:
    """The same PDF, which opens only with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


_FONT = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding<</Type/Encoding"
    b"/BaseEncoding/WinAnsiEncoding/Differences[94/fi]>>>>"
)
_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


def _drawn(words: Words) -> bytes:
    turn = " ".join(map(str, _TURNS[words.angle]))
    text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"{turn} {words.x:.2f} {words.y:.2f} Tm"
    return f"BT /F {words.size} Tf {place} ({text}) Tj ET".encode("cp1252")


def _file(objects: list[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
    return bytes(made + trailer % (len(objects) + 1, len(objects), start))
