"""Chooses the parts of a mail that are its text, and offers the others as files."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message

from timeline_app.documents.composing import PARAGRAPH_BREAK
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html_parsing import html_lines
from timeline_app.documents.mail.message import (
    DEEPEST,
    content,
    file_name,
    header,
    is_container,
    parts_of,
    text_of,
    too_deep,
)

_TEXTUAL = frozenset(("text/plain", "text/html", "text/enriched", "text"))
_NO_FILES = frozenset(
    """
    application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature
    application/ms-tnef application/pkcs7-mime application/x-pkcs7-mime application/pgp-encrypted
    message/delivery-status message/disposition-notification text/rfc822-headers
    """.split()
)
_ENCRYPTED = "The mail is encrypted. Open it in a mail program, and copy its text here instead."
_UNREAD = {
    "application/ms-tnef": "A part of it is in a form that Outlook alone can read (winmail.dat), "
    "and was left out.",
    "application/pkcs7-mime": _ENCRYPTED,
    "application/x-pkcs7-mime": _ENCRYPTED,
    "application/pgp-encrypted": _ENCRYPTED,
}
_LEAST_PLAIN = 0.3  # of the letters of the HTML: a shorter plain text only says that there is more
_SUFFIXES = {
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
}


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail, and the files that hang on it."""

    text: str
    attachments: tuple[FileBytes, ...] = ()
    warnings: tuple[str, ...] = ()


def read_body(message: Message, name: str) -> Body:
    """The text of a mail and its files. Raises UserError where parts are nested too deeply."""
    chosen, others = _sorted(message, name, 0)
    kinds = {part.get_content_type() for part in others}
    texts = (_text(part, name) for part in chosen)
    files = (_attachment(part, number) for number, part in enumerate(others, 1))
    text = PARAGRAPH_BREAK.join(filter(str.strip, texts))
    warnings = tuple(sentence for kind, sentence in _UNREAD.items() if kind in kinds)
    return Body(text, tuple(filter(None, files)), tuple(dict.fromkeys(warnings)))


def _sorted(part: Message, name: str, depth: int) -> tuple[list[Message], list[Message]]:
    """The parts that are text, and those that are files."""
    if depth > DEEPEST:
        raise too_deep(name)
    if not is_container(part):
        return ([part], []) if _is_text(part) else ([], [part])
    found = [_sorted(each, name, depth + 1) for each in parts_of(part)]
    others = [each for _, files in found for each in files]
    texts = [texts for texts, _ in found if texts]
    if part.get_content_type() == "multipart/alternative" and len(texts) > 1:
        return _best(texts, name), others
    if part.get_content_type() == "multipart/related" and texts:
        return texts[0], others
    return [each for several in texts for each in several], others


def _is_text(part: Message) -> bool:
    if part.get_content_maintype() == "multipart":
        return True  # its boundary is missing, so that it was not taken apart
    is_attached = part.get_content_disposition() == "attachment"
    return part.get_content_type() in _TEXTUAL and not is_attached and not _is_named_file(part)


def _is_named_file(part: Message) -> bool:
    """A text with a name, which is not shown within the mail, is a file."""
    return bool(file_name(part)) and part.get_content_disposition() != "inline"


def _best(alternatives: list[list[Message]], name: str) -> list[Message]:
    """The plain version, unless it has much less of the text than the version in HTML."""
    lengths = [sum(len(_text(part, name)) for part in parts) for parts in alternatives]
    plain = [
        (parts, length)
        for parts, length in zip(alternatives, lengths, strict=True)
        if all(part.get_content_type() != "text/html" for part in parts)
    ]
    if plain and plain[0][1] >= _LEAST_PLAIN * max(lengths):
        return plain[0][0]
    return alternatives[lengths.index(max(lengths))]


def _text(part: Message, name: str) -> str:
    text = text_of(part)
    if part.get_content_type() == "text/html":
        return "\n".join(html_lines(text, name))
    return _unflowed(text, part) if part.get_param("format") == "flowed" else text


def _unflowed(text: str, part: Message) -> str:
    """The text with its lines as long as its writer had them (RFC 3676)."""
    joined: list[str] = []
    goes_on = False
    deletes_blank = part.get_param("delsp") == "yes"
    for raw in text.split("\n"):
        line = raw.removeprefix(" ") if not raw.startswith(">") else raw
        if goes_on and not line.startswith(">"):
            joined[-1] += line
        else:
            joined.append(line)
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if goes_on and deletes_blank:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)


def _attachment(part: Message, number: int) -> FileBytes | None:
    kind = part.get_content_type()
    is_shown_picture = kind.startswith("image/") and part.get_content_disposition() != "attachment"
    if kind in _NO_FILES or is_shown_picture:
        return None
    data = _mail_bytes(part) if kind == "message/rfc822" else content(part)
    name = file_name(part)
    if not name and kind == "message/rfc822":
        subjects = (header(inner, "subject") for inner in parts_of(part))
        name = next(filter(None, subjects), "")[:80]
        name = "".join(each if each.isalnum() or each in " -_" else "_" for each in name).strip()
    suffix = _SUFFIXES.get(kind, "")
    name = name or f"attachment {number}"
    return (
        FileBytes(name if name.lower().endswith(suffix) else name + suffix, data) if data else None
    )


def _mail_bytes(part: Message) -> bytes:
    """A mail within a mail, as the file that it would be."""
    inner = parts_of(part)
    if not inner:
        return content(part)
    try:
        return inner[0].as_bytes()
    except (UnicodeError, LookupError, ValueError, TypeError, RecursionError):
        # What cannot be written again was written wrongly; its text at least can be read.
        return content(inner[0])
