"""Puts an article together from the paragraphs of a document and from what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.documents.article import ReadArticle
from timeline_app.documents.cleaning import clean_text, replacement_warnings
from timeline_app.documents.date_findings import CHANGE
from timeline_app.documents.files import too_large
from timeline_app.documents.front_matter import FrontMatter, analyse_front_matter
from timeline_app.documents.limits import LIMITS
from timeline_app.documents.missing_year import guess_year
from timeline_app.domain.citation import Citation
from timeline_app.domain.errors import UserError
from timeline_app.domain.publication_date import DateCandidate, DateOrigin

PARAGRAPH_BREAK = "\n\n"
_SPELT_OUT = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\N{SOFT HYPHEN}": "",
        "\N{ZERO WIDTH SPACE}": "",
        "\N{WORD JOINER}": "",
        "\N{ZERO WIDTH NO-BREAK SPACE}": "",
        "\N{NO-BREAK SPACE}": " ",
        "\N{LINE SEPARATOR}": "\n",
        "\N{PARAGRAPH SEPARATOR}": "\n",
        "\v": "\n",
        "\f": "\n",
        "\t": " ",
    }
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BLANKS = re.compile(r" {2,}")
_AROUND_LINE_END = re.compile(r" *\n *")
_SUREST = (DateOrigin.RECORD, DateOrigin.MARKUP, DateOrigin.DATELINE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself beside its text; empty where it says nothing.

    `days` are the possible days of publication; `title` is only meant for the article if it is
    the text's own, not a template's.
    """

    title: str = ""
    author: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    days: tuple[DateCandidate, ...] = ()
    citation: Citation | None = None


_NOTHING_KNOWN = Facts()


def tidy(text: str) -> str:
    """Text as a reader sees it.

    Ligatures are spelt out; soft hyphens and other invisible characters are gone, as are blanks
    that follow another or stand at an end of a line.
    """
    text = _BLANKS.sub(" ", _CONTROLS.sub("", text.translate(_SPELT_OUT)))
    return _AROUND_LINE_END.sub("\n", text).strip()


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """The paragraphs that have words, each tidied, with an empty line between."""
    return PARAGRAPH_BREAK.join(filter(None, map(tidy, paragraphs)))


def compose(
    text: str,
    name: str,
    facts: Facts = _NOTHING_KNOWN,
    *,
    own: str = "",
    pages: tuple[int, ...] = (),
    warnings: tuple[str, ...] = (),
) -> ReadArticle:
    """The article with this text: its own lines tell what the document does not say of itself.

    `name` is the file's, the source where nothing names another. `own` is the text with line
    feeds in place of what it only quotes, if it does. `pages` are offsets in `text`.
    Raises UserError when there is no text, or too much for one article.
    """
    text, replaced = clean_text(text)
    if not text.strip():
        raise UserError(f"“{name}” holds no text.")
    if len(text) > LIMITS.text_bytes:
        raise UserError(too_large(name, len(text), LIMITS.text_bytes))
    own = own if own.strip() else text
    matter = analyse_front_matter(own, known_title=facts.title, language=facts.language)
    days = candidate_days(matter, facts.days, own, facts.url or matter.url)
    return ReadArticle(
        title=facts.title or matter.title.strip(" |") or name,
        text=text,
        body=matter.body,
        published=days[0].day if days else None,
        date_origin=days[0].origin if days else DateOrigin.NOT_FOUND,
        source=facts.source or matter.source or name,
        author=facts.author or matter.author,
        place=matter.place,
        url=facts.url or matter.url,
        language=facts.language,
        warnings=warnings + replacement_warnings(replaced),
        candidates=days,
        pages=pages,
        citation=facts.citation,
    )


def candidate_days(
    matter: FrontMatter, stated: Iterable[DateCandidate], text: str, address: str
) -> tuple[DateCandidate, ...]:
    """The possible days of publication: of the record, of the dateline, then of the document.

    Where none is stated, that of a dateline of `text` whose year stands elsewhere, in `address`
    for one.
    """
    days = list(stated)
    if matter.published is not None:
        doubt = CHANGE if matter.is_update else ""
        days.append(DateCandidate(matter.published, DateOrigin.DATELINE, "dateline", doubt=doubt))
    if not days:
        guess = guess_year(text, text.split("\n"), address)
        return () if guess is None else (guess,)
    rank = {origin: place for place, origin in enumerate(_SUREST)}
    return tuple(sorted(days, key=lambda each: rank.get(each.origin, len(_SUREST))))
