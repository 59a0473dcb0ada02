"""Opens documents that are zip archives of XML parts: Word, OpenDocument, EPUB."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from timeline_app.documents.files import FileBytes
from timeline_app.documents.xml_safe import parse_xml
from timeline_app.documents.zip_parts import ZipParts
from timeline_app.domain.errors import UserError


class Package:
    """The parts of one archive. Raises UserError where the archive is damaged or too large."""

    def __init__(self, file: FileBytes) -> None:
        self.file_name = file.name
        self._parts = ZipParts(file)
        # Programs on Windows have written other capitals, and slashes, than they refer to.
        self._names = {_folded(name): name for name in self._parts.names}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._names.values())

    def __contains__(self, name: str) -> bool:
        return _folded(name) in self._names

    def read(self, name: str) -> bytes:
        """The bytes of a part; none where it is missing."""
        known = self._names.get(_folded(name))
        return self._parts.read(known) if known is not None else b""

    def xml(self, name: str) -> Element | None:
        """The root of an XML part; None where it is missing or empty."""
        data = self.read(name)
        return parse_xml(data, self.file_name) if data.strip() else None

    def optional_xml(self, name: str) -> Element | None:
        """The root of a part that the text can do without: None where it is damaged, too."""
        try:
            return self.xml(name)
        except UserError:
            return None


def resolve(base: str, reference: str) -> str:
    """The name of the part that the part `base` refers to, without the place in it.

    A reference that leaves the archive or the computer names no part, and so finds none.
    """
    path = unquote(reference.partition("#")[0])
    return normpath(join(dirname(base), path)).lstrip("/") if path else base


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
