"""Finds dated events in a text: time expressions, event mentions, proposals."""

from timeline_app.extraction.analysis import Analysis, analyse
from timeline_app.extraction.dating import Dating, date_mention
from timeline_app.extraction.proposals import propose
from timeline_app.extraction.sentences import split_sentences

__all__ = ["Analysis", "Dating", "analyse", "date_mention", "propose", "split_sentences"]
