"""Factuality: whether the text says that something happened, will, may, or did not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline_app.domain import Factuality
from timeline_app.extraction.language import event_words
from timeline_app.extraction.shallow.clauses import Clause
from timeline_app.extraction.shallow.phrases import Span, TaggedSentence
from timeline_app.extraction.shallow.tags import Tag

_FUTURE = frozenset("will 'll wo shall sha".split())


def is_report(clause: Clause) -> bool:
    """Whether the clause only says that somebody says or thinks something."""
    return clause.group.lemma in event_words("say")


def is_statement(clause: Clause) -> bool:
    """Whether saying it is an event by itself: confirming, announcing, denying."""
    return clause.group.lemma in event_words("statement")


def factuality_of(
    sentence: TaggedSentence, clause: Clause, source: Clause | None, *, is_attributed: bool
) -> Factuality:
    """The factuality of what a clause says; `source` is the clause that reports it."""
    own = _own_factuality(sentence, clause)
    if own is not Factuality.HAPPENED:
        return own
    if is_attributed or (source is not None and not _confirms(source)):
        return Factuality.SAID
    return own


def _own_factuality(sentence: TaggedSentence, clause: Clause) -> Factuality:
    group = clause.group
    if clause.is_conditional or _is_under_condition(sentence, clause):
        return Factuality.POSSIBLE
    if group.modal and group.modal not in _FUTURE:
        return Factuality.POSSIBLE
    if group.is_negated:
        return Factuality.DENIED
    if group.modal:
        return Factuality.PLANNED
    return _infinitive_factuality(clause)


def _infinitive_factuality(clause: Clause) -> Factuality:
    """What "plans to", "is expected to", "wants to", "failed to" say of the verb behind them."""
    group = clause.group
    if group.infinitive is None:
        return Factuality.PLANNED if is_due(clause) else Factuality.HAPPENED
    if group.is_passive and group.lemma in event_words("passive_plan"):
        return Factuality.PLANNED
    if group.lemma == "be" or (group.lemma == "go" and group.is_progressive):
        return Factuality.PLANNED
    if group.lemma in event_words("scheduled"):
        return Factuality.PLANNED
    if group.lemma in event_words("possible_plan"):
        return Factuality.POSSIBLE
    return Factuality.DENIED if group.lemma == "fail" else Factuality.HAPPENED


def is_due(clause: Clause) -> bool:
    """Whether the clause only says that its subject is to be: "a trial is scheduled"."""
    group = clause.group
    is_planned = group.is_passive and group.lemma in ("schedule", "expect", "plan", "slate")
    return is_planned and group.infinitive is None and not group.is_past


def _is_under_condition(sentence: TaggedSentence, clause: Clause) -> bool:
    """Whether "if …" follows or precedes a clause about the future in the same sentence."""
    if not clause.group.modal:
        return False
    words = {
        token.lower
        for token, tag in zip(sentence.tokens, sentence.tags, strict=True)
        if tag is Tag.SUBORDINATOR
    }
    return "if" in words or "unless" in words


def _confirms(source: Clause) -> bool:
    """Whether the reporting verb vouches for what it reports."""
    return source.group.lemma in _VOUCHING and not source.group.is_negated


_VOUCHING = frozenset(
    "confirm announce reveal disclose admit acknowledge show demonstrate find prove learn discover "
    "know note recall remember concede".split()
)


def attributions(sentence: TaggedSentence, clauses: Sequence[Clause]) -> Mapping[int, Clause]:
    """For the index of every reported clause, the clause that reports it."""
    sources: dict[int, Clause] = {}
    for number, clause in enumerate(clauses):
        if not is_report(clause) and not is_statement(clause):
            continue
        is_after = _comes_after(sentence, clause)
        reported = _all_but(clauses, number) if is_after else _reported_after(clauses, number)
        for index in reported:
            sources.setdefault(index, clause)
    return sources


def _comes_after(sentence: TaggedSentence, clause: Clause) -> bool:
    """Whether the report stands behind what it reports: "…, Putin said"."""
    if clause.is_inverted:
        return True
    place = clause.group.span.end
    while place < len(sentence.tags) and sentence.tags[place] in (Tag.TIME, Tag.ADVERB):
        place += 1
    start = clause.subject.start if clause.subject is not None else clause.group.span.start
    before = sentence.tokens[start - 1].form if start else ""
    is_closed = place >= len(sentence.tokens) or sentence.tags[place] is Tag.MARK
    return is_closed and before in (",", '"', "”", "''")


def _reported_after(clauses: Sequence[Clause], number: int) -> list[int]:
    """The clauses that a report in front of them covers: up to one that goes on with it."""
    reporter = clauses[number]
    found = []
    for index in range(number + 1, len(clauses)):
        clause = clauses[index]
        if clause.subject is not None and clause.subject == reporter.subject:
            break
        found.append(index)
    return found


def _all_but(clauses: Sequence[Clause], number: int) -> list[int]:
    return [index for index in range(len(clauses)) if index != number]


def is_attributed(sentence: TaggedSentence) -> bool:
    """Whether the sentence names a source by "according to" or "allegedly"."""
    words = [token.lower for token in sentence.tokens]
    return any(
        word in ("allegedly", "reportedly", "purportedly", "supposedly")
        or (word == "according" and words[place + 1 : place + 2] == ["to"])
        for place, word in enumerate(words)
    )


def is_under_way(clause: Clause) -> bool:
    """Whether the clause tells what is going on, or is so, when the article was written."""
    group = clause.group
    return not group.is_past and not group.is_perfect and not group.modal


def direct_speech(sentence: TaggedSentence) -> list[Span]:
    """The token ranges between quotation marks."""
    spans: list[Span] = []
    opened: int | None = None
    for place, token in enumerate(sentence.tokens):
        if token.form in ('"', "“", "”", "«", "»"):
            if opened is None and token.form != "”":
                opened = place
            elif opened is not None:
                spans.append(Span(opened, place + 1))
                opened = None
    if opened is not None:
        spans.append(Span(opened, len(sentence.tokens)))
    return spans
