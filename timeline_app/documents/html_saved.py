"""Tells from where and when a page was saved: SingleFile, browsers, the Wayback Machine.

The day of saving is never that of publication, but nothing can have been published after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.documents.stated_days import read_stamp
from timeline_app.domain.time.calendar import CivilDate, is_valid_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 6_000  # letters
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile(?P<fields>.{0,3000}?)-->", re.DOTALL | re.IGNORECASE
)
_FIELD_URL = re.compile(r"^\s*url:\s*(?P<url>\S+)", re.MULTILINE)
_FIELD_DAY = re.compile(
    r"^\s*saved date:\s*(?:[A-Z][a-z]{2}\s)?(?P<month_day>[A-Z][a-z]{2}\s\d{1,2})\s(?P<year>\d{4})",
    re.MULTILINE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+)\s*-->", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"^https?://(?:web\.)?archive\.(?:org|is|today|ph)/(?:web/)?"
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})\d{0,6}(?:[a-z]{2}_)?/(?P<url>https?:/.*)"
)
_ARCHIVED_ON = re.compile(r"FILE ARCHIVED ON [\d:]+ (?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4})")
_BANNERS = (
    "//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato'"
    " or @id='wm-ipp-inside' or @id='HEADER' and .//a[contains(@href,'archive.')]]"
)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The address that a page was saved from, and the day; empty and None where unknown."""

    url: str = ""
    day: CivilDate | None = None


def read_saved(html: str) -> SavedPage:
    """What the program that saved the page wrote into it."""
    if found := _SINGLE_FILE.search(html, 0, _HEAD):
        url, day = _FIELD_URL.search(found["fields"]), _FIELD_DAY.search(found["fields"])
        stated = read_stamp(f"{day['month_day']}, {day['year']}") if day else None
        return _original(SavedPage(url["url"] if url else "", stated.day if stated else None))
    if found := _SAVED_FROM.search(html, 0, _HEAD):
        return _original(SavedPage(found["url"]))
    if found := _ARCHIVED_ON.search(html, max(0, len(html) - _HEAD)):
        stated = read_stamp(found["day"])
        return SavedPage(day=stated.day if stated else None)
    return SavedPage()


def original_address(url: str) -> SavedPage:
    """The address of a page that an archive keeps, and the day on which it took it."""
    return _original(SavedPage(url))


def remove_banners(page: HtmlElement) -> None:
    """Take out what an archive puts above a page; the page is changed."""
    for banner in page.xpath(_BANNERS):
        if banner.getparent() is not None:
            banner.drop_tree()


def _original(saved: SavedPage) -> SavedPage:
    found = _ARCHIVED.match(saved.url)
    if found is None:
        return saved
    day = CivilDate(int(found["year"]), int(found["month"]), int(found["day"]))
    return SavedPage(found["url"], day if is_valid_date(*day) else saved.day)
