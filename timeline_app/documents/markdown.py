"""Reads Markdown into articles: the text as it is shown, and what stands in its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_app.documents.article import ReadFile
from timeline_app.documents.cleaning import clean_text
from timeline_app.documents.composing import Facts, compose, join_paragraphs, tidy
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes, too_large
from timeline_app.documents.html_parsing import html_lines
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.stated_days import read_day
from timeline_app.documents.tables import row_paragraphs
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateCandidate, DateOrigin

if TYPE_CHECKING:
    from markdown_it.token import Token

_SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"))
_FRONT_MATTER = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>(?:.*\n){0,200}?)(?P=mark)[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})\s*[:=]\s*(?P<value>.*)$")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)$")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_PUBLISHED = ("published", "date", "publish_date", "date_published", "pubdate", "publication_date")
_COPIED = ("created", "date_created", "clipped", "saved")
_ADDRESSES = ("url", "link", "canonical_url", "source", "source_url")
_OUTLETS = ("publication", "outlet", "publisher", "site", "site_name", "website")


class MarkdownReader:
    """Takes what its suffix calls Markdown, since every text may be."""

    def confidence(self, file: FileBytes) -> float:
        """Surer than the reader of plain text, by suffix alone."""
        return 0.7 if file.suffix in _SUFFIXES else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The text as one article. Raises UserError when it is empty or too large."""
        if len(file.data) > LIMITS.text_bytes:
            raise UserError(too_large(file.name, len(file.data), LIMITS.text_bytes))
        decoded = decode(file.data)
        source = clean_text(decoded.text)[0]
        front = _FRONT_MATTER.match(source)
        fields = _fields(front["fields"].split("\n")) if front else {}
        tokens = _parse(source[front.end() :] if front else source)
        text = join_paragraphs(_paragraphs(tokens, file.name))
        facts = _facts(fields, _heading(tokens))
        return ReadFile((compose(text, file.name, facts, warnings=decoded.warnings),))


def _parse(source: str) -> list[Token]:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").parse(source)


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of front matter in YAML or TOML, as far as these are words and lists of words."""
    fields: dict[str, str] = {}
    key = ""
    for line in lines:
        if field := _FIELD.match(line):
            key = field["key"].lower()
            fields.setdefault(key, _bare(field["value"]))
        elif key and (item := _ITEM.match(line)):
            fields[key] = ", ".join(filter(None, (fields[key], _bare(item["value"]))))
    return fields


def _bare(value: str) -> str:
    """A value without quotation marks, brackets of a list, and links of a wiki."""
    value = _WIKI_LINK.sub(r"\1", value.strip())
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_bare(each) for each in value[1:-1].split(",") if each.strip())
    return tidy(value.strip("\"'"))


def _facts(fields: dict[str, str], heading: str) -> Facts:
    address = next((fields[key] for key in _ADDRESSES if "://" in fields.get(key, "")), "")
    return Facts(
        title=fields.get("title") or heading,
        author=fields.get("author") or fields.get("authors", ""),
        source=next((fields[key] for key in _OUTLETS if fields.get(key)), ""),
        url=address,
        language=(fields.get("lang") or fields.get("language", "")).lower(),
        days=(
            *_days(fields, _PUBLISHED, DateOrigin.MARKUP),
            *_days(fields, _COPIED, DateOrigin.PROPERTIES),
        ),
    )


def _days(
    fields: dict[str, str], keys: Sequence[str], origin: DateOrigin
) -> Iterator[DateCandidate]:
    for key in keys:
        if day := read_day(fields.get(key, "")):
            yield DateCandidate(day, origin, f"front matter, {key}", fields[key][:40])


def _heading(tokens: Sequence[Token]) -> str:
    """The first main heading, or any heading that the text begins with."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and (token.tag == "h1" or index == 0):
            return " ".join(_shown(tokens[index + 1]).split())
    return ""


def _paragraphs(tokens: Sequence[Token], name: str) -> Iterator[str]:
    row: list[list[str]] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield from row_paragraphs(row)
            row = None
        elif token.type == "inline" and row is not None:
            row.append([_shown(token)])
        elif token.type == "inline":
            yield _shown(token)
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield from html_lines(token.content, name)


def _shown(inline: Token) -> str:
    """The words of a paragraph without its marks: addresses of links, emphasis, tags."""
    return "".join(_pieces(inline.children or ()))


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
