"""Reads XML by the local names of its elements.

Office programs write the same elements in several namespaces: transitional and strict OOXML, old
and new OpenDocument. What an element is called is the same in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def local_name(element: Element) -> str:
    """The name without its namespace: "p" of "{http://…/main}p"."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute in whatever namespace; empty when it has none."""
    value = element.get(name)
    if value is not None:
        return value
    return next((each for key, each in element.items() if key.rpartition("}")[2] == name), "")


def descendants(root: Element, name: str) -> Iterator[Element]:
    """The elements of this name below `root`, in order."""
    return (element for element in root.iter() if local_name(element) == name)


def child(element: Element, name: str) -> Element | None:
    """The first child of this name; None without one."""
    return next((each for each in element if local_name(each) == name), None)


def text_of(root: Element | None, name: str) -> str:
    """The text of the first element of this name below `root`; empty without one."""
    found = next(descendants(root, name), None) if root is not None else None
    return "".join(found.itertext()).strip() if found is not None else ""
