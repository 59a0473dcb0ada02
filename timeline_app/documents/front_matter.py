"""Tells in a plain text what is headline, dateline, by-line and furniture, and what the body.

The rules look only at the shape of the lines and where they stand. Lines up to the first
paragraph of prose are the *head*, those after the last the *tail*; only there can a line be a
dateline, a by-line or a label of a few words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from timeline_app.documents.bylines import read_byline
from timeline_app.documents.datelines import Dateline, first_published, read_dateline, read_opening
from timeline_app.documents.day_order import is_day_first, with_named_order
from timeline_app.documents.furniture import is_furniture
from timeline_app.documents.headlines import opening_words, split_site
from timeline_app.documents.outlets import is_outlet_name
from timeline_app.documents.paragraphs import Paragraph, split_paragraphs
from timeline_app.domain.article import TextRange
from timeline_app.domain.time.calendar import CivilDate

_LONGEST_HEAD = 40  # paragraphs
_LONG_PROSE = 200  # letters after which a paragraph needs no full stop to be prose
_LONGEST_DATE = 40  # letters of a line that holds a date and nothing else
_MOST_SHORT_LINES = 100  # looked at for the dates of a diary
_LABEL_WORDS = 3
_HEAD_LABEL_WORDS = 5  # between title and text: an office, "Jane Doe in Kyiv"
_OPENING_WITHIN = 3  # paragraphs; a standfirst may come before the one with the dateline
# The full stop of "U.S." or of an initial ends no sentence.
_SENTENCE_END = re.compile(r"(?:[!?…]|(?<!\b[A-Z])\.)[\"”’')\]]*(?=\s|$)")
_FULL_STOP = re.compile(r"[.…][\"”’')\]]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_FIELD = re.compile(
    r"[*_]*(?P<key>title|headline|author|authors|byline|source|publication|publisher|outlet|url|link"
    r"|place|location)[*_]*\s*:\s*[*_\"']*(?P<value>\S.*?)[*_\"']*$",
    re.IGNORECASE,
)
_FIELD_NAMES = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "source": "source",
    "publication": "source",
    "publisher": "source",
    "outlet": "source",
    "url": "url",
    "link": "url",
    "place": "place",
    "location": "place",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What was found around an article's text, and the ranges of the text itself.

    `is_update` says that `published` is labelled as the day of a change.
    """

    title: str
    body: tuple[TextRange, ...]
    published: CivilDate | None
    author: str
    place: str
    source: str
    url: str
    is_update: bool = False


@dataclass(slots=True)
class _Findings:
    """Collects while the paragraphs are looked at; `outside` are those that are not body."""

    outside: set[int] = field(default_factory=set)
    meta: set[int] = field(default_factory=set)
    fields: dict[str, str] = field(default_factory=dict)
    datelines: list[Dateline] = field(default_factory=list)
    is_day_first: bool | None = None

    def read_dateline(self, line: str) -> Dateline | None:
        """Read a dateline, its numeric dates in the order of the text's."""
        return read_dateline(with_named_order(line, is_day_first=self.is_day_first))

    def keep(self, **values: str) -> None:
        """Keep the first value that is found for each field."""
        for key, value in values.items():
            if value:
                self.fields.setdefault(key, value)

    def note(self, index: int, **values: str) -> None:
        """Take a paragraph out of the body, and keep what it tells."""
        self.outside.add(index)
        self.meta.add(index)
        self.keep(**values)

    def note_dateline(self, index: int, dateline: Dateline) -> None:
        """Keep a dateline that is a line of its own, with the fields that it names."""
        self.datelines.append(dateline)
        self.note(index, author=dateline.author, place=dateline.place, source=dateline.source)

    def note_opening(self, dateline: Dateline) -> None:
        """Keep a dateline that stands before the first sentence."""
        self.datelines.append(dateline)
        self.keep(place=dateline.place, source=dateline.source)


def analyse_front_matter(text: str, *, known_title: str = "", language: str = "") -> FrontMatter:
    """Find title, dateline, by-line, furniture and body of a text with LF line ends.

    `known_title` is what a page's markup gives; the line that repeats it is then the title's.
    `language` is the tag that a page names, such as "en-GB": its region may tell whether the day
    or the month comes first in a numeric date.
    """
    paragraphs = split_paragraphs(text)
    first, last = _prose_bounds(paragraphs)
    findings = _Findings(is_day_first=is_day_first(text, language))
    findings.outside.update(
        index for index, paragraph in enumerate(paragraphs) if is_furniture(paragraph.text)
    )
    _read_head(paragraphs[: min(first, _LONGEST_HEAD)], findings)
    if not _is_diary(paragraphs, findings):
        _read_tail(paragraphs, last + 1, findings)
    else:
        _forget_bare_dates(paragraphs, findings)
    title_index = _title_index(paragraphs, first, findings, known_title)
    if title_index is not None:
        findings.outside.update(_repeats(paragraphs[:first], paragraphs[title_index].text))
        _leave_out_labels(paragraphs, title_index, first, last, findings)
    body = _body(paragraphs, findings)
    body = _without_opening(text, body, findings)
    return _conclude(text, paragraphs, title_index, body, findings)


