"""What a text alone tells: headline, dateline, by-line, and which lines are the article's own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.documents.files import read_only_article
from timeline_app.documents import LIMITS, ReadArticle, read_text
from timeline_app.domain import DateOrigin, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.resources import seeds_path

_PROSE = (
    "The council voted on Monday to close the old bridge. Engineers had warned for years that its "
    "piers were failing, and traffic will be led over the new one from next week."
)


def _body(article: ReadArticle) -> list[str]:
    return [piece.cut(article.text) for piece in article.body]


def test_the_seed_article_is_read_as_a_person_would() -> None:
    article = read_only_article(seeds_path("000_621c974184a7e2e5.txt"))

    assert article.title == "North Korea Joins Russia in Ukraine: What’s Next?"
    assert article.published == CivilDate(2024, 10, 29)
    assert article.date_origin is DateOrigin.DATELINE
    assert article.place == "Kursk, Russia"
    [body] = _body(article)
    assert body.startswith("Here’s the scoop: North Korea has sent")
    assert body.endswith("long-range strikes on Russian soil.")


def test_text_is_kept_verbatim_but_for_line_ends_and_impossible_characters() -> None:
    article = read_text("\ufeffA Bridge Is Closed\r\n\r\nIt\x00 was \ud800 old.\rVery  old. ")

    assert article.text == "A Bridge Is Closed\n\nIt\ufffd was \ufffd old.\nVery  old. "
    assert article.warnings == ("2 characters that no text may hold became “\ufffd”.",)


@pytest.mark.parametrize(
    ("line", "published", "place"),
    [
        ("Kursk, RussiaTuesday, October 29, 2024", CivilDate(2024, 10, 29), "Kursk, Russia"),
        ("Published: 29 October 2024 14:05 BST", CivilDate(2024, 10, 29), ""),
        ("Saturday, August 22, 2020 ", CivilDate(2020, 8, 22), ""),
        ("By Jane Doe | October 29, 2024 | 5 min read", CivilDate(2024, 10, 29), ""),
        ("2024-10-29T14:05:00Z", CivilDate(2024, 10, 29), ""),
        ("Updated 30 Oct 2024 · Published 29 Oct 2024", CivilDate(2024, 10, 29), ""),
        ("OCTOBER 29, 2024 / 5:40 PM / CBS NEWS", CivilDate(2024, 10, 29), ""),
        ("October 29, 2024 3:45 PM GMT+1 Updated 2 days ago", CivilDate(2024, 10, 29), ""),
        ("Updated 11:02 AM CET, October 29, 2024", CivilDate(2024, 10, 29), ""),
        ("Kursk, 29. Oktober 2024", CivilDate(2024, 10, 29), "Kursk"),
        ("Paris, mardi 29 octobre 2024", CivilDate(2024, 10, 29), "Paris"),
        ("29 de octubre de 2024", CivilDate(2024, 10, 29), ""),
        ("Dienstag, den 29. Oktober 2024", CivilDate(2024, 10, 29), ""),
        ("1er mai 2024", CivilDate(2024, 5, 1), ""),
        ("Saint-Denis, France, 3 May 1998", CivilDate(1998, 5, 3), "Saint-Denis, France"),
    ],
)
def test_a_line_with_date_and_place_is_the_dateline(
    line: str, published: CivilDate, place: str
) -> None:
    article = read_text(f"Old Bridge Is Closed to Traffic\n{line}\n\n{_PROSE}\n")

    assert article.title == "Old Bridge Is Closed to Traffic"
    assert (article.published, article.place) == (published, place)
    assert article.date_origin is DateOrigin.DATELINE
    assert _body(article) == [_PROSE]


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("LONDON, Oct 29, 2024 (Reuters) - ", "LONDON", CivilDate(2024, 10, 29)),
        ("LONDON, Oct 29 (Reuters) - ", "LONDON", None),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", None),
        ("KYIV — ", "KYIV", None),
        ("CANBERRA, Australia (AP)_ ", "CANBERRA, Australia", None),
        ("WASHINGTON, Oct. 29, 2024. ", "WASHINGTON", CivilDate(2024, 10, 29)),
        ("WASHINGTON (AP) — Oct. 29, 2024 — ", "WASHINGTON", CivilDate(2024, 10, 29)),
        ("WASHINGTON (AP) — Oct. 29, 2024. ", "WASHINGTON", CivilDate(2024, 10, 29)),
        ("PARIS, France, 29 October 2024. ", "PARIS, France", CivilDate(2024, 10, 29)),
    ],
)
def test_a_dateline_before_the_first_sentence_is_not_part_of_it(
    opening: str, place: str, published: CivilDate | None
) -> None:
    article = read_text(f"Old Bridge Is Closed to Traffic\n\n{opening}{_PROSE}")

    assert (article.place, article.published) == (place, published)
    assert _body(article) == [_PROSE]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO — Russia has long said — and NATO itself are talking again, officials confirmed.",
        "The minister - Boris Brown - resigned on Monday, and his deputy will follow him soon.",
        "In Paris, Oct. 29, 2024. The talks that both sides had wanted for so long began there.",
        "Peace talks — long awaited — began on October 29, 2024, in the city of Geneva, they said.",
    ],
)
def test_a_dash_in_a_sentence_is_no_dateline(sentence: str) -> None:
    article = read_text(f"Talks Begin After a Long Wait\n\n{sentence}")

    assert _body(article) == [sentence]
    assert article.published is None


def test_a_life_in_brackets_is_no_dateline() -> None:
    text = "Marie Curie (7 November 1867 – 4 July 1934) was a physicist. She moved to Paris."

    assert read_text(text).published is None


def test_a_date_in_running_prose_is_not_the_articles() -> None:
    article = read_text(f"Old Bridge Is Closed\n\nIt was built on May 3, 1931. {_PROSE}")

    assert article.published is None
    assert article.date_origin is DateOrigin.NOT_FOUND


def test_dates_over_the_parts_of_a_diary_stay_in_it() -> None:
    text = "12 March 2021\nMet John at the station.\n\n13 March 2021\nJohn left for Geneva again."

    article = read_text(text)

    assert article.published is None
    assert "12 March 2021" in _body(article)


@pytest.mark.parametrize(
    "furniture",
    [
        "Advertisement",
        "Share this article",
        "Read more: Ten bridges to see before they fall",
        "Photo: Jane Doe/Getty Images",
        "Subscribe to our newsletter",
        "We use cookies to improve your experience. By continuing you accept our policy.",
        "© 2024 The Daily Bridge. All rights reserved.",
        "* * *",
    ],
)
def test_what_the_page_put_between_the_paragraphs_is_left_out(furniture: str) -> None:
    article = read_text(f"Old Bridge Is Closed\n\n{_PROSE}\n{furniture}\n{_PROSE}\n\n{furniture}")

    assert _body(article) == [_PROSE, _PROSE]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("politics\n\nOld Bridge Is Closed to Traffic\n\n", "Old Bridge Is Closed to Traffic"),
        ("World | Europe\nU.S. envoy says force will stay\n", "U.S. envoy says force will stay"),
        ("# Old Bridge Is Closed\n\n## What we know of it\n\n", "Old Bridge Is Closed"),
        ("Old Bridge Is Closed - The Daily Herald\n\n", "Old Bridge Is Closed"),
        ("Title: Old Bridge Is Closed\nAuthor: Jane Doe\n\n", "Old Bridge Is Closed"),
        ("10/29/24\nOld Bridge Is Closed\n\n", "Old Bridge Is Closed"),
        ("", "The council voted on Monday to close the old bridge"),
    ],
)  # fmt: skip
def test_the_most_headline_like_line_is_the_title(head: str, title: str) -> None:
    article = read_text(head + _PROSE)

    assert article.title == title
    assert _body(article)[-1] == _PROSE


def test_a_standfirst_above_the_byline_is_body_and_not_title() -> None:
    article = read_text(
        "Old Bridge Is Closed\nThe closure is the longest in its history, officials said.\n"
        "Listen to this article · 5:32 min\nBy Jane Doe\nReporting from Geneva\n"
        f"Oct. 29, 2024, 5:00 a.m. ET\n{_PROSE}"
    )

    assert article.title == "Old Bridge Is Closed"
    assert (article.author, article.published) == ("Jane Doe", CivilDate(2024, 10, 29))
    assert _body(article) == ["The closure is the longest in its history, officials said.", _PROSE]


def test_names_offices_and_ages_between_title_and_text_are_left_out() -> None:
    article = read_text(
        "Home > World > Europe\nCouncil Closes the Old Bridge to Traffic\n15 hours ago\n"
        f"Jane Doe\nTransport correspondent\nShare\n{_PROSE}"
    )

    assert article.title == "Council Closes the Old Bridge to Traffic"
    assert article.published is None
    assert _body(article) == [_PROSE]


def test_a_letter_is_named_by_its_first_sentence() -> None:
    article = read_text("Dear Anna,\n\nwe arrived in Rome on Sunday. It was hot.\n\nYours,\nKarl")

    assert article.title == "we arrived in Rome on Sunday"
    assert "Dear Anna," in _body(article)


def test_the_name_of_the_site_becomes_the_source() -> None:
    article = read_text(f"Old Bridge Is Closed - The Daily Herald\n\n{_PROSE}", "bridge.txt")

    assert article.source == "The Daily Herald"


@pytest.mark.parametrize(
    "head", ["The Meridian Courier\nGENEVA, October 29, 2024", "Meridian Courier, October 29, 2024"]
)
def test_an_outlet_above_the_text_is_the_source_and_no_place(head: str) -> None:
    article = read_text(f"Old Bridge Is Closed to Traffic\n{head}\n\n{_PROSE}")

    assert article.source.endswith("Meridian Courier")
    assert article.place in {"GENEVA", ""}
    assert _body(article) == [_PROSE]


def test_a_file_is_its_own_source_when_the_text_names_none(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(_PROSE, encoding="utf-8")

    assert read_only_article(path).source == "bridge.txt"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("by JANE DOE and John Smith, Reuters", "JANE DOE and John Smith"),
        ("Written by Maria van der Berg", "Maria van der Berg"),
        ("By Jane Doe, John Smith and Ann Lee", "Jane Doe, John Smith and Ann Lee"),
    ],
)
def test_a_byline_names_the_author(line: str, author: str) -> None:
    article = read_text(f"Old Bridge Is Closed to Traffic\n{line}\n\n{_PROSE}")

    assert article.author == author
    assert _body(article) == [_PROSE]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    sentence = "By the time the council met, the bridge had been closed for a week already."

    assert sentence in _body(read_text(f"Old Bridge Is Closed\n\n{sentence}\n{_PROSE}"))


def test_lines_that_were_broken_to_fit_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The council voted on Monday to close the old\n"
        "bridge. Engineers had warned for years that\n"
        "its piers were failing, and traffic will be\n"
        "led over the new one.\n"
        "\n"
        "Nobody was hurt.\n"
    )
    article = read_text(f"Old Bridge Is Closed\n\n{wrapped}")

    assert len(article.body) == 2
    assert _body(article)[0].endswith("led over the new one.")


def test_a_text_of_one_sentence_is_title_and_body() -> None:
    article = read_text("Putin held a summit with leaders from China last week")

    assert article.title == "Putin held a summit with leaders from China last week"
    assert _body(article) == [article.text]


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff\n"])
def test_an_empty_text_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UserError, match="“Pasted text” is empty"):
        read_text(text)


@pytest.mark.parametrize("line", ["3 abc 2024.\n", "3. Mai 2024.\n", "3 mai 2024\n", "By A B\n"])
def test_a_text_of_dates_alone_is_read_in_bounded_time(line: str) -> None:
    start = time.process_time()
    read_text("12. Mai 2024\n" + line * 20_000)

    assert time.process_time() - start < 10


def test_a_text_of_too_many_lines_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="more than 300,000 lines"):
        read_text("ab\n" * (LIMITS.text_lines + 1))


def test_a_text_beyond_the_limit_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="too large for one article: 50 MB, and 10 MB"):
        read_text("word " * (LIMITS.text_bytes))
