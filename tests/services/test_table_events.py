"""Tables become events: columns are guessed, dates read by column, nothing dropped unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from timeline_app.documents import ReadTable
from timeline_app.domain import (
    Cancelled,
    Conventions,
    DayOrder,
    Origin,
    ReviewStatus,
    UserError,
)
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.services.library import Library
from timeline_app.services.table_dates import read_date_cell
from timeline_app.services.table_events import (
    ColumnMapping,
    ColumnRole,
    RowEvent,
    add_table_events,
    guess_mapping,
    order_in_words,
    preview,
    read_rows,
    undecided_columns,
)
from timeline_app.services.typed_dates import understand_date

R = ColumnRole


def _table(headings: str, *rows: str, name: str = "events.csv") -> ReadTable:
    """A table whose cells are parted by bars."""
    cells = tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return ReadTable(name, tuple(cell.strip() for cell in headings.split("|")), cells)


def _events(table: ReadTable, mapping: ColumnMapping | None = None) -> Sequence[RowEvent]:
    reading = read_rows(table, mapping or guess_mapping(table))
    assert reading.problems == ()
    return reading.events


def _dates(table: ReadTable, mapping: ColumnMapping | None = None) -> list[str]:
    return [write_edtf(event.span) for event in _events(table, mapping)]


_CHRONOLOGY = _table(
    "Date | Event | Details | Who | Where | Tags | Source | URL | Comments",
    "29/10/2024 | Bridge closed | The council voted. | Anna Berg; Jane Doe | Harbourtown "
    "| town, bridge | The Herald, p. 3 | https://herald.example/1 | check this",
    "05/11/2024 | Ferry starts | | | | | | |",
)


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        ("Date | Event | Place | Notes", (R.DATE, R.TITLE, R.PLACES, R.NOTE)),
        ("Datum | Ereignis | Ort | Quelle", (R.DATE, R.TITLE, R.PLACES, R.SOURCE)),
        ("Von | Bis | Titel | Beschreibung", (R.START, R.END, R.TITLE, R.DESCRIPTION)),
        ("Début | Fin | Titre | Lieu", (R.START, R.END, R.TITLE, R.PLACES)),
        ("Fecha | Título | Personas | Enlace", (R.DATE, R.TITLE, R.PEOPLE, R.ADDRESS)),
        ("Data inizio | Data fine | Evento | Luogo", (R.START, R.END, R.TITLE, R.PLACES)),
        ("Data | Acontecimento | Fonte", (R.DATE, R.TITLE, R.SOURCE)),
        ("Datum | Gebeurtenis | Plaats", (R.DATE, R.TITLE, R.PLACES)),
        ("Дата | Событие | Место | Источник", (R.DATE, R.TITLE, R.PLACES, R.SOURCE)),
        (
            "ID | Event Date (DD/MM/YYYY) | Short description | Full text | Organisation",
            (R.PASSED_OVER, R.DATE, R.TITLE, R.DESCRIPTION, R.ORGANISATIONS),
        ),
        (
            "Year|Month|Day|Time|End Year|End Month|End Day|Headline|Text|Media|Group",
            (R.YEAR, R.MONTH, R.DAY, R.TIME, R.END_YEAR, R.END_MONTH, R.END_DAY, R.TITLE,
             R.DESCRIPTION, R.ADDRESS, R.TAGS),
        ),
        ("start_date | end_date | name | keywords", (R.START, R.END, R.TITLE, R.TAGS)),
        ("Date | Date added | Event", (R.DATE, R.PASSED_OVER, R.TITLE)),
    ],
)  # fmt: skip
def test_headings_of_many_languages_name_the_columns(
    headings: str, roles: tuple[ColumnRole, ...]
) -> None:
    assert guess_mapping(_table(headings)).roles == roles


def test_cells_tell_what_headings_do_not() -> None:
    table = _table(
        "Column 1 | Column 2 | Column 3 | Column 4",
        "29 Oct 2024 | Bridge closed | https://herald.example/1 | " + "The council voted. " * 10,
        "5 Nov 2024 | Ferry starts | https://herald.example/2 | " + "A ferry will link. " * 10,
        "1900s | Railway built | https://herald.example/3 | " + "The line is old. " * 10,
    )

    assert guess_mapping(table).roles == (R.DATE, R.TITLE, R.ADDRESS, R.DESCRIPTION)


def test_two_columns_of_dates_side_by_side_are_start_and_end() -> None:
    table = _table("A | B | C", "1914 | 1918 | A long war", "1939 | 1945 | Another long war")

    assert guess_mapping(table).roles == (R.START, R.END, R.TITLE)
    assert _dates(table) == ["1914/1918", "1939/1945"]


def test_a_row_becomes_an_event_with_all_that_it_tells() -> None:
    event = _events(_CHRONOLOGY)[0]

    assert (event.row, event.title, event.when) == (2, "Bridge closed", "Tue 29 Oct 2024")
    assert event.people == ("Anna Berg", "Jane Doe")
    assert event.places == ("Harbourtown",)
    assert event.tags == ("town", "bridge")
    assert event.note == (
        "The council voted.\n\ncheck this\n\nSource: The Herald, p. 3, https://herald.example/1"
    )


def test_one_clear_date_decides_day_and_month_for_its_column() -> None:
    assert _dates(_CHRONOLOGY) == ["2024-10-29", "2024-11-05"]
    mapping = guess_mapping(_CHRONOLOGY)
    assert order_in_words(_CHRONOLOGY, mapping, 0) == "Day first, as in 29/10/2024"
    assert undecided_columns(_CHRONOLOGY, mapping) == []

    american = _table("Date | Event", "10/29/2024 | Bridge closed", "05/11/2024 | Ferry starts")
    assert _dates(american) == ["2024-10-29", "2024-05-11"]


def test_each_column_is_decided_by_itself() -> None:
    table = _table("Start | End | Event", "05/11/2024 | 11/29/2024 | A", "13/11/2024 | | B")

    assert _dates(table) == ["2024-11-05/2024-11-29", "2024-11-13"]


@pytest.mark.parametrize(
    "heading", ["Date (DD/MM/YYYY)", "Datum (TT.MM.JJJJ)", "Date, day first", "Date jj/mm/aaaa"]
)
def test_a_heading_may_state_the_order(heading: str) -> None:
    assert _dates(_table(f"{heading} | Event", "05/11/2024 | Ferry starts")) == ["2024-11-05"]


def test_where_nothing_decides_the_row_waits_for_a_choice() -> None:
    table = _table("Date | Event", "05/11/2024 | Ferry starts", "2024-10-29 | Bridge closed")
    mapping = guess_mapping(table)

    assert undecided_columns(table, mapping) == [0]
    words = "05/11/2024 may have day or month first"
    assert order_in_words(table, mapping, 0) == words
    [problem] = preview(table, mapping).problems
    assert problem.sentence == ("Row 2: “05/11/2024” may have day or month first.")
    assert _dates(table, mapping.with_order(0, DayOrder.MONTH_FIRST))[0] == "2024-05-11"
    assert _dates(table, guess_mapping(table, DayOrder.DAY_FIRST))[0] == "2024-11-05"


def test_dates_that_contradict_each_other_decide_nothing() -> None:
    table = _table("Date | Event", "29/10/2024 | A", "10/29/2024 | B", "05/11/2024 | C")

    reading = read_rows(table, guess_mapping(table))

    assert [write_edtf(event.span) for event in reading.events] == ["2024-10-29", "2024-10-29"]
    assert [problem.row for problem in reading.problems] == [4]


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2024-10-29", "2024-10-29"),
        ("[2024-10-21..2024-10-27]", "[2024-10-21..2024-10-27]"),
        ("1850~", "1850~"),
        ("c. 1850", "1850~"),
        ("29. Oktober 2024", "2024-10-29"),
        ("44 BC", "-0043"),
        ("1914", "1914"),
        ("45594", "2024-10-29"),
        ("45594.5", "2024-10-29T12:00"),
        ("2024-10-29 14:05", "2024-10-29T14:05"),
    ],
)
def test_a_cell_is_read_as_a_typed_date_or_a_day_number(cell: str, edtf: str) -> None:
    assert _dates(_table("Date | Event", f"{cell} | Bridge closed")) == [edtf]


@pytest.mark.parametrize("order", [DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST])
@pytest.mark.parametrize(
    "cell", ["29/10/2024", "10/29/2024", "05/11/2024", "5-11-2024", "7/7/1950"]
)
def test_a_date_in_numbers_is_read_as_a_typed_one(cell: str, order: DayOrder) -> None:
    typed = understand_date(cell, None, Conventions(day_order=order))

    assert read_date_cell(cell, order) == typed.readings


def test_day_numbers_may_count_from_1904() -> None:
    table = replace(_table("Date | Event", "44132 | Bridge closed"), is_1904=True)

    assert _dates(table) == ["2024-10-29"]


def test_year_month_and_day_may_stand_apart() -> None:
    table = _table(
        "Year | Month | Day | Time | End Year | End Month | End Day | Headline",
        "2024 | 10 | 29 | 14:05 | | | | A",
        "2024 | October | | | | | | B",
        "2024 | 10 | 29 | | 2024 | 11 | 3 | C",
        "-44 | 3 | 15 | | | | | D",
        "1850 | | | | 1860 | | | E",
    )

    assert _dates(table) == [
        "2024-10-29T14:05",
        "2024-10",
        "2024-10-29/2024-11-03",
        "-0043-03-15",
        "1850/1860",
    ]


def test_an_end_may_be_open_or_stand_alone() -> None:
    table = _table("Start | End | Event", "2019 | present | A", " | 1945 | B", "1990 | 1990 | C")

    dates = _dates(table)

    assert dates[0].startswith("2019")
    assert dates[1].endswith("1945")
    assert dates[2] == "1990"


def test_names_are_parted_but_a_name_with_a_comma_is_one() -> None:
    table = _table(
        "Date | Event | People",
        "2024 | A | Doe, Jane",
        "2024 | B | Jane Doe, John Smith",
        "2024 | C | Doe, Jane; Smith, John",
    )

    assert [event.people for event in _events(table)] == [
        ("Doe, Jane",),
        ("Jane Doe", "John Smith"),
        ("Doe, Jane", "Smith, John"),
    ]


def test_a_title_is_made_of_the_description_where_there_is_none() -> None:
    table = _table("Date | Description", "2024 | The council voted on Monday. Nobody was hurt.")

    [event] = _events(table)

    assert event.title == "The council voted on Monday"
    assert event.note == "The council voted on Monday. Nobody was hurt."


def test_rows_that_cannot_be_read_are_listed_with_number_and_sentence(library: Library) -> None:
    table = _table(
        "Start | End | Event",
        "unknown | | A",
        "2024-02-30 | | B",
        "2024 | | ",
        " | | C",
        "2024 | 2020 | D",
        " | | ",
        "2024 | | E",
    )
    mapping = guess_mapping(table)

    problems = read_rows(table, mapping).problems

    assert [problem.sentence for problem in problems] == [
        "Row 2: “unknown” is not understood as a date.",
        "Row 3: “2024-02-30” is not understood as a date.",
        "Row 4: nothing tells what happened.",
        "Row 5: it has no date.",
        "Row 6: “2020” is no end for what begins on “2024”.",
    ]
    assert len(add_table_events(library, table, mapping).events) == 1


def test_the_events_are_added_in_one_step_and_rest_on_their_rows(library: Library) -> None:
    changes = add_table_events(library, _CHRONOLOGY, guess_mapping(_CHRONOLOGY))

    project = library.project
    assert (len(changes.articles), len(changes.events)) == (1, 2)
    event = project.chronological()[0]
    assert (event.title, event.origin) == ("Bridge closed", Origin.RESEARCHER)
    assert event.status is ReviewStatus.ACCEPTED
    assert event.is_date_edited
    [evidence] = project.evidence_of_event(event.id)
    article = project.articles[evidence.article_id]
    assert (article.title, article.source) == ("events.csv", "events.csv")
    assert evidence.quote == evidence.quote_range.cut(article.text)
    assert evidence.quote.startswith("29/10/2024 · Bridge closed · The council voted.")
    assert evidence.expression is not None
    assert evidence.expression.cut(article.text) == "29/10/2024"
    assert evidence.reason == "Row 2 of the table says “29/10/2024”."
    library.undo()
    assert not project.articles
    assert not project.events


def test_a_date_that_day_and_month_may_be_exchanged_in_keeps_both_readings(
    library: Library,
) -> None:
    add_table_events(library, _CHRONOLOGY, guess_mapping(_CHRONOLOGY))

    event = library.project.chronological()[1]
    [evidence] = library.project.evidence_of_event(event.id)

    assert [write_edtf(reading.span) for reading in evidence.readings] == [
        "2024-11-05",
        "2024-05-11",
    ]
    assert evidence.reason == "Row 3 of the table says “05/11/2024”, day first."


def test_the_same_table_is_not_added_twice(library: Library) -> None:
    mapping = guess_mapping(_CHRONOLOGY)
    add_table_events(library, _CHRONOLOGY, mapping)

    with pytest.raises(UserError, match=r"“events\.csv” is already in the project"):
        add_table_events(library, _CHRONOLOGY, mapping)


def test_a_table_without_dates_is_refused(library: Library) -> None:
    nothing = _table("Name | Colour", "Anna | red", "Jane | blue")
    with pytest.raises(UserError, match=r"No column of “events\.csv”"):
        add_table_events(library, nothing, guess_mapping(nothing))

    vague = _table("Date | Event", "some day | A")
    with pytest.raises(UserError, match=r"No row of “events.csv” could be read. Row 2: “some day”"):
        add_table_events(library, vague, guess_mapping(vague))


def test_a_role_that_one_column_can_have_moves() -> None:
    mapping = guess_mapping(_table("Date | Date of event | Event"))

    moved = mapping.with_role(0, R.DATE)

    assert mapping.roles.count(R.DATE) == 1
    assert moved.columns(R.DATE) == (0,)
    assert moved.with_role(2, R.PASSED_OVER).columns(R.TITLE) == ()


def test_reading_can_be_stopped() -> None:
    class Impatient:
        def step(self, done: int, total: int, note: str = "") -> None:
            if done * 2 > total and note:
                raise Cancelled

    table = _table("Date | Event", *["2024 | A"] * 500)

    with pytest.raises(Cancelled):
        read_rows(table, guess_mapping(table), Impatient())
