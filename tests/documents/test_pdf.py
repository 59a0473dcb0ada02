"""Printed pages: reading order, paragraphs, running heads, pages, properties."""

from __future__ import annotations

import itertools
import textwrap
from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from tests.documents.makers.printed import Words, column, pdf, protected
from timeline_app.documents import LIMITS, ReadArticle, read_file
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate

_LEFT = [
    "  The council of Millbrook has",
    "voted to close the old bridge",
    "over the river. Engineers had",
    "warned for years that its",
    "piers were failing.",
    "  Traffic will be led over the",
    "new bridge from next week on,",
    "said the mayor, who thanked",
]
_RIGHT = [
    "all who had worked through",
    "the night to keep the road",
    "clear for the ambulances.",
    "  Nobody was hurt when a part",
    "of the railing fell into the",
    "water on Monday evening, the",
    "police said. The harbour will",
    "stay open to smaller boats.",
]
_READ = """\
The council of Millbrook has voted to close the old bridge over the river. Engineers had warned \
for years that its piers were failing.
Traffic will be led over the new bridge from next week on, said the mayor, who thanked all who had \
worked through the night to keep the road clear for the ambulances.
Nobody was hurt when a part of the railing fell into the water on Monday evening, the police said. \
The harbour will stay open to smaller boats.""".splitlines()


def _read(folder: Path, data: bytes, name: str = "paper.pdf") -> ReadArticle:
    path = folder / name
    path.write_bytes(data)
    return read_only_article(path)


def _refusal(folder: Path, data: bytes) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"paper\.pdf") as caught:
        read_file(path)
    return str(caught.value)


def _paragraphs(article: ReadArticle) -> list[str]:
    return article.text.split("\n\n")


def _columns() -> tuple[list[Words], list[Words]]:
    return column(_LEFT, 60, 700), column(_RIGHT, 310, 700)


def _headline() -> list[Words]:
    return [Words("Old Bridge Is Closed to All Traffic", 60, 740, 18)]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = _columns()

    article = _read(tmp_path, pdf([_headline() + left + right]))

    assert article.title == "Old Bridge Is Closed to All Traffic"
    assert _paragraphs(article) == [article.title, *_READ]
    assert [piece.cut(article.text) for piece in article.body] == _READ


def test_columns_are_told_where_the_file_has_their_lines_side_by_side(tmp_path: Path) -> None:
    rows = list(itertools.chain.from_iterable(zip(*_columns(), strict=True)))

    assert _paragraphs(_read(tmp_path, pdf([_headline() + rows])))[1:] == _READ


def test_the_order_of_the_page_wins_over_a_muddled_file(tmp_path: Path) -> None:
    lines = column(_LEFT[:5], 60, 700)
    muddled = [lines[3], lines[0], lines[4], lines[2], lines[1]]

    assert _paragraphs(_read(tmp_path, pdf([muddled]))) == _READ[:1]


def test_words_cut_at_the_end_of_a_line_are_whole_again(tmp_path: Path) -> None:
    lines = [
        "The long-term plan was a deci-",
        "sion of the whole council, and a long-",
        "term one. It was Jean-",
        "Paul who had asked for it in 2019-",
        "2020, as the minutes of the coun-",
        "cil show.",
    ]

    [text] = _paragraphs(_read(tmp_path, pdf([column(lines, 60, 700)])))

    assert text == (
        "The long-term plan was a decision of the whole council, and a long-term one. It was "
        "Jean-Paul who had asked for it in 2019-2020, as the minutes of the council show."
    )


def _paged(number: int) -> list[Words]:
    head = Words(f"Millbrook Gazette, issue {number}", 60, 810, 8)
    foot = Words(f"Page {number} of 4", 270, 30, 8)
    sentence = f"Part {number} begins here and it goes on to the following page where the text"
    start = "" if number == 1 else "ends again. "
    lines = [start + sentence[:40], sentence[40:], f"is continued after page {number}, as it"]
    return [head, *column(lines, 60, 700), foot]


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    article = _read(tmp_path, pdf([_paged(number) for number in range(1, 5)]))

    assert "Gazette" not in article.text
    assert "of 4" not in article.text


