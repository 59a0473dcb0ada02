"""Reads mails that Outlook has saved (MSG) into articles."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from email.utils import format_datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from timeline_app.documents.article import ReadFile
from timeline_app.documents.encoding import decode
from timeline_app.documents.files import FileBytes
from timeline_app.documents.html_parsing import html_lines
from timeline_app.documents.mail.letters import Letter, read_letter
from timeline_app.domain.errors import UserError

if TYPE_CHECKING:
    from oxmsg import Message

_HTML = 0x1013  # PidTagHtml
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")  # a stream that every MSG has
# What damaged files make of the library's reading, which trusts them.
_DAMAGE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    OSError,
    struct.error,
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emz", ".wmz")  # mostly of signatures
_Value = TypeVar("_Value")


class MsgReader:
    """Knows Outlook's mails by the container of old Office files and a stream of their own."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when both are there."""
        return 1.0 if file.data.startswith(OLE) and _PROPERTIES in file.data else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The mail as an article, and the files that hang on it.

        Raises UserError when it is damaged or holds neither.
        """
        message = _load(file)
        text = _text(message, file.name)
        attachments = tuple(_attachments(message))
        subject = _read(lambda: message.subject) or ""
        sender = _sender(_read(lambda: message.sender) or "")
        return read_letter(Letter(subject, sender, _date(message), text), file.name, attachments)


def _load(file: FileBytes) -> Message:
    from oxmsg import Message

    try:
        return Message.load(file.data)
    except (*_DAMAGE, RecursionError) as error:
        raise UserError(
            f"“{file.name}” is damaged: it begins as a mail of Outlook, but cannot be read."
        ) from error


def _read(value: Callable[[], _Value | None]) -> _Value | None:
    """A property of a mail; None where it is missing or damaged."""
    try:
        return value()
    except _DAMAGE:
        return None


def _text(message: Message, name: str) -> str:
    if plain := _read(lambda: message.body):
        return plain
    html = _read(lambda: message.html_body)
    if html is None:
        data = _read(lambda: message.properties.binary_prop_value(_HTML))
        html = decode(data).text if data else ""
    return "\n".join(html_lines(html, name)) if html.strip() else ""


def _sender(stated: str) -> str:
    """The name of "Jane Doe <jane@example.org>", else the address."""
    name, _, address = stated.partition("<")
    return name.strip(' "') or address.strip(" <>")


def _date(message: Message) -> str:
    """As the sender's program wrote it, with its time zone, else in UTC."""
    headers = _read(lambda: message.message_headers) or {}
    stated = next((value for name, value in headers.items() if name.lower() == "date"), "")
    sent = _read(lambda: message.sent_date)
    return stated or (format_datetime(sent) if sent else "")


def _attachments(message: Message) -> Iterator[FileBytes]:
    for number, attachment in enumerate(_read(lambda: message.attachments) or (), 1):
        data = _read(partial(getattr, attachment, "file_bytes"))
        name = _read(partial(getattr, attachment, "file_name")) or f"attachment {number}"
        if data and not name.lower().endswith(_PICTURES):
            yield FileBytes(name.replace("/", "_").replace("\\", "_"), data)
