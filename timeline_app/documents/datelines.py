"""Reads place and date of writing from the lines above a text, or from its first words.

Two forms are known: a line of its own ("Kursk, Russia, Tuesday, October 29, 2024", "Published: 29
October 2024 14:05 BST", "By Jane Doe | October 29, 2024"), and the opening of the first paragraph
("LONDON, Oct 29 (Reuters) - …"). A date without its year is not completed here: see
`missing_year`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_app.documents.bylines import read_byline
from timeline_app.documents.foreign_dates import find_days_of_month, find_foreign_dates
from timeline_app.documents.furniture import is_furniture
from timeline_app.documents.outlets import is_outlet_name
from timeline_app.domain.time.calendar import CivilDate
from timeline_app.domain.time.names import MONTHS
from timeline_app.domain.time.written import WrittenDate, find_full_dates

_LONGEST_LINE = 160
_LONGEST_PLACE = 60
_TABLE_ROW = "|"
_GAP = "\N{UNIT SEPARATOR}"  # stands where a date was
_TIMESTAMP = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})")  # ISO 8601, day and hour joined by a T
_TIME = re.compile(
    r"(?:T|\b(?:at|um|à|a las|alle(?: ore)?|ore|às|om|в)\b)?\s*\b\d{1,2}"
    r"(?:(?:[:.]|\s?h\s?)\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?|hrs|Uhr|uur|h\b)?"
    r"|\s?(?:[ap]\.?m\b\.?|(?:Uhr|uur|h)\b))",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:\d+|an?)\s(?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s?\sago\b", re.IGNORECASE
)
_ZONE = re.compile(
    r"\(?\b(?:UTC|GMT|BST|IST|WET|WEST|CES?T|EES?T|MSK|[ECMPA][SD]?T|A[EWC][SD]T|JST|KST|SGT|HKT|NZ[SD]T)\b"
    r"(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}\b|\bZ\b"
)
LABEL = re.compile(
    r"\b(?:(?P<first>(?:first |originally )?(?:published|posted|issued|released|filed(?! under))"
    r"|date(?:line)?|publication date|(?:erst)?veröffentlicht|publiée?|publicado|pubblicato"
    r"|gepubliceerd|опубликован[оа]?)"
    r"|(?P<later>(?:last |most recently )?(?:updated|modified|edited|revised)|stand(?=:|\s[\d\x1f])"
    r"|(?:zuletzt )?aktualisiert|mise? à jour|actualizado|aggiornato|atualizado|bijgewerkt"
    r"|обновлено))\b\s*(?:(?:on|at|date|am|le|el|il|op|em)\b)?\s*:?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|·•▪●]\s*|\s+[-–—/]+\s+|\n")
_SOURCE_SEPARATOR = re.compile(r"[|·•▪●]")
_EDGES = " \t\N{NO-BREAK SPACE},;:.-–—_/|·•()[]*#"

_OPENING_DASH = re.compile(
    r"\s*(?:—|–|--|(?<=\))\.?\s?[-_:]|\s[-_])\s*(?=[\"“‘'«„¿¡(]?\s?[A-Z0-9À-ÞΑ-ΩА-ЯЁ]|$)"
)
_NEXT_SENTENCE = re.compile(
    r"[.:]?(?:\s*[|—–]\s*|\s-\s|\s+)(?=[\"“‘'«„¿¡]?\s?[A-ZÀ-ÞΑ-ΩА-ЯЁ])|[.:]?\s*$"
)
_LONGEST_OPENING = 110
_AGENCY = re.compile(
    r"\s*\(([A-ZА-ЯЁ][\w.&’' /-]{1,40}|[a-z]{2,5}(?:/[A-Za-z]{2,5})*)\)\s*(?:\.(?=-))?"
)
_MONTH_DAY = re.compile(
    r",?\s*\b(?:(?P<month>[A-Z][a-z]{2,8})\.?\s+\d{1,2}|\d{1,2}\s+(?P<name>[A-Z][a-z]{2,8})\.?)\b"
)
_PLACE_AND_AGENCY = re.compile(
    r"(?P<place>[A-ZÀ-ÞА-ЯЁ][^\W\d_]*(?:[ ,/-]+[^\W\d_]+){0,4}),?\s\((?P<agency>[^()\d]{2,40})\)"
)
_PLACE_IN_CAPITALS = re.compile(r"[A-ZÀ-ÞА-ЯЁ]{3,}(?:[ -][A-ZÀ-ÞА-ЯЁ]{2,}){0,3},")
_FULL_STOP = re.compile(r"\.\s+(?=[\"“‘'«„¿¡]?[A-ZÀ-ÞΑ-ΩА-ЯЁ])")
_CLOCK_BEHIND = re.compile(rf",?\s*(?:{_TIME.pattern})(?:\s*(?:{_ZONE.pattern}))?", re.IGNORECASE)
_BEFORE_DATES = frozenset(
    "am vom zum seit bis ab dal fino depuis jusqu dès desde hasta até sinds tot с до от since until"
    " from by".split()
)  # with one of these a date begins a sentence
_ARTICLE = re.compile(r",?\s(?:den|le|el|il)\s*$")
_PLACE_WORDS = frozenset(
    "of the de la le el al da do dos del di and upon on in near am an der".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands above a text, or before its first sentence; empty or None where nothing does.

    `is_update` tells the date of a correction from that of the first publication. `is_labelled`
    says that a word such as "Published" stands before the date.
    """

    published: CivilDate | None = None
    place: str = ""
    author: str = ""
    source: str = ""
    is_update: bool = False
    is_labelled: bool = False


