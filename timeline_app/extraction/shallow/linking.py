"""Linking: which time expression belongs to which clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions import TimeExpression
from timeline_app.extraction.language import function_words
from timeline_app.extraction.shallow.clauses import Clause
from timeline_app.extraction.shallow.phrases import Span
from timeline_app.extraction.shallow.tokens import Token

_OTHER_TIMES = frozenset({"when", "after", "before", "once", "until"})
_BEHIND_HEADING = frozenset({":", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in a sentence: the tokens it covers, and whether it stands by itself.

    One that does not is part of a noun phrase: "the October 7 attack", "last week’s vote". A
    heading stands before all that it dates: "14 June 2017: Police visit the scene". `aside` covers
    what stands between two commas around it: "the company, founded in 1987, bought Acme".
    """

    expression: TimeExpression
    span: Span
    is_apart: bool
    is_heading: bool = False
    aside: Span | None = None


def expressions_within(
    expressions: Sequence[TimeExpression], sentence: TextRange
) -> Sequence[TimeExpression]:
    """The dates and times inside a sentence; `expressions` are in text order."""
    first = bisect_left(expressions, sentence.start, key=lambda each: each.range.start)
    last = bisect_left(expressions, sentence.end, key=lambda each: each.range.start)
    return [each for each in expressions[first:last] if each.tells_when]


def time_mentions(
    tokens: Sequence[Token], expressions: Iterable[TimeExpression]
) -> list[TimeMention]:
    """The dates and times of a sentence by token index."""
    return list(_time_mentions(tokens, expressions))


def _time_mentions(
    tokens: Sequence[Token], expressions: Iterable[TimeExpression]
) -> Iterator[TimeMention]:
    starts = [token.start for token in tokens]
    for expression in expressions:
        start = bisect_left(starts, expression.range.start)
        end = bisect_left(starts, expression.range.end)
        if start < end:
            span = Span(start, end)
            is_heading = _is_heading(tokens, span)
            is_apart = is_heading or _stands_apart(tokens, span)
            yield TimeMention(expression, span, is_apart, is_heading, _aside(tokens, span))


def _aside(tokens: Sequence[Token], span: Span) -> Span | None:
    """The words between two commas that hold a time and more than its preposition."""
    marks = [index for index, token in enumerate(tokens) if token.is_mark]
    opening = next((mark for mark in reversed(marks) if mark < span.start), -1)
    closing = next((mark for mark in marks if mark >= span.end), -1)
    if opening < 1 or closing < 0 or {tokens[opening].form, tokens[closing].form} != {","}:
        return None
    says_more = any(not _is_function_word(each.lower) for each in tokens[opening + 1 : span.start])
    return Span(opening, closing + 1) if says_more else None


def _is_heading(tokens: Sequence[Token], span: Span) -> bool:
    if span.end >= len(tokens) or tokens[span.end].form not in _BEHIND_HEADING:
        return False
    return all(token.is_mark for token in tokens[: span.start])


def _stands_apart(tokens: Sequence[Token], span: Span) -> bool:
    following = tokens[span.end] if span.end < len(tokens) else None
    if following is None or following.is_mark:
        return True
    if following.lower in ("'s", "'"):
        return False
    if len(span) == 1 and "-" in tokens[span.start].form.strip("-"):
        return _is_function_word(following.lower)  # "second-quarter profit"
    before = tokens[span.start - 1].lower if span.start else ""
    in_phrase = before in function_words("determiner") or before in function_words("possessive")
    return not in_phrase or _is_function_word(following.lower)


def _is_function_word(word: str) -> bool:
    return any(
        word in function_words(kind)
        for kind in ("preposition", "conjunction", "modal", "be", "have", "pronoun", "wh",
                     "subordinator", "time_subordinator")
    ) or word in ("to", "that")  # fmt: skip


def link_times(
    clauses: Sequence[Clause], mentions: Sequence[TimeMention]
) -> Mapping[int, TimeMention]:
    """For the index of every clause that has a time expression, the one that dates it."""
    links: dict[int, TimeMention] = {}
    for mention in mentions:
        number = _governor(clauses, mention) if mention.is_apart else None
        if number is not None:
            known = links.get(number)
            if known is None or _distance(clauses[number], mention) < _distance(
                clauses[number], known
            ):
                links[number] = mention
    _share_with_conjoined(clauses, links)
    return links


def _governor(clauses: Sequence[Clause], mention: TimeMention) -> int | None:
    """The clause whose verb stands last before the expression, else the first one after it."""
    span = mention.span
    if mention.is_heading:
        return 0 if clauses else None
    inside = [number for number, each in enumerate(clauses) if span.start in each.extent]
    before = [number for number in inside if clauses[number].group.span.start < span.start]
    if before:
        return before[-1]
    return inside[0] if inside and not _is_beside(clauses[inside[0]], mention) else None


def _is_beside(clause: Clause, mention: TimeMention) -> bool:
    """Whether a time stands in an aside between a subject and its verb, and does not date it."""
    aside = mention.aside
    if aside is None:
        return False
    return clause.extent.start < aside.start and clause.group.span.start >= aside.end


def _distance(clause: Clause, mention: TimeMention) -> tuple[bool, int]:
    """What dates a clause least: a limit ("the first since 1984"), then what stands further off."""
    is_limit = mention.expression.rule == "limited by a date"
    return is_limit, abs(mention.span.start - clause.group.head)


def _share_with_conjoined(clauses: Sequence[Clause], links: dict[int, TimeMention]) -> None:
    """Share the time of "Putin flew to Kazan on Tuesday and met Xi"."""
    timed = {each.extent.start - 1 for each in clauses if each.opener in _OTHER_TIMES}
    for number in range(1, len(clauses)):
        clause, before = clauses[number], clauses[number - 1]
        shares = (
            clause.subject is not None
            and clause.subject == before.subject
            and not clause.is_relative
            and not before.is_relative
            and clause.extent.end not in timed
            and clause.group.is_past == before.group.is_past
            and clause.group.modal == before.group.modal
        )
        if shares and number not in links and number - 1 in links:
            links[number] = links[number - 1]
