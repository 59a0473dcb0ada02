"""The language data of English: word classes and tables that travel in `resources`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from timeline_app.resources import resource_path

_LANGUAGE = "en"


def data_lines(name: str) -> Iterator[str]:
    """The lines of a data file that hold data: no comments, no blank lines."""
    path = resource_path("language", _LANGUAGE, name)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


@cache
def word_classes(name: str) -> Mapping[str, frozenset[str]]:
    """The classes of a file of the form "[class]" followed by lines of words."""
    classes: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in data_lines(name):
        if line.startswith("["):
            words = classes.setdefault(line.strip("[] \t"), set())
        else:
            words.update(line.split())
    return {key: frozenset(members) for key, members in classes.items()}


def function_words(word_class: str) -> frozenset[str]:
    """The words, in lower case, of one closed class of English."""
    return word_classes("function_words.txt")[word_class]


def clause_words(word_class: str) -> frozenset[str]:
    """The small words, in lower case, of one class that matters for what a clause tells."""
    return word_classes("clause_words.txt")[word_class]


def event_words(word_class: str) -> frozenset[str]:
    """The verbs (base form) or nouns (singular) of one class that matters for events."""
    return word_classes("event_words.txt")[word_class]
