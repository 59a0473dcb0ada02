"""Takes mails apart with the standard library: headers, parts, letters.

The older of its two policies is used: the newer one reads headers into objects, and raises for
many that are written wrongly. What those mean is worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_tz

from timeline_app.documents.cleaning import clean_text
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.domain.errors import UserError
from timeline_app.domain.time.calendar import CivilDate, is_valid_date

_LONGEST_HEADER = 65_536  # letters that are looked at
DEEPEST = 50  # parts within parts
_STATEFUL = re.compile(r"iso-2022|utf-?7|utf-?16|utf-?32|hz", re.IGNORECASE)
_LATIN = frozenset(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"))
_BLANKS = re.compile(r"\s+")
_UNSAFE = re.compile(r"[\x00-\x1f/\\:*?\"<>|]")


def parse_mail(file: FileBytes) -> Message:
    """The parts of a mail. Raises UserError when they are nested too deeply."""
    data = file.data.replace(b"\r\r\n", b"\r\n")  # of programs that turn line ends twice
    # Mailboxes begin each message with a line "From …" that is no header.
    data = data.partition(b"\n")[2] if data.startswith(b"From ") else data
    try:
        return message_from_bytes(data.lstrip(b"\r\n"))
    except RecursionError as error:
        raise too_deep(file.name) from error


def too_deep(name: str) -> UserError:
    """What is raised for a mail whose parts are nested beyond the limit."""
    return UserError(
        f"“{name}” cannot be read as a mail: its parts are nested more than {DEEPEST} levels deep."
    )


def leaf_parts(message: Message, name: str) -> Iterator[Message]:
    """All parts that hold no others, in order. Raises UserError beyond the limit of nesting."""
    pending: list[tuple[Message, int]] = [(message, 0)]
    while pending:
        part, depth = pending.pop()
        if depth > DEEPEST:
            raise too_deep(name)
        if is_container(part):
            pending += [(each, depth + 1) for each in reversed(parts_of(part))]
        else:
            yield part


def is_container(part: Message) -> bool:
    """Whether a part is there for its parts; a mail within a mail is one part."""
    return part.is_multipart() and part.get_content_maintype() == "multipart"


def parts_of(part: Message) -> list[Message]:
    """The parts right below one."""
    payload = part.get_payload()
    found = payload if isinstance(payload, list) else []
    return [each for each in found if isinstance(each, Message)]


def header(message: Message, name: str) -> str:
    """The first header of this name in readable letters on one line; empty without one."""
    return _one_line(_decoded(_raw_header(message, name)))


def sender(message: Message) -> str:
    """Who wrote it: the names, else the addresses, as the header "From" has them."""
    raw = _raw_header(message, "from")
    try:
        addresses = getaddresses([raw])
    except (ValueError, IndexError, RecursionError):
        return header(message, "from")
    names = (_one_line(_decoded(name)) or address for name, address in addresses)
    return ", ".join(filter(None, names)) or header(message, "from")


def day_of(stated: str) -> CivilDate | None:
    """The calendar day of a date as in mails, in the time zone in which it was written."""
    try:
        parsed = parsedate_tz(stated)
    except (ValueError, IndexError, TypeError):
        return None
    if parsed is None or not is_valid_date(*parsed[:3]):
        return None
    return CivilDate(*parsed[:3])


def file_name(part: Message) -> str:
    """The name that an attached part gives itself, without a folder; empty without one."""
    try:
        name = part.get_filename()
    except (LookupError, ValueError, TypeError):
        return ""
    return _UNSAFE.sub("_", _one_line(_decoded(name or ""))).strip(". ")


def content(part: Message) -> bytes:
    """The bytes of a part, out of the transfer encoding."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def text_of(part: Message) -> str:
    """The letters of a textual part. Its label is not trusted where the bytes speak against it."""
    data = content(part)
    try:
        label = part.get_content_charset("")
    except (LookupError, ValueError, TypeError):
        label = ""
    return clean_text(_with_label(data, str(label)))[0]


def _with_label(data: bytes, label: str) -> str:
    encodings = ("utf-8", "cp1252" if label in _LATIN else label)
    for encoding in (label,) if _STATEFUL.match(label) else encodings:
        try:
            return data.decode(encoding or "utf-8")
        except (ValueError, LookupError):
            continue
    return decode(data).text


def _raw_header(message: Message, name: str) -> str:
    values = (value for key, value in message.raw_items() if key.lower() == name)
    return str(next(values, ""))[:_LONGEST_HEADER]


def _decoded(raw: str) -> str:
    """Letters of encoded words (RFC 2047), and of bytes that stand in a header as they are."""
    if "=?" not in raw:
        return decode(raw.encode("utf-8", "surrogateescape")).text if not raw.isascii() else raw
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError, LookupError):
        return raw
    return "".join(
        piece if isinstance(piece, str) else _with_label(piece, (charset or "").lower())
        for piece, charset in pieces
    )


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", clean_text(text)[0]).strip()
