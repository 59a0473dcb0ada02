"""Scores what is shown of whole articles against MEANTIME and TimeSET.

`python -m tests.accuracy.chain_scores` prints what is wrong, for developers.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.accuracy.meantime import MarkedArticle, MarkedEvent, read_half
from tests.accuracy.parse_scores import Tally
from tests.accuracy.timeset import ChosenText
from timeline_app.domain import Proposal, TextRange
from timeline_app.domain.time import CivilDate, Precision, TimeSpan
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.extraction.analysis import analyse
from timeline_app.extraction.detection import ENGLISH
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models
from timeline_app.extraction.proposer import EventProposer

MEANTIME_MEASURES = (
    "shown that are events",
    "events that are shown",
    "date exact",
    "date exact, told in the text",
    "date compatible",
    "agent in title",
    "patient in title",
    "agent and patient in title",
)
TIMESET_MEASURES = ("shown", "shown that were chosen", "chosen that are shown", "best")
_GENEROSITY = 1.5
_ROLES = {"Arg0": "agent in title", "Arg1": "patient in title"}
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A shown proposal and the marked event that its trigger is; None where it is no event."""

    article: MarkedArticle
    proposal: Proposal
    event: MarkedEvent | None


def pairs_of(article: MarkedArticle, proposer: EventProposer) -> list[Pair]:
    """What is shown of the marked part of an article."""
    analysis = analyse(article.text, [article.body], ENGLISH)
    return [
        Pair(article, proposal, _event_at(article, proposal.trigger))
        for proposal in proposer.propose(analysis, article.day, title=article.title)
        if not proposal.is_folded and proposal.trigger.start < article.marked.end
    ]


def _event_at(article: MarkedArticle, place: TextRange) -> MarkedEvent | None:
    return next((event for event in article.events if event.range.overlaps(place)), None)


def score_meantime(articles: Iterable[MarkedArticle], proposer: EventProposer) -> Tally:
    """Shown events that are some, events that are shown, dates and titles."""
    tally = Tally()
    for article in articles:
        pairs = pairs_of(article, proposer)
        told = {id(pair.event) for pair in pairs}
        for pair in pairs:
            _count(tally, "shown that are events", is_right=pair.event is not None)
            if pair.event is not None:
                _count_date(tally, pair.proposal, pair.event, article.day)
                _count_title(tally, pair.proposal, pair.event)
        for event in article.events:
            if not event.is_grammatical:
                _count(tally, "events that are shown", is_right=id(event) in told)
    return tally


def _count(tally: Tally, measure: str, *, is_right: bool) -> None:
    """Count a case: F1 is then the share of right cases."""
    tally.gold[measure] += 1
    tally.found[measure] += 1
    tally.right[measure] += is_right


def _count_date(tally: Tally, proposal: Proposal, event: MarkedEvent, day: CivilDate) -> None:
    if not event.spans:
        return
    is_exact = has_right_date(proposal, event)
    _count(tally, "date exact", is_right=is_exact)
    _count(tally, "date compatible", is_right=is_exact or _is_compatible(proposal, event))
    if any(span.earliest_start != day.instant for span in event.spans):
        _count(tally, "date exact, told in the text", is_right=is_exact)


def has_right_date(proposal: Proposal, event: MarkedEvent) -> bool:
    """Whether its span is one of those that are marked, or a time of day on such a day."""
    return proposal.span is not None and any(_is_same(proposal.span, span) for span in event.spans)


def _is_same(found: TimeSpan, marked: TimeSpan) -> bool:
    if found.precision < Precision.DAY and found.earliest_start is not None:
        found = TimeSpan.at(found.earliest_start, Precision.DAY)
    bounds = (found.earliest_start, found.latest_end)
    return bounds == (marked.earliest_start, marked.latest_end)


def _is_compatible(proposal: Proposal, event: MarkedEvent) -> bool:
    """Whether the event may have been at the time that is marked."""
    span = proposal.span
    return span is not None and any(
        (span.earliest_start is None or each.latest_end is None
         or span.earliest_start < each.latest_end)
        and (span.latest_end is None or each.earliest_start is None
             or each.earliest_start < span.latest_end)
        for each in event.spans
    )  # fmt: skip


def _count_title(tally: Tally, proposal: Proposal, event: MarkedEvent) -> None:
    asked = [(role, names) for role, names in event.participants if role in _ROLES]
    for role, names in asked:
        is_covered = covers(proposal.title, names)
        _count(tally, _ROLES[role], is_right=is_covered)
        _count(tally, "agent and patient in title", is_right=is_covered)


def covers(title: str, names: frozenset[str]) -> bool:
    """Whether a title names a participant."""
    words = set(_WORD.findall(title.lower()))
    return any(words.issuperset(_WORD.findall(name)) for name in names)


def score_timeset(texts: Iterable[tuple[ChosenText, EventProposer]]) -> Tally:
    """What is shown, and the best one and a half times as many as people chose."""
    tally = Tally()
    for text, proposer in texts:
        article = text.article
        analysis = analyse(article.text, article.body, ENGLISH)
        proposals = proposer.propose(analysis, article.published, title=article.title)
        best = sorted(proposals, key=lambda each: -each.salience)
        shown = [each for each in proposals if not each.is_folded]
        _count_chosen(tally, "shown", shown, text)
        for each in shown:
            is_right = any(event.overlaps(each.trigger) for event in text.chosen)
            _count(tally, "shown that were chosen", is_right=is_right)
        for event in text.chosen:
            is_right = any(event.overlaps(each.trigger) for each in shown)
            _count(tally, "chosen that are shown", is_right=is_right)
        _count_chosen(tally, "best", best[: round(_GENEROSITY * len(text.chosen))], text)
    return tally


def _count_chosen(tally: Tally, name: str, taken: Sequence[Proposal], text: ChosenText) -> None:
    """Count those taken that were chosen; what is chosen twice over counts once."""
    hit = {each for proposal in taken for each in text.chosen if each.overlaps(proposal.trigger)}
    tally.gold[name] += len(text.chosen)
    tally.found[name] += len(taken)
    tally.right[name] += len(hit)


def errors_of(pair: Pair) -> Iterator[str]:
    """What is wrong with a proposal, for developers."""
    title, sentence = pair.proposal.title, pair.proposal.quote_range.cut(pair.article.text)
    if pair.event is None:
        yield f"no event  {title} :: {sentence}"
        return
    if pair.event.spans and not has_right_date(pair.proposal, pair.event):
        marked = ", ".join(map(write_edtf, pair.event.spans))
        found = write_edtf(pair.proposal.span) if pair.proposal.span else "none"
        yield f"date      {title} | {found}, not {marked} :: {sentence}"
    for role, names in pair.event.participants:
        if role in _ROLES and not covers(title, names):
            yield f"title     {title} | lacks {' or '.join(sorted(names))} :: {sentence}"


def main() -> None:
    """Print what is wrong in the half of MEANTIME that is for development."""
    proposer = ModelProposer(Models.load())
    for article in read_half("development"):
        for pair in pairs_of(article, proposer):
            for error in errors_of(pair):
                sys.stdout.write(error + "\n")


if __name__ == "__main__":
    main()
