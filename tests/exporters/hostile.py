"""Publications with every kind of date, and with texts that wish programs harm."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain import Certainty, Contents, Factuality, TextRange
from timeline_app.domain.citation import Citation as Reference
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.domain.time.wording import span_in_words
from timeline_app.exporters import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
    ReviewRecord,
)

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A2)",
    "\t=1+1",
    "＝1+1",
    "'=1+1",
    "<script>document.title='owned'</script>",
    "</script><img src=x onerror=\"document.title='owned'\">",
    "]]> &amp; <!-- --> ]]",
    "right to left \u202e override \u2066 isolate",
    "two\nlines\r\nand\x0bmore\x1f",
    "2024-01-01: not an event",
    "x" * 10_000,
    "# heading * list [link](javascript:alert(1)) | cell `code` #tag",
    "SUMMARY:folded; and, escaped \\n BEGIN:VEVENT",
    "@article{key, title = {x}} \\input{/etc/passwd} 50 % & # $ _ ^ ~",
    "ER  - \nTY  - JOUR",
    "🙂 été 東京 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "{{7*7}} {title} %s %d",
    "NULL",
)
DATES = (
    "2024-10-29",
    "2024-10",
    "2024",
    "202X",
    "20XX",
    "2024-10-21/2024-10-27",
    "[2024-10-21..2024-10-27]",
    "[..2024-10-29]",
    "[2024-10-29..]",
    "2024-10-29/..",
    "../2024-10-29",
    "[2024-10-28,2024-10-30]",
    "1850~",
    "1850?",
    "2024-10-29T14:30",
    "2024-10-29T14:30:05Z",
    "2024-10-29T23:30-05:00",
    "-0043-03-15",
    "Y12345",
    "Y-66000000",
    "[2023-01..2023-03]/[2023-06..2023-08]",
)


def event(number: int, title: str, span: TimeSpan | None, text: str = "") -> PublishedEvent:
    """An event whose every text is hostile where one is given."""
    return PublishedEvent(
        number=number,
        event_id=number,
        title=title,
        span=span,
        when="undated" if span is None else span_in_words(span),
        edtf="" if span is None else write_edtf(span),
        factuality=Factuality.SAID,
        people=(text,) if text else ("Vladimir Putin",),
        organisations=(),
        places=(text or "Kazan",),
        citations=(
            Citation(
                1, text or "Meridian Wire", 2, text or "He held a summit.", None, "", "", text
            ),
            Citation(2, "Post", None, "A second passage.", TextRange(0, 1), "A", "", page=4),
        ),
        certainty=Certainty.PROBABLE,
        tags=(text,) if text else ("talks", "war"),
        note=text,
    )


def article(number: int, text: str = "") -> PublishedArticle:
    """An article that may be hostile in every field."""
    return PublishedArticle(
        number,
        text or f"Article {number}",
        text or "Meridian Wire",
        text or "Doe, Jane",
        text or "Kazan",
        f"https://example.org/{number}?q={text[:40]}",
        CivilDate(2024, 10, 29),
        "Tue 29 Oct 2024",
        "found in the dateline",
        Reference(
            "article-newspaper",
            (text,) if text else (),
            volume=text,
            publisher=text,
            page="3–5",
            doi="10.1000/x{y}",
            accessed=CivilDate(2024, 11, 1),
        ),
        "en",
    )


def publication(*events: PublishedEvent, text: str = "") -> Publication:
    """A publication of these events; with `text` its own words are hostile too."""
    return Publication(
        title=text or "Korea and Russia",
        file_name="korea.timeline",
        period="",
        compiled="14 November 2024",
        version="0",
        events=events,
        articles=(article(1, text), article(2)),
        record=ReviewRecord(len(events), 0, 0, 0, 2),
        made_on=CivilDate(2024, 11, 14),
        contents=Contents(),
    )


def every_date() -> Publication:
    """An event for each kind of date, and one without."""
    dated = [event(n, f"Event {n}", parse_edtf(date)) for n, date in enumerate(DATES, 1)]
    return publication(*dated, event(len(dated) + 1, "Undated", None))


def hostile() -> Publication:
    """An event for each hostile text, which stands in every field of it."""
    span = parse_edtf("[2024-10-21..2024-10-27]")
    events = [event(number, text, span, text) for number, text in enumerate(HOSTILE, 1)]
    return replace(publication(*events, text=HOSTILE[7]))