def _prose_bounds(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The indices of the first and last paragraph of prose; (count, count) when there is none.

    A sentence above by-line and dateline is a standfirst: the prose begins below them.
    """
    first = _next_prose(paragraphs, 0)
    if first < len(paragraphs) and len(paragraphs[first].text) < _LONG_PROSE:
        second = _next_prose(paragraphs, first + 1)
        between = paragraphs[first + 1 : min(second, first + _LONGEST_HEAD)]
        if _has_meta(between) and not _has_meta(paragraphs[: min(first, _LONGEST_HEAD)]):
            first = second
    after = reversed(range(first, len(paragraphs)))
    return first, next((at for at in after if _is_prose(paragraphs[at])), len(paragraphs))


def _next_prose(paragraphs: Sequence[Paragraph], start: int) -> int:
    following = range(start, len(paragraphs))
    return next((at for at in following if _is_prose(paragraphs[at])), len(paragraphs))


def _has_meta(paragraphs: Sequence[Paragraph]) -> bool:
    return any(read_dateline(line.text) or read_byline(line.text) for line in paragraphs)


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if is_furniture(text) or read_byline(text) is not None:
        return False
    if len(text) >= _LONG_PROSE:
        return True
    if paragraph.word_count <= _LABEL_WORDS or read_dateline(text, in_any_language=False):
        return False
    return bool(_FULL_STOP.search(text)) or len(_SENTENCE_END.findall(text)) > 1


def _read_head(head: Sequence[Paragraph], findings: _Findings) -> None:
    for index, paragraph in enumerate(head):
        if index not in findings.outside:
            _read_meta_line(index, paragraph.text, findings)


def _read_meta_line(index: int, line: str, findings: _Findings) -> None:
    if dateline := findings.read_dateline(line):
        findings.note_dateline(index, dateline)
    elif author := read_byline(line):
        findings.note(index, author=author)
    elif _ADDRESS.match(line):
        findings.note(index, url=line)
    elif labelled := _FIELD.match(line):
        key = _FIELD_NAMES[labelled["key"].lower()]
        findings.note(index, **{key: labelled["value"]})


def _is_diary(paragraphs: Sequence[Paragraph], findings: _Findings) -> bool:
    """Whether dates stand over parts of the text, so that none of them is the article's."""
    if not findings.datelines or any(dateline.is_labelled for dateline in findings.datelines):
        return False
    short = (paragraph.text for paragraph in paragraphs if len(paragraph.text) <= _LONGEST_DATE)
    days = filter(None, map(_bare_date, islice(short, _MOST_SHORT_LINES)))
    first = next(days, None)
    return any(day != first for day in days)


def _bare_date(line: str) -> CivilDate | None:
    dateline = read_dateline(line)
    if dateline is None or dateline.is_labelled or dateline.place or dateline.source:
        return None
    return dateline.published


def _forget_bare_dates(paragraphs: Sequence[Paragraph], findings: _Findings) -> None:
    findings.datelines = [found for found in findings.datelines if found.place or found.source]
    for index in tuple(findings.meta):
        if _bare_date(paragraphs[index].text) is not None:
            findings.outside.discard(index)


def _read_tail(paragraphs: Sequence[Paragraph], start: int, findings: _Findings) -> None:
    """Below the text only a labelled date ("Published: …") is the article's own."""
    for index in range(start, min(start + _LONGEST_HEAD, len(paragraphs))):
        line = paragraphs[index].text
        dateline = findings.read_dateline(line)
        if dateline is not None and dateline.is_labelled:
            findings.note_dateline(index, dateline)
        elif author := read_byline(line):
            findings.note(index, author=author)
        elif _ADDRESS.match(line):
            findings.note(index, url=line)


def _title_index(
    paragraphs: Sequence[Paragraph], first: int, findings: _Findings, known_title: str
) -> int | None:
    """The most headline-like line above the prose; None when there is none or a field names it."""
    head = range(min(first, len(paragraphs), _LONGEST_HEAD))
    if known_title:
        folded = known_title.casefold()
        return next((at for at in head if paragraphs[at].text.casefold() == folded), None)
    if "title" in findings.fields:
        return None
    candidates = [index for index in head if _may_be_title(index, paragraphs, findings)]
    if not candidates:
        return None
    return max(candidates, key=lambda index: (_title_score(index, paragraphs, findings), -index))


def _may_be_title(index: int, paragraphs: Sequence[Paragraph], findings: _Findings) -> bool:
    text = paragraphs[index].text
    if index in findings.outside or _is_prose(paragraphs[index]):
        return False
    has_company = index + 1 < len(paragraphs)
    is_tag = " " not in text and (text[0].islower() or not has_company)
    is_salutation = text.endswith((",", ";"))
    is_number = sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text))
    return not (is_tag or is_number or is_salutation)


