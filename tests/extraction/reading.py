"""Short ways into the stages of extraction, for the tests of this package."""

from __future__ import annotations

from timeline_app.domain import Proposal, TextRange
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.shallow.clauses import Clause, find_clauses
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence, build_sentence
from timeline_app.extraction.shallow.proposals import propose
from timeline_app.extraction.shallow.tagging import tag_sentence
from timeline_app.extraction.shallow.tokens import tokenise

TUESDAY = CivilDate(2024, 10, 29)


def whole(text: str) -> TextRange:
    return TextRange(0, len(text))


def tagged(text: str) -> TaggedSentence:
    """One sentence, tagged; it has no time expressions."""
    tokens = tokenise(text, whole(text))
    return build_sentence(whole(text), tokens, tag_sentence(tokens))


def clauses(text: str) -> tuple[TaggedSentence, list[Clause]]:
    sentence = tagged(text)
    return sentence, find_clauses(sentence)


def words(sentence: TaggedSentence, span: Span | None) -> str:
    if span is None or not len(span):
        return ""
    return " ".join(token.form for token in sentence.tokens[span.start : span.end])


def proposals(text: str, anchor: CivilDate | None = TUESDAY, title: str = "") -> list[Proposal]:
    return propose(analyse(text, [whole(text)]), anchor, title=title)


def titles(text: str, anchor: CivilDate | None = TUESDAY) -> list[str]:
    return [each.title for each in proposals(text, anchor)]