def test_every_letter_has_its_page_though_sentences_run_over(tmp_path: Path) -> None:
    article = _read(tmp_path, pdf([_paged(number) for number in range(1, 5)]))

    assert len(article.pages) == 4
    assert article.pages[0] == 0
    for number in range(1, 5):
        begins = article.text.index(f"Part {number}")
        start = article.pages[number - 1]
        assert start <= begins < [*article.pages, len(article.text)][number]
        assert article.text[start:].startswith("ends again." if number > 1 else "Part 1")
    assert "as it ends again. Part 2" in article.text, "one paragraph over two pages"


def test_notes_at_the_foot_do_not_cut_the_sentence_above(tmp_path: Path) -> None:
    first = [
        *column(["The council of Millbrook has voted", "to close the bridge, which the"], 60, 700),
        *column(["1 Minutes of the council, page 12."], 60, 200, size=7),
    ]
    second = column(["engineers had asked for in the year", "before."], 60, 700)

    article = _read(tmp_path, pdf([first, second]))

    note, sentence = _paragraphs(article)
    assert note == "1 Minutes of the council, page 12."
    assert sentence.endswith(
        "to close the bridge, which the engineers had asked for in the year before."
    )


def test_words_that_lie_beside_the_page_are_not_read(tmp_path: Path) -> None:
    outside = [Words("Printer's mark", -200, 300), Words("Nowhere", 9e9, -9e9)]

    assert _read(tmp_path, pdf([[*outside, *column(_LEFT[:5], 60, 700)]])).text == _READ[0]


def test_ligatures_are_spelt_out(tmp_path: Path) -> None:
    article = _read(tmp_path, pdf([column(["The ^re was put out after the ^nal call."], 60, 700)]))

    assert article.text == "The fire was put out after the final call."


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path, angle: int) -> None:
    """The sheet is turned by the file, and the text on it was turned against that."""
    places = {
        0: lambda each: (each.x, each.y),
        90: lambda each: (842 - each.y, each.x),
        180: lambda each: (595 - each.x, 842 - each.y),
        270: lambda each: (each.y - 247, 842 - each.x),
    }
    left, right = _columns()
    turned = []
    for each in left + right:
        x, y = places[angle](each)
        turned.append(Words(each.text, x, y, each.size, angle))

    article = _read(tmp_path, pdf([turned], rotate=angle))

    assert _paragraphs(article) == _READ


def test_words_printed_sideways_are_left_out_aloud(tmp_path: Path) -> None:
    stamp = Words("Received in the archive", 20, 300, 10, 90)

    article = _read(tmp_path, pdf([[stamp, *column(_LEFT[:5], 60, 700)]]))

    assert article.text == _READ[0]
    assert article.warnings == ("Page 1 is with words printed sideways, which are left out.",)


def test_the_dateline_comes_before_the_properties_of_the_file(tmp_path: Path) -> None:
    page = [
        *_headline(),
        Words("By Jane Doe", 60, 715),
        Words("29 October 2024", 60, 700),
        *column(_LEFT, 60, 660),
    ]
    properties = {
        "Title": "Microsoft Word - bridge.doc",
        "Author": "Administrator",
        "CreationDate": "D:20241105120000+01'00'",
    }

    article = _read(tmp_path, pdf([page], properties=properties))

    assert article.title == "Old Bridge Is Closed to All Traffic"
    assert article.author == "Jane Doe"
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.DATELINE,
    )
    assert [each.origin for each in article.candidates] == [
        DateOrigin.DATELINE,
        DateOrigin.PROPERTIES,
    ]
    assert article.candidates[1].day == CivilDate(2024, 11, 5)


def test_properties_serve_where_the_page_is_silent(tmp_path: Path) -> None:
    properties = {
        "Title": "Old Bridge Is Closed",
        "Author": "Jane Doe",
        "CreationDate": "D:20241029",
    }
    page = [*column(["Old Bridge Is Closed"], 60, 740), *column(_LEFT, 60, 700)]

    article = _read(tmp_path, pdf([page], properties=properties))

    assert (article.title, article.author) == ("Old Bridge Is Closed", "Jane Doe")
    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.PROPERTIES,
    )


