"""Reads web pages that browsers have saved in one file (MHTML) into articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.composing import compose
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html import read_html
from timeline_app.documents.html_saved import SavedPage
from timeline_app.documents.mail.bodies import read_body
from timeline_app.documents.mail.message import day_of, header, leaf_parts, parse_mail, text_of
from timeline_app.domain.citation import Citation
from timeline_app.domain.errors import UserError
from timeline_app.domain.time.calendar import CivilDate

_SUFFIXES = frozenset((".mht", ".mhtml"))
_HEAD = 8_192
_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n]")
_SAVED = re.compile(rb"snapshot-content-location:|^from:\s*\W*saved by", re.I | re.M)
_PAGES = frozenset(("text/html", "application/xhtml+xml"))


class MhtmlReader:
    """Knows saved pages by the headers that browsers write, or by suffix and any header."""

    def confidence(self, file: FileBytes) -> float:
        """Surer than the reader of mails, whose form these files have."""
        head = file.data[:_HEAD]
        if _HEADER.match(head) is None:
            return 0.0
        return 0.98 if file.suffix in _SUFFIXES or _SAVED.search(head) else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The page as an article. Raises UserError when no page with text is in the file.

        The day in the header is that of saving: the article was looked at on it.
        """
        message = parse_mail(file)
        day = day_of(header(message, "date"))
        article = _first_readable(message, file.name, day)
        address = header(message, "snapshot-content-location")
        return ReadFile(
            (
                replace(
                    article,
                    title=article.title or header(message, "subject"),
                    url=article.url or (address if address.startswith("http") else ""),
                    citation=Citation(kind="webpage", accessed=day),
                ),
            )
        )


def _first_readable(message: Message, name: str, day: CivilDate | None) -> ReadArticle:
    """The page that the file was saved for; of a frame set, its first frame with text."""
    refusal = UserError(f"“{name}” holds no page with text.")
    for page in _pages(message, name):
        address = header(page, "content-location")
        saved = SavedPage(address if address.startswith("http") else "", day)
        try:
            return read_html(text_of(page), name, saved=saved)
        except UserError as error:
            refusal = error
    if text := read_body(message, name).text.strip():  # a saved file that is no page
        return compose(text, name)
    raise refusal


def _pages(message: Message, name: str) -> Iterator[Message]:
    return (part for part in leaf_parts(message, name) if part.get_content_type() in _PAGES)
