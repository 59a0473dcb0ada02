"""Finds every day that the markup of a page gives: meta tags, JSON-LD, elements, the address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_app.documents.date_findings import FAINT, FAIR, STRONG, WEAK, Finding, Witness
from timeline_app.documents.html_linked_data import LinkedItem
from timeline_app.documents.stated_days import StatedDay, read_stamp
from timeline_app.domain.time.calendar import CivilDate, is_valid_date
from timeline_app.domain.time.names import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_PUBLISHED_METAS = frozenset(
    "article:published_time og:article:published_time og:published_time article:published"
    " rnews:datepublished parsely-pub-date citation_publication_date citation_online_date".split()
)
_PUBLISHED_NAME = re.compile(
    r"publi[cs]|pub-?_?date|^ptime$|^displaydate$|release.?date|issued?$|first.?published"
    r"|original.?date|date.?original|posted|launch"
)
_DATE_NAME = re.compile(
    r"^(?:date|created?|dc\.?date|dcterms\.date|dc\.created|dcterms\.created"
    r"|dcterms\.available|citation_date|article[._:]?date|.*date.?created|sailthru\.date)$"
)
_CHANGED_NAME = re.compile(r"modif|updat|revis|changed|edited")
_NO_DATE_NAME = re.compile(
    r"expir|event|start|end(?:time|date)|birth|upload|scheduled|publisher|crawl|month|year|copyright"
)
_ISSUE_NAMES = frozenset(("citation_publication_date", "citation_date"))
_PUBLISHED_CLASS = re.compile(
    r"publi|posted|pub-?date|entry-date|post-date|article-?_*date|dt-published|byline|dateline"
)
_CHANGED_WORDS = re.compile(
    r"modif|updat|revis|mis à jour|aktualis|actualizad|aggiornat|bijgewerkt|обновлен", re.IGNORECASE
)
_BESIDE = re.compile(
    r"comment|related|recent|sidebar|teaser|recommend|popular|most-|latest|trending|promo|card|more-"
    r"|footer|widget|carousel|newsletter|recirc|also-|reply|breaking|ticker|livestream",
    re.IGNORECASE,
)
_ELEMENTS = (
    "//*[self::time or self::h1 or self::h2 or self::h3 or (self::abbr and @title)"
    " or (@itemprop and not(self::meta)) or @property='datePublished' or @property='dc:date']"
)
_DATE_MARK = re.compile(r"date(?:published|created|modified)|dc:date", re.IGNORECASE)
_MOST_ELEMENTS = 500
_MOST_ANCESTORS = 12
_BEFORE_ELEMENT = 30  # letters
_YEAR = r"(?P<year>(?:19[89]|20[0-9])\d)"
_DAY_IN_ADDRESS = (
    (re.compile(rf"/{_YEAR}/(?P<month>[01]?\d|[a-z]{{3}})/(?P<day>[0-3]?\d)(?=[/.?-]|$)"), FAIR),
    (re.compile(rf"/{_YEAR}/[a-z_-]{{3,20}}/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?=/)"), FAIR),
    (re.compile(rf"[/=_]{_YEAR}[-_](?P<month>[01]\d)[-_](?P<day>[0-3]\d)(?=[/.?_-]|$)"), FAIR),
    (re.compile(rf"(?<!\d){_YEAR}[-_](?P<month>[01]\d)[-_](?P<day>[0-3]\d)(?!\d)"), WEAK),
    (re.compile(rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"), WEAK),
    (re.compile(rf"/{_YEAR}(?P<month>[01]\d)/(?P<day>[0-3]\d)(?=[/.?-]|$)"), FAIR),
    (re.compile(rf"/{_YEAR}/(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[/.?-]|$)"), FAIR),
)
_ANOTHER = "It belongs to another article on the page, or to a film."


def days_in_metas(
    metas: Mapping[str, str], *, is_day_first: bool | None = None
) -> Iterator[Finding]:
    """The days of the meta tags, by the names that sites give to dates of publication."""
    for name, stated in metas.items():
        weight, is_change = _meta_weight(name)
        day = read_stamp(stated, is_day_first=is_day_first) if weight else None
        if day is not None and name in _ISSUE_NAMES:
            weight = WEAK  # of the printed issue, often a month
        if day is not None:
            yield _finding(
                day, Witness.META, weight, f"meta tag, {name}", stated, is_change=is_change
            )


def days_in_linked_data(
    items: Sequence[LinkedItem], titles: Sequence[str], addresses: Sequence[str]
) -> Iterator[Finding]:
    """The days of the JSON-LD: of the page's article, of the page, of others on it."""
    articles = [item for item in items if item.is_article and not item.is_elsewhere]
    dated = {item.text("datePublished")[:10] for item in articles if item.text("datePublished")}
    for item in items:
        weight = _item_weight(item, titles, addresses, is_only=len(dated) < 2)
        if weight:
            yield from _days_of(item, weight)


def days_in_elements(
    page: HtmlElement, headline: HtmlElement | None, *, is_day_first: bool | None = None
) -> Iterator[Finding]:
    """The days of `<time>` and of marked elements, those behind the headline before the others."""
    is_above = headline is not None
    published = dated = False
    for element in page.xpath(_ELEMENTS)[:_MOST_ELEMENTS]:
        is_above = is_above and element is not headline
        if not _may_date(element):
            continue
        stated = element.get("datetime") or element.get("content") or element.get("title") or ""
        shown = " ".join(element.text_content().split())[:100]
        day = read_stamp(stated or shown, is_day_first=is_day_first)
        if day is None or _is_beside(element):
            continue
        is_change = _says_change(element, shown)
        weight = FAINT
        if not is_change and _says_published(element):
            is_safe = headline is not None and not is_above
            weight = FAINT if published else STRONG if is_safe else FAIR
            published = True
        elif not is_change:
            weight = FAINT if dated or is_above else FAIR
            dated = True
        weight = _held_against_text(weight, day, shown, is_day_first=is_day_first)
        yield _finding(
            day, Witness.ELEMENT, weight, _name_of(element), stated or shown, is_change=is_change
        )