@pytest.mark.parametrize("stated", ["Bridge", "A Report", "Microsoft Word - a", "", "Untitled"])
def test_a_stated_title_that_is_not_printed_is_not_taken(tmp_path: Path, stated: str) -> None:
    data = pdf([[*_headline(), *column(_LEFT, 60, 700)]], properties={"Title": stated})

    assert _read(tmp_path, data).title == "Old Bridge Is Closed to All Traffic"


def test_the_day_in_a_running_head_is_a_dateline(tmp_path: Path) -> None:
    pages = [
        [Words("Tuesday, 29 October 2024", 60, 810, 8), *column(_LEFT[:5], 60, 700)]
        for _ in range(3)
    ]

    article = _read(tmp_path, pdf(pages))

    assert (article.published, article.date_origin) == (
        CivilDate(2024, 10, 29),
        DateOrigin.DATELINE,
    )


def test_rows_of_a_table_stay_rows(tmp_path: Path) -> None:
    rows = [("Year", "Bridges", "Ferries"), ("1990", "3", "12"), ("2024", "9", "2")]
    cells = [
        Words(cell, 60 + 150 * at, 700 - 14 * row)
        for row, texts in enumerate(rows)
        for at, cell in enumerate(texts)
    ]

    article = _read(tmp_path, pdf([cells]))

    assert _paragraphs(article) == [f"| {' | '.join(row)} |" for row in rows]


def test_pictures_of_pages_are_said_to_have_no_text(tmp_path: Path) -> None:
    assert "no text layer" in _refusal(tmp_path, pdf([[], []]))


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    article = _read(tmp_path, pdf([column(_LEFT[:5], 60, 700), [], []]))

    assert article.warnings == ("Pages 2 and 3 are without text: pictures perhaps.",)
    assert len(article.pages) == 3


def test_a_password_is_said_plainly(tmp_path: Path) -> None:
    assert "password" in _refusal(tmp_path, protected(pdf([column(_LEFT, 60, 700)]), "x"))


def test_a_damaged_file_is_said_to_be_one(tmp_path: Path) -> None:
    assert "damaged" in _refusal(tmp_path, b"%PDF-1.7\n" + b"garbage " * 100)


def test_a_shelf_of_pages_is_refused(tmp_path: Path) -> None:
    assert "Split it" in _refusal(tmp_path, pdf([[]] * (LIMITS.pdf_pages + 1)))


def test_a_forged_suffix_does_not_matter(tmp_path: Path) -> None:
    assert _read(tmp_path, pdf([column(_LEFT[:5], 60, 700)]), "bridge.txt").text == _READ[0]


def test_what_stands_beside_the_page_number_is_a_running_head(tmp_path: Path) -> None:
    chapters = ["Of wood", "Of wood", "Of stone", "Of stone"]
    pages = [
        [
            Words(chapter, 60, 800, 8),
            Words(str(number), 500, 800, 8),
            *column(_LEFT[:5], 60, 700),
        ]
        for number, chapter in enumerate(chapters, 11)
    ]

    assert _paragraphs(_read(tmp_path, pdf(pages))) == [_READ[0]] * 4


def test_numbers_of_sections_are_no_page_numbers(tmp_path: Path) -> None:
    pages = [
        [Words(number, 60, 780), Words(title, 90, 780), *column(_LEFT[:5], 60, 700)]
        for number, title in (("1", "Of wood"), ("2", "Of stone"), ("7", "Of iron"))
    ]

    assert "Of stone" in _read(tmp_path, pdf(pages)).text


def test_lines_of_a_heading_stay_apart(tmp_path: Path) -> None:
    head = ["Daily Coast", "October 31, 2024 Thursday", "Edition 1", "Scotland"]

    text = textwrap.wrap(_READ[0], 70)

    article = _read(tmp_path, pdf([[*column(head, 60, 760), *column(text, 60, 600)]]))

    assert _paragraphs(article) == [*head, _READ[0]]


def test_double_spaced_lines_are_still_paragraphs(tmp_path: Path) -> None:
    first, second = column(_LEFT, 60, 700, leading=24), column(_RIGHT, 60, 480, leading=24)

    assert _paragraphs(_read(tmp_path, pdf([first + second]))) == _READ
