"""The conventions of an article: those laid down for the project, else those of its region.

The region comes from the tag of its language ("en-GB"), the address, the outlet, or the dateline,
in this order. A dateline tells where the writer stood, not where the paper is printed: it counts
only where the table names it as a place of the English-language press.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from timeline_app.domain import Article
from timeline_app.domain.conventions import Conventions, DayOrder, Preferences, WeekStart
from timeline_app.resources import resource_path

_REGION = re.compile(r"[a-z]{2,3}[-_](?:[a-z]{4}[-_])?(?P<region>[a-z]{2})\b", re.IGNORECASE)
_ENGLISH = "en"
_DAY_FIRST_LANGUAGES = frozenset({"de", "es", "fr", "it", "nl", "pt", "ru"})
_LANDS_OF_HOSTS = {"UK": "GB"}
_ALL_TOGETHER = {"EU"}  # ends of addresses of more than one land
_AMERICAN = frozenset({"gov", "mil"})


def conventions_of(article: Article, preferences: Preferences) -> Conventions:
    """How weeks and dates in numbers of an article are read."""
    region = region_of(article)
    return Conventions(
        preferences.week_start or _week_start_in(region),
        preferences.day_order or _day_order_in(region, article.language),
        region,
    )


def region_of(article: Article) -> str:
    """The land that an article was written for, as two letters; empty when nothing tells."""
    tag = _REGION.match(article.language)
    if tag is not None:
        return tag["region"].upper()
    press = _customs().press
    found = _region_of_host(urlsplit(article.url).hostname or "") or press.get(_key(article.source))
    if found or not article.language.startswith(_ENGLISH):
        return found or ""
    parts = map(_key, reversed(article.place.split(",")))
    return next((_customs().datelines[part] for part in parts if part in _customs().datelines), "")


def _region_of_host(host: str) -> str:
    customs = _customs()
    labels = host.lower().split(".")
    for start in range(len(labels)):
        if region := customs.hosts.get(".".join(labels[start:])):
            return region
    end = labels[-1]
    if end in _AMERICAN:
        return "US"
    if len(end) != 2 or end in customs.no_land:
        return ""
    region = _LANDS_OF_HOSTS.get(end.upper(), end.upper())
    return "" if region in _ALL_TOGETHER else region


def _week_start_in(region: str) -> WeekStart:
    customs = _customs()
    if region in customs.from_sunday:
        return WeekStart.SUNDAY
    return WeekStart.SATURDAY if region in customs.from_saturday else WeekStart.MONDAY


def _day_order_in(region: str, language: str) -> DayOrder | None:
    customs = _customs()
    if not region:
        return DayOrder.DAY_FIRST if language[:2] in _DAY_FIRST_LANGUAGES else None
    if region in customs.no_order:
        return None
    return DayOrder.MONTH_FIRST if region in customs.month_first else DayOrder.DAY_FIRST


@dataclass(frozen=True, slots=True)
class _Customs:
    """The table of regions. Names of outlets and places are keys without case or article."""

    from_sunday: frozenset[str]
    from_saturday: frozenset[str]
    month_first: frozenset[str]
    no_order: frozenset[str]
    no_land: frozenset[str]
    press: Mapping[str, str]
    hosts: Mapping[str, str]
    datelines: Mapping[str, str]


@cache
def _customs() -> _Customs:
    sections = _sections()
    rows = [line.split("|") for line in sections["press"]]
    words = {name: frozenset(" ".join(lines).split()) for name, lines in sections.items()}
    return _Customs(
        words["week from Sunday"],
        words["week from Saturday"],
        words["month first"],
        words["no order"],
        words["no land"],
        *(_lands_by_name(rows, column) for column in (1, 2, 3)),
    )


def _lands_by_name(rows: Iterable[Sequence[str]], column: int) -> dict[str, str]:
    """The region of each name in a column of the table of the press."""
    return {_key(name): row[0] for row in rows for name in row[column].split(";") if name}


def _sections() -> dict[str, list[str]]:
    """The lines of the table by the headings that they stand below."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in resource_path("language", "regions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
