"""Reads mails and web pages that were saved in the form of mails."""

from timeline_app.documents.mail.eml import EmlReader
from timeline_app.documents.mail.mhtml import MhtmlReader
from timeline_app.documents.mail.msg import MsgReader

__all__ = ["EmlReader", "MhtmlReader", "MsgReader"]
