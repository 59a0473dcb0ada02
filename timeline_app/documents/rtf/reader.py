"""Reads texts in Rich Text Format into articles."""

from __future__ import annotations

from timeline_app.documents.article import ReadFile
from timeline_app.documents.composing import Facts, compose, join_paragraphs, tidy
from timeline_app.documents.files import FileBytes
from timeline_app.documents.properties import (
    days_of_heads,
    likely_author,
    own_title,
    property_day,
)
from timeline_app.documents.rtf.parser import parse_rtf

_SIGNATURE = b"{\\rtf"
_HEAD = 64


class RtfReader:
    """Knows RTF by its signature, whatever its name: many are called ".doc"."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when the signature is the first thing in the file."""
        return (
            1.0 if file.data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n \t").startswith(_SIGNATURE) else 0.0
        )

    def read(self, file: FileBytes) -> ReadFile:
        """The text as one article. Raises UserError when there is none."""
        read = parse_rtf(file.data)
        text = join_paragraphs([*read.paragraphs, *read.notes]) or join_paragraphs(read.heads)
        facts = Facts(
            title=own_title(tidy(read.fields.get("title", "")), text),
            author=likely_author(tidy(read.fields.get("author", ""))),
            days=(
                *days_of_heads(map(tidy, read.heads)),
                *property_day(read.fields.get("creatim", ""), "created"),
                *property_day(read.fields.get("revtim", ""), "last change"),
            ),
        )
        return ReadFile((compose(text, file.name, facts),))
