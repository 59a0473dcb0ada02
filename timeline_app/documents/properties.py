"""Judges what the properties of a document say: many are a template's, a program's or a copy's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline_app.documents.datelines import read_dateline
from timeline_app.documents.stated_days import read_day
from timeline_app.domain.publication_date import DateCandidate, DateOrigin

_JUNK_TITLE = re.compile(
    r"(?:microsoft word|word document|document ?\d*|untitled.*|unbenannt.*|sans titre.*|title"
    r"|titel|powerpoint presentation|presentation ?\d*|slide \d+|layout \d+|.*\\.*"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|p65|pmd|html?|eps|ps|wpd|xlsx?|pptx?))"
    r"(?:\s-\s.*)?",
    re.IGNORECASE,
)
_PROGRAM_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|print)\s+-\s+.*", re.IGNORECASE
)
_JUNK_AUTHOR = re.compile(
    r"(?:user|owner|admin(?:istrator)?|author|unknown|default|microsoft.*|windows.*|python-docx"
    r"|root|user\d+|hp|dell|acer|asus|lenovo|pc|.*@.*\\.*|\W*)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 300
_MOST_LINES, _TITLE_LINES = 80, 6
_WITHIN = 3_000  # letters from the beginning of the text


def own_title(stated: str, text: str) -> str:
    """The stated title if a line near the beginning of the text is or begins with it, else nothing.

    A title may be printed in several lines; one of a single word must be a line of its own.
    """
    title = " ".join(stated.split())
    if not is_likely_title(title):
        return ""
    wanted = _letters(title)
    lines = list(filter(None, map(_letters, text[:_WITHIN].split("\n")[:_MOST_LINES])))
    if " " not in title:
        return title if wanted in lines else ""
    starts = ("".join(lines[at : at + _TITLE_LINES]) for at in range(len(lines)))
    return title if any(start.startswith(wanted) for start in starts) else ""


def is_likely_title(title: str) -> bool:
    """Whether a stated title is not just the name of a program, a file or a template."""
    is_junk = _JUNK_TITLE.fullmatch(title) or _PROGRAM_TITLE.fullmatch(title)
    return 0 < len(title) <= _LONGEST_TITLE and not is_junk and any(map(str.isalpha, title))


def likely_author(stated: str) -> str:
    """The stated author, but for names that programs and machines give themselves."""
    author = " ".join(stated.split())
    return "" if _JUNK_AUTHOR.fullmatch(author) else author


def property_day(stated: str, where: str) -> tuple[DateCandidate, ...]:
    """The day of a property such as "2024-10-29T14:05:00Z", as a possible day of publication."""
    day = read_day(stated)
    if day is None:
        return ()
    return (DateCandidate(day, DateOrigin.PROPERTIES, where, stated.strip()[:40]),)


def days_of_heads(heads: Iterable[str]) -> Iterator[DateCandidate]:
    """The days in the running heads, such as those of a letterhead."""
    for line in heads:
        dateline = read_dateline(line)
        if dateline is not None and dateline.published is not None:
            where = "head of the page"
            yield DateCandidate(dateline.published, DateOrigin.DATELINE, where, line[:80])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