def read_dateline(line: str, *, in_any_language: bool = True) -> Dateline | None:
    """Read a line that holds a full date and nothing but place, time, by-line and outlet.

    Months in other languages than English take a hundred times as long: ask for them only where
    the number of lines is small.
    """
    if len(line) > _LONGEST_LINE or line.startswith(_TABLE_ROW):
        return None
    line, agency = _without_agency(_TIMESTAMP.sub(r"\1 \2", line))
    dates = find_full_dates(line) or (find_foreign_dates(line) if in_any_language else [])
    if not dates:
        return None
    written, label = _first_published(line, dates)
    rest = without_clock(_without_dates(line, dates))
    dateline = Dateline(
        written.date,
        source=agency,
        is_update=label is not None and label["later"] is not None,
        is_labelled=label is not None,
    )
    return _read_pieces(LABEL.sub(" ", rest), dateline)


def read_opening(paragraph: str) -> tuple[int, Dateline] | None:
    """Read "LONDON, Oct 29 (Reuters) - " before a first sentence: its length, and what it says.

    The date may be in any language, and may have a label: "Stand: 14.03.2025, 10:30 Uhr".
    """
    return _before_dash(paragraph) or _labelled(paragraph) or _without_dash(paragraph)


def _before_dash(paragraph: str) -> tuple[int, Dateline] | None:
    dash = _OPENING_DASH.search(paragraph, 0, _LONGEST_OPENING)
    if dash is None:
        return None
    head = paragraph[: dash.start()]
    if head.count("(") > head.count(")"):  # "Marie Curie (7 November 1867 – 4 July 1934) was"
        return None
    bare, agency = _without_agency(head)
    dates = _dates_of(bare)
    place, has_day = _without_month_day(
        _without_dates(bare, dates).replace(_GAP, " ").rstrip(_EDGES)
    )
    is_marked = bool(agency or dates) or has_day
    place = _ARTICLE.sub("", place) if dates else place
    if _BEFORE_DATES.intersection(place.casefold().split()[-1:]):
        return None
    if not _is_opening_place(place, paragraph[dash.start() :], dash[0], is_marked=is_marked):
        return None
    end = dash.end()
    if not dates and (behind := _date_behind_dash(paragraph, end)):
        end, dates = behind
    published = dates[0].date if dates else None
    return end, Dateline(published, _tidy(place), source=agency)


def _date_behind_dash(paragraph: str, start: int) -> tuple[int, list[WrittenDate]] | None:
    """Read the date of "WASHINGTON (AP) — Oct. 29, 2024 — " behind the first dash."""
    rest = paragraph[start : start + _LONGEST_OPENING]
    dates = _dates_of(rest)
    if not dates or dates[0].range.start > 0:
        return None
    end = dates[0].range.end
    behind = _OPENING_DASH.match(rest, end) or _FULL_STOP.match(rest, end)
    return (start + behind.end(), dates) if behind else None


def _labelled(paragraph: str) -> tuple[int, Dateline] | None:
    """Read "Publié le 14 mars 2025 à 10h30" where the first sentence follows it."""
    label = LABEL.match(paragraph)
    if label is None:
        return None
    dates = _dates_of(paragraph[:_LONGEST_OPENING])
    if not dates or paragraph[label.end() : dates[0].range.start].strip(_EDGES):
        return None
    end = dates[0].range.end
    if clock := _CLOCK_BEHIND.match(paragraph, end):
        end = len(paragraph[: clock.end()].rstrip())
    following = _NEXT_SENTENCE.match(paragraph, end)
    if following is None:
        return None
    is_update = label["later"] is not None
    return following.end(), Dateline(dates[0].date, is_update=is_update, is_labelled=True)


def _without_dash(paragraph: str) -> tuple[int, Dateline] | None:
    """Read "GENÈVE (Reuters) 14 mars 2025" or "WASHINGTON, Oct. 29, 2024." before a sentence."""
    opening = _PLACE_AND_AGENCY.match(paragraph)
    if opening is None:
        return _before_full_stop(paragraph)
    if not opening["place"].isupper():
        return None
    dates = _dates_of(paragraph[:_LONGEST_OPENING])
    if not dates or paragraph[opening.end() : dates[0].range.start].strip(_EDGES):
        return None
    following = _NEXT_SENTENCE.match(paragraph, dates[0].range.end)
    if following is None or not _is_name_like(_tidy(opening["place"])):
        return None
    dateline = Dateline(dates[0].date, _tidy(opening["place"]), source=opening["agency"])
    return following.end(), dateline


