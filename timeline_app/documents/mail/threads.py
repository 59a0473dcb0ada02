"""Tells in a mail what was written for it from what it quotes, and from what is below its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIELDS = {
    "from": "from von de da van от",
    "date": "sent date gesendet datum envoyé enviado fecha data inviato verzonden дата отправлено",
    "to": "to an à para a aan кому",
    "subject": "subject betreff objet asunto assunto oggetto onderwerp тема",
}
_FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words.split()}
_FIELD = re.compile(r"\s*\*?(?P<name>[^\W\d_]{1,12})\s?:\*?\s*(?P<value>\S.*)$")
_DIVIDER = re.compile(
    r"\s*(?:-{2,}|_{5,}|={3,})?\s*(?:begin forwarded message:|(?:"
    r"original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|message d'origine|message d’origine|message original|message transféré|mensaje original"
    r"|mensaje reenviado|mensagem original|messaggio originale|messaggio inoltrato"
    r"|oorspronkelijk bericht|doorgestuurd bericht|исходное сообщение|пересылаемое сообщение"
    r")\s*(?:-{2,}|_{5,}|={3,}))\s*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s*(?:on|am|le|el|il|op|em|в|\d).{5,300}?"
    r"(?:wrote|schrieb(?: .{1,120})?|a écrit|escribió|ha scritto|schreef(?: .{1,120})?|escreveu"
    r"|написал(?:а|\(а\))?)\s?:\s*",
    re.IGNORECASE | re.DOTALL,
)
_RULE = re.compile(r"\s*[_-]{10,}\s*")
_SIGNATURE = re.compile(r"-- ?")
_QUOTED = re.compile(r"\s*>")
_HEADER_LINES = 8


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The header of a mail that is quoted in another, and the offset where its text begins."""

    sender: str
    date: str
    subject: str
    start: int


def with_own_words_only(text: str) -> str:
    """The text with line feeds in place of what the mail quotes, and of what signs it.

    It is as long as `text`, so that offsets into one are those into the other.
    """
    lines = text.split("\n")
    own = _own_lines(lines)
    return "\n".join(
        line if is_own else "\n" * len(line) for line, is_own in zip(lines, own, strict=True)
    )


def find_forwarded(text: str) -> Forwarded | None:
    """The first quoted mail that states in lines of its own who wrote it and when."""
    lines = text.split("\n")
    for index in range(len(lines)):
        if fields := _header_at(lines, index):
            end = index + max(at for at, _ in fields.values()) + 1
            start = sum(len(line) + 1 for line in lines[:end])
            values = {name: value for name, (_, value) in fields.items()}
            return Forwarded(
                values["from"], values.get("date", ""), values.get("subject", ""), start
            )
    return None


def _own_lines(lines: Sequence[str]) -> list[bool]:
    """For each line, whether it was written for this mail."""
    own = [_QUOTED.match(line) is None for line in lines]
    for index, line in enumerate(lines):
        if not own[index]:
            continue
        if _SIGNATURE.fullmatch(line) or _begins_quote(lines, index):
            own[index:] = [False] * len(own[index:])
        elif count := _introduction(lines, index):
            # Answers may stand between quoted lines, or below them; unmarked quotes have none.
            is_marked = not all(own[index:])
            until = index + count if is_marked else len(own)
            own[index:until] = [False] * (until - index)
    return own


def _begins_quote(lines: Sequence[str], index: int) -> bool:
    """Whether everything from a line on is quoted: below a divider, or a header."""
    is_divider = _DIVIDER.fullmatch(lines[index]) is not None
    return is_divider or bool(_header_at(lines, index)) or _is_ruled(lines, index)


def _introduction(lines: Sequence[str], index: int) -> int:
    """How many lines from this one are "On … Jane wrote:"; 0 when none."""
    for count in (1, 2, 3):
        if _WROTE.fullmatch("\n".join(lines[index : index + count])):
            return count
    return 0


def _is_ruled(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the rule above a quoted header."""
    if not _RULE.fullmatch(lines[index]):
        return False
    following = next((at for at in range(index + 1, len(lines)) if lines[at].strip()), None)
    return following is not None and bool(_header_at(lines, following))


def _header_at(lines: Sequence[str], index: int) -> dict[str, tuple[int, str]]:
    """The fields of a quoted header that begins at a line, with their places from it."""
    first = _field(lines[index])
    if first is None or first[0] != "from":
        return {}
    found = dict(_fields(lines[index : index + _HEADER_LINES]))
    return found if "date" in found and len(found) > 2 else {}


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, tuple[int, str]]]:
    for at, line in enumerate(lines):
        if not line.strip() and at > 0 and lines[at - 1].strip() and at > 2:
            return
        if field := _field(line):
            yield field[0], (at, field[1])


def _field(line: str) -> tuple[str, str] | None:
    found = _FIELD.match(line)
    field = _FIELD_OF.get(found["name"].lower()) if found else None
    return (field, found["value"].strip()) if found and field else None
