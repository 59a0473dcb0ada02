"""Reads mails (EML) into articles."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline_app.documents.article import ReadFile
from timeline_app.documents.files import FileBytes
from timeline_app.documents.mail.bodies import read_body
from timeline_app.documents.mail.letters import Letter, read_letter
from timeline_app.documents.mail.message import header, parse_mail, sender

_HEAD = 8_192
_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n])")
# No letter on paper has these.
_OF_MAILS = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|delivered-to|x-[a-z-]+|dkim-signature"
    rb"|content-type|authentication-results):",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 2
_SUFFIXES = (".eml", ".emlx", ".mbox")
_NEXT_MAIL = re.compile(rb"(?<=\n)From \S[^\n]{0,200} \d{4}\r?\n(?=[A-Za-z-]{1,60}:)")
_LENGTH = re.compile(
    rb"^(\d{1,9})[ \t]*\n(?=[A-Za-z-]{1,60}:)"
)  # that Apple Mail puts above a mail


class EmlReader:
    """Knows mails by the headers that they begin with."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when the headers of mail programs open the file; its suffix helps."""
        head = _LENGTH.sub(b"", file.data[:_HEAD].lstrip()).replace(b"\r", b"")
        if _HEADER.match(head) is None:
            return 0.0
        if len(_OF_MAILS.findall(head.partition(b"\n\n")[0])) >= _FEWEST:
            return 0.95
        return 0.9 if file.suffix in _SUFFIXES else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The mail as an article, and the files that hang on it.

        Raises UserError when there is neither, or parts are nested too deeply.
        """
        mails = _mails_in(file.data)
        if len(mails) == 1:
            return _read_mail(FileBytes(file.name, mails[0]))
        read = [_read_mail(FileBytes(file.name, each)) for each in mails]
        return ReadFile(
            tuple(article for each in read for article in each.articles),
            tuple(attachment for each in read for attachment in each.attachments),
            warnings=tuple(dict.fromkeys(warning for each in read for warning in each.warnings)),
        )


def _mails_in(data: bytes) -> list[bytes]:
    """The mails of a mailbox (RFC 4155), of a file of Apple Mail, or the one that the file is."""
    if data.startswith(b"From "):
        starts = [found.start() for found in _NEXT_MAIL.finditer(data)]
        return [data[a:b] for a, b in pairwise((0, *starts, len(data)))]
    if length := _LENGTH.match(data):
        return [data[length.end() : length.end() + int(length[1])]]
    return [data]


def _read_mail(file: FileBytes) -> ReadFile:
    message = parse_mail(file)
    body = read_body(message, file.name)
    date = header(message, "date") or header(message, "received").rpartition(";")[2]
    letter = Letter(header(message, "subject"), sender(message), date, body.text)
    return read_letter(letter, file.name, body.attachments, body.warnings)
