"""Every format is written whole, read back by the libraries of others, and harms no one."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook

from tests.exporters.hostile import HOSTILE, every_date, hostile, publication
from timeline_app.domain import UNWATCHED, Cancelled, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.exporters import Exporter, Publication, export_file
from timeline_app.exporters.registry import EXPORTERS, exporter_called, exporter_for

_keys = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.key)


def written(key: str, made: Publication) -> bytes:
    """The file that an exporter makes of a publication."""
    exporter = exporter_called(key)
    assert exporter is not None
    stream = BytesIO()
    exporter.write(made, stream, UNWATCHED)
    return stream.getvalue()


class Stopping:
    """A progress that stops the work at its second step."""

    def __init__(self) -> None:
        self._steps = 0

    def step(self, *_progress: object) -> None:
        """Count, and stop."""
        self._steps += 1
        if self._steps > 1:
            raise Cancelled


@_keys
def test_hostile_texts_and_every_date_go_through_and_are_the_same_again(exporter: Exporter) -> None:
    for made in (hostile(), every_date()):
        # Archives keep the moment at which their parts were made.
        same = written(exporter.key, made) == written(exporter.key, made)
        assert same or exporter.key in ("docx", "xlsx")
        assert all(
            sentence[0].isalnum() and sentence.endswith(".") for sentence in exporter.losses(made)
        )


@_keys
def test_a_file_that_is_stopped_leaves_the_one_before(exporter: Exporter, tmp_path: Path) -> None:
    path = tmp_path / f"out{exporter.suffix}"
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        export_file(exporter, hostile(), path, Stopping())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_written_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nothing accepted yet"):
        export_file(EXPORTERS[0], publication(), tmp_path / "out.html")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_suffix_tells_the_format() -> None:
    def key(name: str) -> str | None:
        found = exporter_for(Path(name))
        return None if found is None else found.key

    assert key("a.json") == "json"
    assert key("a.timelinejs.json") == "timelinejs"
    assert key("A.CSL.JSON") == "csl"
    assert key("a.timeline.xml") == "timeline-xml"
    assert key("a.timeline") is None
    assert len({exporter.key for exporter in EXPORTERS}) == len(EXPORTERS)


def test_no_cell_of_a_csv_begins_as_a_formula() -> None:
    text = written("csv", hostile()).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert len(rows) == len(HOSTILE) + 1
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in cells)


def test_excel_gets_texts_and_dates_and_no_formula() -> None:
    book = load_workbook(BytesIO(written("xlsx", hostile())))
    assert book.sheetnames == ["Events", "Sources", "About"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    titles = [row[1].value for row in book["Events"].iter_rows(min_row=2)]
    assert titles[:6] == list(HOSTILE[:6])
    # openpyxl leaves the codes of Excel as they stand.
    assert titles[11] == "two\nlines_x000D_\nand_x000B_more_x001F_"
    assert all(cell.hyperlink is None for cell in cells)

    dates = load_workbook(BytesIO(written("xlsx", every_date())))["Events"]
    [first] = list(dates.iter_rows(min_row=2, max_row=2, values_only=True))
    assert str(first[2]) == "2024-10-29 00:00:00"
    ancient = [row[4] for row in dates.iter_rows(min_row=2, values_only=True)]
    assert "-0043-03-15" in ancient
    assert dates.calculate_dimension() == "A1:V23"


def test_word_gets_headings_and_a_table_whose_head_repeats() -> None:
    made = every_date()
    document = Document(BytesIO(written("docx", made)))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 2
    [table] = document.tables
    assert len(table.rows) == len(made.events) + 1
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert "Event 1" in table.rows[1].cells[2].text
    assert "page 4" in table.rows[1].cells[3].text

    shown = Document(BytesIO(written("docx", hostile()))).tables[0]
    told = [row.cells[2].paragraphs[0].text for row in shown.rows[1:]]
    assert told[7] == HOSTILE[7]
    assert told[13] == HOSTILE[13]


def test_a_calendar_is_read_back() -> None:
    data = written("ics", hostile())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    entries = Calendar.from_ical(data).walk("VEVENT")
    assert len(entries) == len(HOSTILE)
    assert str(entries[7]["SUMMARY"]) == HOSTILE[7]
    assert str(entries[15]["SUMMARY"]) == HOSTILE[15]
    assert str(entries[0].decoded("DTSTART")) == "2024-10-21"
    assert str(entries[0].decoded("DTEND")) == "2024-10-28"

    timed = Calendar.from_ical(written("ics", every_date())).walk("VEVENT")
    starts = {str(entry["SUMMARY"]): str(entry.decoded("DTSTART")) for entry in timed}
    assert starts["Event 15"] == "2024-10-29 14:30:00"
    assert starts["Event 16"] == "2024-10-29 14:30:05+00:00"
    assert starts["Event 17"] == "2024-10-30 04:30:00+00:00"
    assert not {"Event 18", "Event 19", "Event 22"} & set(starts)


def test_events_of_two_projects_are_not_taken_for_each_other_in_one_calendar() -> None:
    def uids(file_name: str) -> set[str]:
        made = replace(every_date(), file_name=file_name)
        return {
            str(each["UID"]) for each in Calendar.from_ical(written("ics", made)).walk("VEVENT")
        }

    assert uids("autumn.timeline") == uids("autumn.timeline")
    assert not uids("autumn.timeline") & uids("winter.timeline")


def test_slides_hold_no_markup_of_ours() -> None:
    slides = json.loads(written("timelinejs", hostile()))["events"]
    assert slides[7]["text"]["headline"].startswith("&lt;script&gt;")
    shown = [{**slide, "tags": ()} for slide in slides]
    assert not any("<script" in json.dumps(slide) for slide in shown)
    assert slides[0]["start_date"] == {"year": 2024, "month": 10, "day": 21}
    assert slides[0]["end_date"] == {"year": 2024, "month": 10, "day": 27}
    made = json.loads(written("timelinejs", every_date()))
    assert made["scale"] == "cosmological"
    by_title = {slide["text"]["headline"]: slide for slide in made["events"]}
    assert by_title["Event 2"]["start_date"] == {"year": 2024, "month": 10}
    assert "end_date" not in by_title["Event 2"]
    assert by_title["Event 18"]["start_date"]["year"] == -43


def test_the_timeline_project_gets_well_formed_xml() -> None:
    root = etree.fromstring(written("timeline-xml", hostile()))
    titles = [text.text for text in root.iterfind("events/event/text")]
    assert titles[7] == HOSTILE[7]
    order = [child.tag for child in root.find("events/event")]
    assert order[:5] == ["start", "end", "text", "progress", "fuzzy"]


def test_lines_of_others_begin_no_event_in_markwhen_and_no_markup_in_markdown() -> None:
    text = written("markwhen", hostile()).decode()
    events = [line for line in text.splitlines() if re.match(r"\s*[0-9]{4}", line)]
    assert len(events) == len(HOSTILE)
    plain = written("markdown", hostile()).decode()
    assert "<script" not in plain.replace(r"\<script", "")
    assert "\n# heading" not in plain
    assert "](javascript" not in plain.replace(r"\]", "")


def test_markdown_names_its_sources_by_the_numbers_that_quotes_refer_to() -> None:
    made = hostile()
    fifth = replace(made, articles=tuple(replace(each, number=5) for each in made.articles[:1]))
    assert "\n- \\[5\\] " in written("markdown", fifth).decode()


def test_sources_are_written_for_every_reference_manager() -> None:
    made = every_date()
    [first, second] = json.loads(written("csl", made))
    assert first["author"] == [{"family": "Doe", "given": "Jane"}]
    assert first["issued"] == {"date-parts": [[2024, 10, 29]]}
    assert first["id"] != second["id"]
    ris = written("ris", made).decode()
    assert "TY  - NEWS\r\n" in ris
    assert ris.count("ER  - \r\n") == 2
    assert "SP  - 3\r\nEP  - 5\r\n" in ris
    bibtex = written("bibtex", made).decode()
    assert "author = {Doe, Jane}" in bibtex
    assert "langid = {english}" in bibtex


def test_what_was_read_under_an_address_tells_when() -> None:
    made = every_date()
    article = replace(
        made.articles[-1], url="https://example.org/a", accessed=CivilDate(2024, 11, 5)
    )
    on_the_web = replace(made, articles=(article,))
    on_paper = replace(made, articles=(replace(article, url="", reference=None),))
    for key, told in (
        ("csl", "[2024, 11, 5]"),
        ("ris", "Y2  - 2024/11/05/"),
        ("bibtex", "2024-11-05"),
    ):
        assert told in written(key, on_the_web).decode()
        assert told not in written(key, on_paper).decode()


def test_hostile_sources_stay_within_their_fields() -> None:
    made = hostile()
    ris = written("ris", made).decode()
    assert ris.count("\nER  - ") == len(made.articles)
    bib = written("bibtex", made).decode()
    assert bib.count("{") - bib.count(r"\{") == bib.count("}") - bib.count(r"\}")
    assert bib.count("@article{") == len(made.articles)


def test_what_a_format_cannot_hold_is_told() -> None:
    undated, far, vague, sources = exporter_called("ics").losses(every_date())  # type: ignore[union-attr]
    assert undated == "1 event without a date is left out."
    assert far == "3 events lie outside of the years 1 to 9999 and are left out."
    assert vague.startswith("15 dates are not known exactly")
    assert sources.startswith("22 events rest on passages of articles")
