"""What `extract` prints: JSON for programs, a table for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from timeline_app.domain import Article, Proposal, TextRange
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import bounds_as_edtf, date_in_words, span_in_words

_NO_BOUNDS = dict.fromkeys(("earliest_start", "latest_start", "earliest_end", "latest_end"))


def extraction_as_json(article: Article, proposals: Sequence[Proposal]) -> dict[str, Any]:
    """Article and proposals as values of JSON; offsets count characters of the article's text."""
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


def extraction_as_table(article: Article, proposals: Sequence[Proposal]) -> str:
    """Article and proposals as lines of text."""
    return "\n".join(_lines(article, proposals))


def _proposal_as_json(text: str, proposal: Proposal) -> dict[str, Any]:
    return {
        "title": proposal.title,
        **_when(proposal.span),
        "quote": proposal.quote_range.cut(text),
        "quote_start": proposal.quote_range.start,
        "quote_end": proposal.quote_range.end,
        "expression": _passage(text, proposal.expression),
        "trigger": _passage(text, proposal.trigger),
        "rule": proposal.rule,
        "reason": proposal.reason,
        "certainty": proposal.certainty.value,
        "factuality": proposal.factuality.value,
        "people": list(proposal.people),
        "organisations": list(proposal.organisations),
        "places": list(proposal.places),
        "readings": [
            {"when": write_edtf(reading.span), "label": reading.label}
            for reading in proposal.readings
        ],
        "salience": proposal.salience,
    }


def _when(span: TimeSpan | None) -> dict[str, Any]:
    if span is None:
        return {"when": None, "words": None, "bounds": _NO_BOUNDS}
    return {
        "when": write_edtf(span),
        "words": span_in_words(span),
        "bounds": bounds_as_edtf(span),
    }


def _passage(text: str, passage: TextRange | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"text": passage.cut(text), "start": passage.start, "end": passage.end}


def _day(day: CivilDate | None) -> str | None:
    return None if day is None else write_edtf(TimeSpan.on(day))


def _lines(article: Article, proposals: Sequence[Proposal]) -> Iterator[str]:
    yield article.title
    if article.published is None:
        yield "Article date not found: dates relative to it stay open. Give one with --date."
    else:
        yield f"{date_in_words(article.published)} ({article.date_origin.value})"
    yield ""
    whens = ["no date" if p.span is None else span_in_words(p.span) for p in proposals]
    width = max(map(len, whens), default=0)
    for when, proposal in zip(whens, proposals, strict=True):
        kind = f"{proposal.certainty.value}, {proposal.factuality.value}"
        yield f"{when:<{width}}  {proposal.title}  ({kind})"
    yield "1 proposal" if len(proposals) == 1 else f"{len(proposals)} proposals"
