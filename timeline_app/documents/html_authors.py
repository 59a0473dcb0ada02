"""Finds who wrote the article of a page: in JSON-LD, in meta tags, in marked elements, in lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_app.documents.bylines import read_byline
from timeline_app.documents.html_headlines import one_line
from timeline_app.documents.html_linked_data import LinkedItem
from timeline_app.documents.outlets import is_outlet_name
from timeline_app.documents.stated_days import find_stated_days
from timeline_app.domain.time.names import MONTHS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_NAMES = (
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "dcsext.author",
    "article:author",
    "og:article:author",
)
_MARKED = (
    "//*[@rel='author' or @itemprop='author' or contains(@class,'byline')"
    " or contains(@class,'author')]"
)
_OPENING = re.compile(
    r"^(?:written |posted |words |text |story |reported |edited )?(?:by|von|par|por|de|di|door|av)"
    r"\s*:?\s+|^(?:autor(?:in|es)?|author|auteur|text|foto)\s*:\s*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:[|•·▪●]|\s[-–—]\s|\d|@|\bhttps?:|\bwww\.|\bfollow\b|\bupdated\b|\bpublished\b|\bon\b"
    r"|\bfor\b|\bin\b|\bvor\s|\bpřed\b|\bposted\b|\bedited by\b|\bphotos? by\b).*",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"\s*(?:;|,\s+(?:and\s)?|\s&\s|\s(?:and|und|et|y|e|og|och|en)\s)\s*")
_NOBODY = frozenset(
    "admin administrator anonymous author authors staff editor editors editorial user username all"
    " redaktion webmaster guest unknown none null root team view contributors".split()
)
_LONGEST, _MOST_WORDS = 60, 6
_MOST_NAMES, _MOST_MARKED = 12, 20
_ROLE = re.compile(
    r"^(\S+ \S+)(?: \S+){0,3} (?:correspondent|editor|reporter|writer|columnist|contributor"
    r"|producer|journalist|redakteur(?:in)?)$",
    re.IGNORECASE,
)
_ROLES = frozenset("writer writers editor editors reporter reporters correspondent".split())
_DEGREES = frozenset("md ma phd ph.d. m.d. ba jr jr. sr sr. ii iii rn dds".split())


def read_author(
    page: HtmlElement,
    item: LinkedItem | None,
    items: Sequence[LinkedItem],
    above: Sequence[str],
    below: Sequence[str],
    site: str,
) -> str:
    """The authors' names, parted by commas, from the surest place that has any; else empty.

    `item` is the JSON-LD of the article among all `items`, `above` and `below` are the lines
    around its text, and `site` is the outlet's name, which is nobody.
    """
    places = (
        _named_in_data(item, items) if item is not None else (),
        *_named_in_metas(page),
        _named_in_lines(above),
        _named_in_elements(page, (*above, *below)),
        _named_in_lines(below),
    )
    for place in places:
        if names := _people(place, site):
            return ", ".join(names)
    return ""


def found_otherwise(page: HtmlElement, site: str) -> str:
    """The author that trafilatura finds; slow, for pages where nothing else has one."""
    from trafilatura.metadata import extract_author

    return ", ".join(_people((extract_author(page) or "").split("; "), site))


def _named_in_data(item: LinkedItem, items: Sequence[LinkedItem]) -> Iterator[str]:
    known = {each.text("@id"): each.values for each in items if each.text("name")}
    stated = item.values.get("author") or item.values.get("creator")
    for each in stated if isinstance(stated, list) else [stated]:
        found: object = each
        if isinstance(each, dict) and "name" not in each:
            found = known.get(str(each.get("@id")))
        if isinstance(found, str):
            yield found
        elif isinstance(found, dict) and "organization" not in str(found.get("@type")).lower():
            name = found.get("name")
            yield from (str(part) for part in (name if isinstance(name, list) else [name]) if part)


def _named_in_metas(page: HtmlElement) -> Iterator[list[str]]:
    stated: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _META_NAMES and (content := (meta.get("content") or "").strip()):
            stated.setdefault(name, []).append(content)
    yield from (stated[name] for name in _META_NAMES if name in stated)


def _named_in_elements(page: HtmlElement, lines: Sequence[str]) -> Iterator[str]:
    """What marked elements name that stand in the lines around the text."""
    for element in page.xpath(_MARKED)[:_MOST_MARKED]:
        shown = one_line(element.text_content())
        if shown and len(shown) <= 2 * _LONGEST and any(shown in line for line in lines):
            yield shown


def _named_in_lines(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        bare = _without_day(line)
        if read_byline(bare) or read_byline(_cut(bare)):
            yield bare
            return


def _people(stated: Iterable[str], site: str) -> list[str]:
    """The names among what a place says, each once, in its order."""
    names: dict[str, str] = {}
    for part in stated:
        for name in _names_of(one_line(part)):
            if _is_person(name, site):
                names.setdefault(name.casefold(), _in_ordinary_letters(name))
    return list(names.values())[:_MOST_NAMES]


def _names_of(stated: str) -> list[str]:
    bare = _cut(_OPENING.sub("", _without_day(stated)))
    names: list[str] = []
    for part in _BETWEEN.split(bare):
        name = _ROLE.sub(r"\1", part)
        if names and name.casefold() in _DEGREES:
            names[-1] = f"{names[-1]}, {name}"
        else:
            names.append(name.strip(" ,.:–-()") if not name.endswith((" Jr.", " Sr.")) else name)
    return names


def _without_day(line: str) -> str:
    days = find_stated_days(line)
    return line[: days[0][0].start].rstrip(" ,|·•–-") if days else line


def _cut(line: str) -> str:
    """A by-line without what stands behind the names: a day, an office, a handle."""
    bare = _END.sub("", line, count=1)
    head, _, last = bare.rpartition(" ")
    return head if last.casefold().rstrip(".") in MONTHS else bare


def _is_person(name: str, site: str) -> bool:
    words = name.casefold().split()
    letters = "".join(filter(str.isalnum, name.casefold()))
    return (
        bool(words)
        and len(name) <= _LONGEST
        and len(words) <= _MOST_WORDS
        and any(map(str.isalpha, name))
        and not set(words) <= _NOBODY
        and not is_outlet_name(name)
        and words[0] not in MONTHS
        and words[-1] not in _ROLES
        and letters != "".join(filter(str.isalnum, site.casefold()))
        and "/" not in name
        and not name.casefold().endswith((".com", ".de", ".fr", ".org", ".net"))
        and (not name.isascii() or any(map(str.isupper, name)) or len(words) == 1)
    )


def _in_ordinary_letters(name: str) -> str:
    return name.title().replace("'S", "'s") if name.isupper() and " " in name else name
