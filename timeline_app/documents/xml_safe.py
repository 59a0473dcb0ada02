"""Parses the XML within documents: no entities, nothing from elsewhere, no bottomless nesting."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from timeline_app.documents.limits import LIMITS
from timeline_app.domain.errors import UserError


class _Forbidden(Exception):
    """What no document needs; its message ends the sentence about it."""


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML part of the file `name`. Raises UserError where it is no sound XML.

    A document type may be named, as in old tables of contents, but its definition is not read and
    may not stand in the part itself.
    """
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_inner_definitions
    parser.EntityDeclHandler = _refuse_entity
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - it takes no names
        return builder.close()
    except _Forbidden as error:
        raise UserError(f"“{name}” is not read: {error}.") from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UserError(f"“{name}” is damaged: a part of it is no sound XML ({error}).") from error


class _Builder:
    """Builds the tree as ElementTree does, with "{namespace}name" for names, and counts depth."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = 0
        self.data = self._tree.data
        self.close = self._tree.close

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        if self._depth > LIMITS.xml_depth:
            raise _Forbidden(f"its XML is nested more than {LIMITS.xml_depth:,} levels deep")
        named = {_braced(key): value for key, value in attributes.items()}
        self._tree.start(_braced(name), named)

    def end(self, name: str) -> None:
        """End an element."""
        self._depth -= 1
        self._tree.end(_braced(name))


def _braced(name: str) -> str:
    return "{" + name if "}" in name else name


def _refuse_inner_definitions(
    _name: str, _system: str | None, _public: str | None, has_definitions: int
) -> None:
    if has_definitions:
        raise _Forbidden("its XML defines types of its own, which no such document needs")


def _refuse_entity(*_declaration: object) -> None:
    raise _Forbidden("its XML defines entities, which no such document needs")
