"""Brings workbooks in the strict form of Open XML into the usual one, the only one openpyxl knows.

The two differ, in what cells need, by their namespaces alone: ECMA-376, Part 1, and Part 4, 9.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from timeline_app.documents.package import Package

_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = re.compile(rb"http://purl\.oclc\.org/ooxml/(spreadsheetml|drawingml)/main")
_RELATIONS = re.compile(rb"http://purl\.oclc\.org/ooxml/officeDocument/relationships")
_USUAL = b"http://schemas.openxmlformats.org/"


def is_strict(package: Package, book: str) -> bool:
    """Whether the part that lists the sheets is written in the strict form."""
    return _STRICT in package.read(book)


def in_usual_form(package: Package) -> bytes:
    """The archive with the namespaces of the usual form."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for name in package.names:
            data = package.read(name)
            if name.endswith((".xml", ".rels")):
                data = _MAIN.sub(_USUAL + rb"\1/2006/main", data)
                data = _RELATIONS.sub(_USUAL + b"officeDocument/2006/relationships", data)
            archive.writestr(name, data)
    return written.getvalue()
