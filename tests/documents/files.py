"""Reads files that hold one article each."""

from __future__ import annotations

from pathlib import Path

from timeline_app.documents import ReadArticle, read_file


def read_only_article(path: Path) -> ReadArticle:
    """The one article in a file."""
    [article] = read_file(path).articles
    return article
