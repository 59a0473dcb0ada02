"""What `extract` prints: JSON for programs, a table for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from timeline_app.domain import Article, Factuality, Grammar, Participant, Proposal, TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import bounds_as_edtf, date_in_words, span_in_words

_NO_BOUNDS = dict.fromkeys(("earliest_start", "latest_start", "earliest_end", "latest_end"))


def extraction_as_json(article: Article, proposals: Sequence[Proposal]) -> dict[str, Any]:
    """Article and proposals as values of JSON; offsets count characters of the article's text.

    Folded proposals are among the others. Tense, aspect, polarity, modality and class are those of
    TimeML, null where the sentence was not parsed.
    """
    return {
        "article": {
            "title": article.title,
            "text": article.text,
            "published": _day(article.published),
            "date_origin": article.date_origin.value,
            "source": article.source,
            "author": article.author,
            "place": article.place,
            "url": article.url,
            "language": article.language,
            "body": [list(part) for part in article.body],
        },
        "proposals": [_proposal_as_json(article.text, proposal) for proposal in proposals],
    }


def extraction_as_table(
    article: Article, proposals: Sequence[Proposal], *, with_folded: bool = False
) -> str:
    """Article and proposals as lines of text; the folded ones are counted, or listed on demand."""
    return "\n".join(_lines(article, proposals, with_folded=with_folded))


def _proposal_as_json(text: str, proposal: Proposal) -> dict[str, Any]:
    return {
        "title": proposal.title,
        **_when(proposal.span),
        "quote": proposal.quote_range.cut(text),
        "quote_start": proposal.quote_range.start,
        "quote_end": proposal.quote_range.end,
        "expression": _passage(text, proposal.expression),
        "relation": proposal.relation.value,
        "trigger": _passage(text, proposal.trigger),
        "clause": _passage(text, proposal.clause),
        "participants": [_participant(text, each) for each in proposal.participants],
        "source": proposal.source or None,
        "rule": proposal.rule,
        "reason": proposal.reason,
        "why": list(proposal.why),
        "certainty": proposal.certainty.value,
        "factuality": proposal.factuality.value,
        **_grammar(proposal.grammar),
        "people": list(proposal.people),
        "organisations": list(proposal.organisations),
        "places": list(proposal.places),
        "readings": [
            {"when": write_edtf(reading.span), "label": reading.label}
            for reading in proposal.readings
        ],
        "salience": proposal.salience,
        "folded": proposal.is_folded,
    }


def _when(span: TimeSpan | None) -> dict[str, Any]:
    if span is None:
        return {"when": None, "words": None, "bounds": _NO_BOUNDS}
    return {
        "when": write_edtf(span),
        "words": span_in_words(span),
        "bounds": bounds_as_edtf(span),
    }


def _grammar(grammar: Grammar | None) -> dict[str, Any]:
    if grammar is None:
        return dict.fromkeys(("class", "tense", "aspect", "polarity", "modality"))
    return {
        "class": grammar.event_class,
        "tense": grammar.tense,
        "aspect": grammar.aspect,
        "polarity": "NEG" if grammar.is_negated else "POS",
        "modality": grammar.modality,
    }


def _participant(text: str, participant: Participant) -> dict[str, Any]:
    place = participant.range
    return {
        "name": participant.name,
        "role": participant.role.value,
        "text": place.cut(text),
        "start": place.start,
        "end": place.end,
    }


def _passage(text: str, passage: TextRange | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"text": passage.cut(text), "start": passage.start, "end": passage.end}


def _day(day: CivilDate | None) -> str | None:
    return None if day is None else write_edtf(TimeSpan.on(day))


def _lines(article: Article, proposals: Sequence[Proposal], *, with_folded: bool) -> Iterator[str]:
    yield article.title
    if article.published is None:
        yield "Article date not found: dates relative to it stay open. Give one with --date."
    else:
        yield f"{date_in_words(article.published)} ({article.date_origin.value})"
    yield ""
    listed = [p for p in proposals if with_folded or not p.is_folded]
    whens = ["no date" if p.span is None else span_in_words(p.span) for p in listed]
    width = max(map(len, whens), default=0)
    for when, proposal in zip(whens, listed, strict=True):
        yield f"{when:<{width}}  {proposal.title}  ({', '.join(_kinds(proposal))})"
    yield _counts(proposals, with_folded=with_folded)


def _kinds(proposal: Proposal) -> Iterator[str]:
    """How sure it is, whether it happened, who says so."""
    yield proposal.certainty.value
    if proposal.factuality is not Factuality.SAID or not proposal.source:
        yield proposal.factuality.value
    if proposal.source:
        yield f"said by {proposal.source}"
    if proposal.is_folded:
        yield "folded"


def _counts(proposals: Sequence[Proposal], *, with_folded: bool) -> str:
    folded = sum(proposal.is_folded for proposal in proposals)
    shown = len(proposals) - folded
    words = "1 proposal" if shown == 1 else f"{shown} proposals"
    if not folded:
        return words
    return f"{words}, {folded} folded" + ("" if with_folded else " (--all lists them too)")