def _before_full_stop(paragraph: str) -> tuple[int, Dateline] | None:
    if not _PLACE_IN_CAPITALS.match(paragraph):
        return None
    dates = _dates_of(paragraph[:_LONGEST_OPENING])
    if not dates:
        return None
    place, comma, behind = paragraph[: dates[0].range.start].rpartition(",")
    stop = _FULL_STOP.match(paragraph, dates[0].range.end)
    if stop is None or not comma or behind.strip() or not _is_name_like(_tidy(place)):
        return None
    return stop.end(), Dateline(dates[0].date, _tidy(place))


def _dates_of(head: str) -> list[WrittenDate]:
    return find_full_dates(head) or find_foreign_dates(head)


def _without_agency(head: str) -> tuple[str, str]:
    """A line without "(Reuters)", and the name that stood there."""
    agency = _AGENCY.search(head)
    if agency is None or LABEL.match(agency[1]):
        return head, ""
    return f"{head[: agency.start()]} {head[agency.end() :]}", agency[1]


def first_published(datelines: Iterable[Dateline]) -> Dateline | None:
    """The one that is labelled as the publication's, else an unlabelled, else an update's."""
    dated = [dateline for dateline in datelines if dateline.published is not None]
    return min(dated, key=lambda found: (found.is_update, not found.is_labelled), default=None)


def _first_published(
    line: str, dates: list[WrittenDate]
) -> tuple[WrittenDate, re.Match[str] | None]:
    """The date of first publication among those of a line, and the label before it."""
    labelled = [(date, _label_before(line, date)) for date in dates]
    for date, label in labelled:
        if label is not None and label["first"]:
            return date, label
    return labelled[0]


def _label_before(line: str, date: WrittenDate) -> re.Match[str] | None:
    labels = list(LABEL.finditer(line, 0, date.range.start))
    return labels[-1] if labels else None


def _without_dates(line: str, dates: list[WrittenDate]) -> str:
    for date in reversed(dates):
        line = f"{line[: date.range.start]}{_GAP}{line[date.range.end :]}"
    return line


def without_clock(line: str) -> str:
    """A line without times of day, time zones and ages such as "2 hours ago"."""
    return _ZONE.sub(" ", _TIME.sub(" ", _AGE.sub(" ", line)))


def _read_pieces(rest: str, dateline: Dateline) -> Dateline | None:
    before, _, after = rest.partition(_GAP)
    is_source = bool(_SOURCE_SEPARATOR.search(before))
    for piece in map(_tidy, _SEPARATOR.split(before)):
        read = _read_piece(piece, dateline, as_place=not is_source)
        if read is None:
            return None
        dateline = read
    for piece in map(_tidy, _SEPARATOR.split(after.replace(_GAP, "|"))):
        read = _read_piece(piece, dateline, as_place=False)
        if read is None:
            return None
        dateline = read
    return dateline


def _read_piece(piece: str, dateline: Dateline, *, as_place: bool) -> Dateline | None:
    if not piece or is_furniture(piece):
        return dateline
    if author := read_byline(piece):
        return replace(dateline, author=author)
    if not _is_name_like(piece):
        return None
    if as_place and not dateline.place and not is_outlet_name(piece):
        return replace(dateline, place=piece)
    return replace(dateline, source=dateline.source or piece)


def _is_name_like(piece: str) -> bool:
    """Whether every word of a short piece begins with a capital, as in names of places, outlets."""
    words = piece.replace(",", " ").split()
    return (
        len(piece) <= _LONGEST_PLACE
        and piece[-1] not in "?!"
        and words[0][0].isupper()
        and not any(char.isdigit() for char in piece)
        and words[-1].casefold() not in _PLACE_WORDS
        and all(word[0].isupper() or word.casefold() in _PLACE_WORDS for word in words)
    )


def _without_month_day(head: str) -> tuple[str, bool]:
    for found in _MONTH_DAY.finditer(head):
        if (found["month"] or found["name"]).casefold() in MONTHS:
            return head[: found.start()] + head[found.end() :], True
    for day in find_days_of_month(head):
        return head[: day.start] + head[day.end :], True
    return head, False


def _is_opening_place(head: str, rest: str, dash: str, *, is_marked: bool) -> bool:
    """Whether the words before the dash are a place and not the beginning of the sentence.

    A place in capitals is enough before a long dash, unless the same capitals come again in the
    text, as an abbreviation's do. With an agency or a day beside it, ordinary capitals will do.
    """
    place = _tidy(head)
    if not place or not _is_name_like(place):
        return False
    if is_marked:
        return True
    city = place.split(",")[0]
    is_long_dash = any(mark in dash for mark in ("—", "–", "--", "_"))
    letters = [char for char in city if char.isalpha()]
    return (
        is_long_dash
        and len(letters) > 2
        and all(char.isupper() for char in letters)
        and re.search(rf"\b{re.escape(city)}\b", rest) is None
    )


def _tidy(piece: str) -> str:
    return " ".join(piece.strip(_EDGES).split())
