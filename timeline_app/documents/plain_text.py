"""Reads plain text and Markdown, from a file or from the clipboard."""

from __future__ import annotations

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.cleaning import clean_text, replacement_warnings
from timeline_app.documents.composing import candidate_days
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes, too_large
from timeline_app.documents.front_matter import analyse_front_matter
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.signatures import is_mostly_controls
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateOrigin

_SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".asc", ".log", ""))


class PlainTextReader:
    """Takes every file that is text; the reader of last resort."""

    def confidence(self, file: FileBytes) -> float:
        """Sure by suffix alone, since any text will do."""
        return 0.6 if file.suffix in _SUFFIXES else 0.1

    def read(self, file: FileBytes) -> ReadFile:
        """The article in a text file. Raises UserError when it is no text, empty or too large."""
        if len(file.data) > LIMITS.text_bytes:
            raise UserError(too_large(file.name, len(file.data), LIMITS.text_bytes))
        decoded = decode(file.data)
        if is_mostly_controls(decoded.text):
            raise UserError(
                f"“{file.name}” does not hold text. "
                "Copy the article's text and paste it here instead."
            )
        article = read_text(decoded.text, file.name, warnings=decoded.warnings)
        return ReadFile((article,))


def read_text(
    text: str, name: str = "Pasted text", *, warnings: tuple[str, ...] = ()
) -> ReadArticle:
    """Read an article from its text alone: headline, dateline, by-line and body.

    `name` becomes the source where the text names none; `warnings` come before this reader's own.
    Raises UserError when the text is empty or too large.
    """
    if len(text) > LIMITS.text_bytes:
        raise UserError(too_large(name, len(text), LIMITS.text_bytes))
    cleaned, replaced = clean_text(text)
    if not cleaned.strip():
        raise UserError(f"“{name}” is empty.")
    if cleaned.count("\n") > LIMITS.text_lines:
        raise UserError(
            f"“{name}” has more than {LIMITS.text_lines:,} lines, too many for one article. "
            "Split it into its articles first."
        )
    matter = analyse_front_matter(cleaned)
    days = candidate_days(matter, (), cleaned, matter.url)
    return ReadArticle(
        title=matter.title,
        text=cleaned,
        body=matter.body,
        published=days[0].day if days else None,
        date_origin=days[0].origin if days else DateOrigin.NOT_FOUND,
        source=matter.source or name,
        author=matter.author,
        place=matter.place,
        url=matter.url,
        warnings=warnings + replacement_warnings(replaced),
        candidates=days,
    )
