"""Files of events: what was written comes back, and what others wrote is understood."""

from __future__ import annotations

import json
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.domain.span_strategies import spans
from tests.exporters.hostile import HOSTILE, event, publication
from timeline_app.documents.event_files import EVENT_READERS, event_reader_for, read_event_file
from timeline_app.documents.files import FileBytes
from timeline_app.documents.read_events import ReadEvent, ReadEvents
from timeline_app.domain import UNWATCHED, UserError
from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.edtf import parse_edtf, write_edtf
from timeline_app.exporters.losses import is_within_four_digits
from timeline_app.exporters.registry import exporter_called

_words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
_title = st.lists(_words, min_size=1, max_size=4).map(" ".join)


def written(key: str, title: str, span: TimeSpan | None) -> FileBytes:
    exporter = exporter_called(key)
    assert exporter is not None
    stream = BytesIO()
    exporter.write(publication(event(1, title, span)), stream, UNWATCHED)
    return FileBytes(f"x{exporter.suffix}", stream.getvalue())


def read(file: FileBytes) -> ReadEvents:
    reader = event_reader_for(file)
    assert reader is not None
    return reader.read(file)


def read_text(name: str, text: str) -> list[ReadEvent]:
    return list(read(FileBytes(name, text.encode())).events)


def dates(events: list[ReadEvent]) -> list[str]:
    return ["" if each.span is None else write_edtf(each.span) for each in events]


@pytest.mark.parametrize("key", ["csv", "timelinejs", "ics", "markwhen", "timeline-xml"])
@settings(max_examples=60, deadline=None)
@given(title=_title, span=spans)
@example(title="A year told in months", span=parse_edtf("2020-01/2020-12"))
def test_titles_dates_and_tags_come_back(key: str, title: str, span: TimeSpan) -> None:
    is_kept = key in ("csv", "timelinejs") or is_within_four_digits(event(1, title, span))
    if not is_kept or (key != "csv" and span.begin is None and span.end is None):
        return
    [found] = read(written(key, title, span)).events
    assert (found.title, found.span) == (title, span)
    assert set(found.tags) == {"talks", "war"}


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("ics", "DTSTART;VALUE=DATE:20241021", "DTSTART;VALUE=DATE:20241022"),
        ("timelinejs", '"month": 10, "day": 21', '"month": 10, "day": 22'),
        ("markwhen", "2024-10-21/", "2024-10-22/"),
        ("timeline-xml", "<start>2024-10-21", "<start>2024-10-22"),
    ],
)
def test_a_date_that_another_program_has_changed_is_taken_as_it_is(
    key: str, old: str, new: str
) -> None:
    file = written(key, "A summit", parse_edtf("[2024-10-21..2024-10-27]"))
    assert old.encode() in file.data
    [found] = read(FileBytes(file.name, file.data.replace(old.encode(), new.encode()))).events
    assert found.span is not None
    assert write_edtf(found.span).strip("~").startswith("2024-10-22")
    assert found.span.latest_end == parse_edtf("2024-10-27").latest_end


