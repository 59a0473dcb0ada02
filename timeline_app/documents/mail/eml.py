"""Reads mails (EML) into articles."""

from __future__ import annotations

import re

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


class EmlReader:
    """Knows mails by the headers that they begin with."""

    def confidence(self, file: FileBytes) -> float:
        """Sure when the headers of mail programs open the file; its suffix helps."""
        if _HEADER.match(file.data.lstrip()[:_HEAD]) is None:
            return 0.0
        if len(_OF_MAILS.findall(file.data[:_HEAD].partition(b"\n\n")[0])) >= _FEWEST:
            return 0.95
        return 0.9 if file.suffix == ".eml" else 0.0

    def read(self, file: FileBytes) -> ReadFile:
        """The mail as an article, and the files that hang on it.

        Raises UserError when there is neither, or parts are nested too deeply.
        """
        message = parse_mail(file)
        body = read_body(message, file.name)
        date = header(message, "date") or header(message, "received").rpartition(";")[2]
        letter = Letter(header(message, "subject"), sender(message), date, body.text)
        return read_letter(letter, file.name, body.attachments)
