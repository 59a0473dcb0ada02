"""Articles in seven languages, each time expression marked with what it means.

The first line is the article's date; "[[words|EDTF]]" marks a time expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from timeline_app.domain import TextRange
from timeline_app.domain.time import CivilDate

_MARK = re.compile(r"\[\[([^|\]]+)\|(\[?[^\]]+\]?)\]\]")


@dataclass(frozen=True)
class MarkedArticle:
    """An article, and the places of its time expressions with their meanings in EDTF."""

    language: str
    published: CivilDate
    text: str
    times: list[tuple[TextRange, str]]


def read_marked(path: Path) -> MarkedArticle:
    """Read one of the articles, without its marks."""
    date, _, marked = path.read_text(encoding="utf-8").partition("\n")
    text, times, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        times.append((TextRange(len(text), len(text) + len(mark[1])), mark[2]))
        text += mark[1]
        position = mark.end()
    text += marked[position:]
    return MarkedArticle(path.stem, CivilDate(*map(int, date.split("-"))), text, times)


ARTICLES = [
    read_marked(path) for path in sorted(Path(__file__).with_name("articles").glob("*.txt"))
]