def test_a_table_that_contradicts_itself_is_told() -> None:
    file = written("csv", "A summit", parse_edtf("2024-10-29"))
    assert read(file).warnings == ()
    moved = file.data.replace(b"2024-10-29,2024-10-29", b"2024-10-30,2024-10-30")
    found = read(FileBytes(file.name, moved))
    assert dates(list(found.events)) == ["2024-10-29"]
    assert "differ from EDTF" in found.warnings[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_table_of_ours_keeps_every_text(text: str) -> None:
    exporter = exporter_called("csv")
    assert exporter is not None
    stream = BytesIO()
    exporter.write(publication(event(1, text, None, text)), stream, UNWATCHED)
    [found] = read(FileBytes("x.csv", stream.getvalue())).events
    assert (found.title, found.note, found.people) == (text, text, (text,))


def test_slides_of_others() -> None:
    slides = {
        "events": [
            {
                "start_date": {"year": "1999", "month": "3", "day": ""},
                "text": {"headline": "A <b>bold</b> &amp; plain", "text": "<p>One</p><p>Two</p>"},
                "group": "war",
            },
            {"start_date": {"year": 1914}, "end_date": {"year": 1918}, "text": {}},
            {"start_date": {"year": 2024, "month": 2, "day": 31}, "text": {"headline": "No day"}},
            {"start_date": {"year": 2024, "month": 1, "day": 5, "hour": 0, "minute": 30}},
        ]
    }
    file = FileBytes("x.json", json.dumps(slides).encode())
    found = read(file)
    assert dates(list(found.events)) == ["1999-03", "1914/1918", "", "2024-01-05T00:30"]
    assert found.events[0].title == "A bold & plain"
    assert found.events[0].note == "One\nTwo"
    assert found.events[0].tags == ("war",)
    assert found.warnings == ("1 slide has no date that can be read.",)


def test_calendars_of_others() -> None:
    calendar = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:A day
DTSTART;VALUE=DATE:20240229
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:A meeting
DTSTART;TZID=Europe/Berlin:20240701T100000
DURATION:PT1H
LOCATION:Kazan; Moscow
CATEGORIES:war,talks
STATUS:TENTATIVE
RRULE:FREQ=DAILY
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Broken
DTSTART:yesterday
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
    found = read(FileBytes("x.ics", calendar.encode()))
    day, meeting, broken = found.events
    assert dates([day, broken]) == ["2024-02-29", ""]
    assert meeting.span is not None
    assert meeting.span.zone == "+02:00"
    assert (meeting.places, meeting.tags) == (("Kazan", "Moscow"), ("war", "talks"))
    assert len(found.warnings) == 2


def test_markwhen_of_others() -> None:
    text = """title: A trip
dateFormat: d/M/y
#war: red

section The beginning
2023-01: Planning #talks
More of it: and even more
1961/1963-05-02: A long time
25/12/2023: Christmas
Dec 24 2023 - Dec 26 2023: Holidays
2020-02-22T12:13:14Z-2020-02-22T13:00:00Z: A call
after !x 2 weeks: Relative
endSection
"""
    found = read(FileBytes("x.mw", text.encode()))
    assert dates(list(found.events)) == [
        "2023-01",
        "1961-01-01/1963-05-02",
        "2023-12-25",
        "2023-12-24/2023-12-26",
        "2020-02-22T12:13:14/2020-02-22T12:59:59",
    ]
    assert found.events[0].title == "Planning"
    assert found.events[0].tags == ("talks",)
    assert found.warnings == ("1 event has no date that can be read.",)


def test_the_timeline_project_of_others() -> None:
    text = """<?xml version="1.0" encoding="utf-8"?>
<timeline><version>2.3.1</version><timetype>gregoriantime</timetype><events>
<event><start>2012-01-01 00:00:00</start><end>2012-02-01 00:00:00</end><text>A month</text>
<fuzzy>True</fuzzy><category>War</category><labels>a b_c</labels></event>
<event><start>2012-1-1 12:30:0</start><end>2012-1-1 12:30:0</end><text>A moment</text></event>
<event><start>soon</start><end>later</end><text>Never</text></event>
</events></timeline>"""
    found = read_text("x.timeline", text)
    about = parse_edtf("2012-01-01/2012-01-31").qualified(approximate=True)
    assert dates(found) == [write_edtf(about), "2012-01-01T12:30:00", ""]
    assert found[0].tags == ("War", "a", "b c")


def test_tables_of_aeon_timeline() -> None:
    text = """Event ID,Title,Start Date,End Date,Tags,Participant,Place
1,Born,1 March 1801,,"life, birth",Anna,Kazan
2,War,1914-07-28,1918-11-11,,"Anna|Bert",
3,Ides,0044-03-15 BC,,,,
4,Call,2020-01-01 10:00,2020-01-01 11:00,,,
5,Fog,once upon a time,,,,
"""
    found = read(FileBytes("x.csv", text.encode()))
    assert dates(list(found.events)) == [
        "1801-03-01",
        "1914-07-28/1918-11-11",
        "-0043-03-15",
        "2020-01-01T10:00/2020-01-01T10:59",
        "",
    ]
    assert found.events[0].tags == ("life", "birth")
    assert found.events[1].people == ("Anna", "Bert")
    assert found.warnings == ("1 row has no date that can be read.",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.txt", "Kazan, 29 October 2024\n\nPutin held a summit."),
        ("x.csv", "When,What\n2024,Something\n"),
        ("x.json", '[{"type": "article-newspaper", "title": "A"}]'),
        ("x.xml", "<?xml version='1.0'?><rss/>"),
        ("x.timeline", "SQLite format 3\0"),
    ],
)
def test_other_files_are_left_to_others(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert read_event_file(path) is None


_OURS = '{"format": "timeline-app-project", "version": 1, '
_LOST = (
    '"evidence": [{"id": 1, "event_id": 5, "article_id": 6, "quote_range": [0, 1], "quote": ""}]}'
)
_DOCTYPE = "<?xml version='1.0'?><!DOCTYPE timeline [<!ENTITY x 'y'>]>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.json", _OURS + '"events": [{"id": 1}]}'),
        ("x.json", _OURS.replace("1", "2") + '"events": []}'),
        ("x.json", _OURS + '"events": '),
        ("x.json", _OURS + _LOST),
        ("x.json", _OURS + '"events": [{"id": true, "title": "x", "span": null}]}'),
        ("x.json", '{"events": [{"start_date": 5}]}'),
        ("x.json", '{"events": {"start_date": 5}}'),
        ("x.json", '{"events": [{"start_date": ' + "[" * 100_000),
        ("x.ics", "BEGIN:VCALENDAR\nnonsense"),
        ("x.xml", "<?xml version='1.0'?><timeline><events>"),
        ("x.xml", f"{_DOCTYPE}<timeline></timeline>"),
        ("x.xml", "<timeline><timetype>numtime</timetype></timeline>"),
    ],
)
def test_damaged_files_are_told_in_a_sentence(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="“x"):
        read_event_file(path)


@settings(max_examples=100, deadline=None)
@given(
    data=st.binary(max_size=200),
    start=st.sampled_from(
        (
            b"",
            b"BEGIN:VCALENDAR\r\n",
            b"<timeline>",
            b'{"events":[{"start_date":',
            b"Title,Start Date\n",
        )
    ),
)
def test_no_bytes_bring_a_reader_down(data: bytes, start: bytes) -> None:
    for suffix in (".json", ".ics", ".mw", ".xml", ".csv"):
        file = FileBytes(f"x{suffix}", start + data)
        for reader in EVENT_READERS:
            if reader.recognises(file):
                with suppress(UserError):
                    reader.read(file)