def day_in_address(address: str) -> Finding | None:
    """The day in an address such as "https://a.example/2024/10/29/bridge"."""
    path = re.sub(r"^[a-z]+://[^/]*", "", address.lower())
    for pattern, weight in _DAY_IN_ADDRESS:
        for found in pattern.finditer(path):
            month = MONTHS.get(found["month"]) or (found["month"].isdigit() and int(found["month"]))
            year, day = int(found["year"]), int(found["day"])
            if month and is_valid_date(year, month, day):
                date = CivilDate(year, month, day)
                written = found[0].strip("/=_?.-")
                return Finding(date, Witness.ADDRESS, weight, "address of the page", written)
    return None


def _meta_weight(name: str) -> tuple[float, bool]:
    if name in _PUBLISHED_METAS:
        return STRONG, False
    if _NO_DATE_NAME.search(name):
        return 0.0, False
    if _CHANGED_NAME.search(name):
        return FAINT, True
    if _PUBLISHED_NAME.search(name):
        return FAIR, False
    return (WEAK, False) if _DATE_NAME.match(name) else (0.0, False)


def _item_weight(
    item: LinkedItem, titles: Sequence[str], addresses: Sequence[str], *, is_only: bool
) -> float:
    if item.is_article and not item.is_elsewhere:
        is_own = _has_title(item, titles) or bool(item.addresses.intersection(addresses))
        return STRONG if is_own or is_only else FAINT
    if item.is_page and not item.is_elsewhere:
        return FAIR
    return FAINT if item.is_article or item.is_film else 0.0


def _has_title(item: LinkedItem, titles: Sequence[str]) -> bool:
    headline = item.text("headline") or item.text("name")
    words = set(re.findall(r"\w+", headline.casefold()))
    for title in titles:
        of_page = set(re.findall(r"\w+", title.casefold()))
        if words and len(words & of_page) * 2 >= min(len(words), len(of_page) or 1):
            return True
    return False


def _days_of(item: LinkedItem, weight: float) -> Iterator[Finding]:
    doubt = _ANOTHER if weight == FAINT else ""
    names = (("datePublished", weight), ("dateCreated", min(weight, WEAK)))
    for name, believed in names:
        if day := read_stamp(item.text(name)):
            yield _finding(
                day, Witness.LINKED_DATA, believed, f"JSON-LD, {name}", item.text(name), doubt=doubt
            )
    if weight >= FAIR and (day := read_stamp(item.text("dateModified"))):
        stated = item.text("dateModified")
        yield _finding(
            day, Witness.LINKED_DATA, FAINT, "JSON-LD, dateModified", stated, is_change=True
        )


def _may_date(element: HtmlElement) -> bool:
    if element.tag == "time":
        return bool(element.get("datetime"))
    if element.tag == "abbr" and element.get("title"):
        return "publ" in (element.get("class") or "")
    marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
    return bool(_DATE_MARK.search(marks))


def _says_change(element: HtmlElement, shown: str) -> bool:
    marks = " ".join((element.get("class") or "", element.get("itemprop") or ""))
    if "published" in marks.lower():
        return False
    before = element.getprevious()
    told = (before.tail if before is not None else element.getparent().text) or ""
    words = f"{told[-_BEFORE_ELEMENT:]} {shown[:_BEFORE_ELEMENT]}"
    return bool(_CHANGED_WORDS.search(f"{marks} {words}"))


def _says_published(element: HtmlElement) -> bool:
    marks = " ".join(
        element.get(name) or "" for name in ("class", "itemprop", "property", "id", "data-testid")
    )
    return element.get("pubdate") is not None or bool(_PUBLISHED_CLASS.search(marks.lower()))


def _is_beside(element: HtmlElement) -> bool:
    """Whether an element stands in a teaser, a comment, a sidebar."""
    for _ in range(_MOST_ANCESTORS):
        if element is None or element.tag in ("body", "main"):
            return False
        if element.tag in ("aside", "footer", "nav"):
            return True
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _BESIDE.search(marks):
            return True
        element = element.getparent()
    return False


def _held_against_text(
    weight: float, day: StatedDay, shown: str, *, is_day_first: bool | None
) -> float:
    """Less where an element shows its readers another day than it tells machines."""
    read = read_stamp(shown, is_day_first=is_day_first)
    if read is None or day.day in (read.day, read.other_day) or read.day in day.neighbours:
        return weight
    return min(weight, FAINT)


def _name_of(element: HtmlElement) -> str:
    marked = element.get("itemprop") or element.get("property")
    return f"<{element.tag}>, {marked}" if marked else f"<{element.tag}>"


def _finding(
    day: StatedDay,
    witness: Witness,
    weight: float,
    where: str,
    written: str,
    *,
    is_change: bool = False,
    doubt: str = "",
) -> Finding:
    return Finding(
        day.day,
        witness,
        weight,
        where,
        written=written,
        other_day=day.other_day,
        neighbours=day.neighbours,
        is_by_night=day.is_by_night,
        is_change=is_change,
        doubt=doubt,
    )
