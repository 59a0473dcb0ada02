"""Makes articles of letters: who wrote, when, and what of the text is the writer's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline_app.documents.article import ReadArticle, ReadFile
from timeline_app.documents.composing import Facts, compose, tidy
from timeline_app.documents.files import FileBytes
from timeline_app.documents.mail.message import day_of
from timeline_app.documents.mail.threads import Forwarded, find_forwarded, with_own_words_only
from timeline_app.documents.stated_days import read_day
from timeline_app.domain.publication_date import DateCandidate, DateOrigin

_REPLY = re.compile(
    r"(?:(?:re|aw|fw|fwd|wg|tr|rv|sv|vs|rif|enc|res|antw)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)
_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|\[mailto:[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail of any format. `date` is written as in mails (RFC 5322), or in ISO 8601."""

    subject: str
    sender: str
    date: str
    text: str


def read_letter(
    letter: Letter,
    name: str,
    attachments: tuple[FileBytes, ...],
    warnings: tuple[str, ...] = (),
) -> ReadFile:
    """The article of a mail with its files. One without text has its subject to say, or its sender.

    Raises UserError when there is none of these and no file either.
    """
    if letter.text.strip():
        return ReadFile((compose_letter(letter, name),), attachments, warnings=warnings)
    if attachments:
        warning = f"“{name}” has no text but what is attached."
        return ReadFile(attachments=attachments, warnings=(warning, *warnings))
    article = compose_letter(replace(letter, text=letter.subject or letter.sender), name)
    return ReadFile((article,), warnings=warnings)


def compose_letter(letter: Letter, name: str, warnings: tuple[str, ...] = ()) -> ReadArticle:
    """The article of a letter: dated by its header, and quoting no body of others.

    Of a mail that only hands on another one, that one is the article. Raises UserError when no
    text is in it.
    """
    text = tidy(letter.text)
    own = with_own_words_only(text)
    forwarded = find_forwarded(text) if not own.strip() else None
    if forwarded is not None:
        return _compose_forwarded(letter, text, forwarded, name, warnings)
    facts = Facts(
        title=_REPLY.sub("", letter.subject).strip(),
        author=letter.sender,
        days=_days(letter.date, "date of the mail"),
    )
    return compose(text, name, facts, own=own, warnings=warnings)


def _compose_forwarded(
    letter: Letter, text: str, forwarded: Forwarded, name: str, warnings: tuple[str, ...]
) -> ReadArticle:
    handed_on = replace(
        letter,
        subject=forwarded.subject or letter.subject,
        sender=_ADDRESS.sub("", forwarded.sender).strip(' "'),
        date=forwarded.date,
        text=text[forwarded.start :],
    )
    article = compose_letter(handed_on, name, warnings)
    later = _days(letter.date, "date of the mail that hands it on")
    days = article.candidates or later
    return replace(
        article,
        published=days[0].day if days else None,
        date_origin=days[0].origin if days else DateOrigin.NOT_FOUND,
        candidates=(*article.candidates, *later),
    )


def _days(stated: str, where: str) -> tuple[DateCandidate, ...]:
    day = day_of(stated) or read_day(stated)
    return (DateCandidate(day, DateOrigin.RECORD, where, stated[:80]),) if day else ()