def _title_score(index: int, paragraphs: Sequence[Paragraph], findings: _Findings) -> int:
    paragraph = paragraphs[index]
    is_followed_by_meta = any(near in findings.meta for near in (index + 1, index + 2))
    is_after_meta = any(before in findings.meta for before in range(index))
    return (
        min(paragraph.word_count, 4)
        + 6 * paragraph.text.startswith("#")
        + 2 * is_followed_by_meta
        + paragraph.precedes_blank
        - 2 * is_after_meta
        - 2 * paragraph.text.endswith(":")
    )


def _repeats(head: Sequence[Paragraph], title: str) -> list[int]:
    """Where the title stands, and where a page shows it again."""
    folded = title.casefold()
    return [index for index, line in enumerate(head) if line.text.casefold() == folded]


def _leave_out_labels(
    paragraphs: Sequence[Paragraph], title: int, first: int, last: int, findings: _Findings
) -> None:
    """Take section names, tags, offices and outlets of a few words out of head and tail."""
    edges = (*range(min(first, title)), *range(title + 1, first), *range(last + 1, len(paragraphs)))
    has_prose = first < len(paragraphs)
    for index in edges if has_prose else range(title):
        paragraph = paragraphs[index]
        most = _HEAD_LABEL_WORDS if title < index < first else _LABEL_WORDS
        if is_outlet_name(paragraph.text):
            findings.note(index, source=paragraph.text)
        elif paragraph.word_count <= most and not _SENTENCE_END.search(paragraph.text):
            findings.outside.add(index)


def _body(paragraphs: Sequence[Paragraph], findings: _Findings) -> tuple[TextRange, ...]:
    """What is left over; all of it when nothing is, since then no line was the body's frame."""
    left = tuple(
        paragraph.range
        for index, paragraph in enumerate(paragraphs)
        if index not in findings.outside
    )
    return left or tuple(paragraph.range for paragraph in paragraphs)


def _without_opening(
    text: str, body: tuple[TextRange, ...], findings: _Findings
) -> tuple[TextRange, ...]:
    """Take "LONDON, Oct 29 (Reuters) - " off the first paragraph that begins so, if any."""
    for index, paragraph in enumerate(body[:_OPENING_WITHIN]):
        if opening := read_opening(paragraph.cut(text)):
            length, dateline = opening
            findings.note_opening(dateline)
            rest = TextRange(paragraph.start + length, paragraph.end)
            kept = (rest,) if rest.start < rest.end else ()
            return (body[:index] + kept + body[index + 1 :]) or body
    return body


def _conclude(
    text: str,
    paragraphs: Sequence[Paragraph],
    title_index: int | None,
    body: tuple[TextRange, ...],
    findings: _Findings,
) -> FrontMatter:
    fields = findings.fields
    heading = fields.get("title") or (
        paragraphs[title_index].text if title_index is not None else ""
    )
    title, site = split_site(" ".join(heading.strip("#* \t").split()))
    dateline = first_published(findings.datelines)
    return FrontMatter(
        title=title or _opening_words(text, body),
        body=body,
        published=dateline.published if dateline else None,
        author=fields.get("author", ""),
        place=fields.get("place", ""),
        source=fields.get("source", site),
        url=fields.get("url", ""),
        is_update=dateline is not None and dateline.is_update,
    )


def _opening_words(text: str, body: tuple[TextRange, ...]) -> str:
    """The title of a text without one: from its first paragraph that is more than a few words."""
    paragraphs = [paragraph.cut(text) for paragraph in body[:_LONGEST_HEAD]]
    longer = (words for words in paragraphs if len(words.split()) > _LABEL_WORDS)
    return opening_words(next(longer, paragraphs[0]))
