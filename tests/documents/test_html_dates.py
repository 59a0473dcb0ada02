"""The day of a page: every place that gives one, which is believed, and what is doubted."""

from __future__ import annotations

import pytest

from tests.documents.pages import linked_data, meta, page
from timeline_app.documents import ReadArticle, read_html
from timeline_app.domain import DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.time import CivilDate

_DAY = CivilDate(2024, 10, 29)
_ARTICLE = {"@type": "NewsArticle", "headline": "Old Bridge Is Closed"}


def _first(article: ReadArticle) -> DateCandidate:
    assert article.candidates
    assert article.published == article.candidates[0].day
    assert article.date_origin is article.candidates[0].origin
    return article.candidates[0]


def _places(article: ReadArticle) -> dict[str, CivilDate]:
    return {candidate.where: candidate.day for candidate in article.candidates}


def test_every_place_that_names_a_day_is_a_candidate() -> None:
    head = meta(article__published_time="2024-10-29T09:00:00+01:00") + linked_data(
        {**_ARTICLE, "datePublished": "2024-10-29", "dateModified": "2024-11-02"}
    )
    head += "<link rel='canonical' href='https://herald.example/2024/10/29/bridge.html'>"
    above = "<p>By Jane Doe</p><time datetime='2024-10-29T09:00'>29 October 2024, 9:00</time>"

    article = read_html(page(head, above))

    assert _places(article) == {
        "meta tag, article:published_time": _DAY,
        "JSON-LD, datePublished": _DAY,
        "<time>": _DAY,
        "line above the text": _DAY,
        "address of the page": _DAY,
        "JSON-LD, dateModified": CivilDate(2024, 11, 2),
    }
    assert _first(article).trust is DateTrust.FOUND
    assert article.candidates[-1].doubt == "It is the day of a change, not of the publication."


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (meta(article__published_time="2024-10-29T09:00:00+01:00"), ""),
        (linked_data({**_ARTICLE, "datePublished": "2024-10-29T09:00:00+01:00"}), ""),
        ("", "<time itemprop='datePublished' datetime='2024-10-29'>Tuesday</time>"),
        ("", "<p>Published: 29 October 2024, 14:05 GMT</p>"),
        ("", "<p>By Jane Doe | October 29, 2024</p>"),
        (meta(pubdate="29 October 2024"), "<p>29/10/2024 14:05</p>"),
        ("<link rel=canonical href='http://a.example/2024/oct/29/b'>", "<p>Oct. 29, 2024</p>"),
    ],
)
def test_a_day_stated_where_such_days_stand_is_found(head: str, above: str) -> None:
    first = _first(read_html(page(head, above)))

    assert (first.day, first.trust, first.doubt) == (_DAY, DateTrust.FOUND, "")


@pytest.mark.parametrize(
    ("head", "above", "below", "doubt"),
    [
        (meta(date="2024-10-29"), "", "", "Nothing else on the page confirms it."),
        ("<link rel=canonical href='http://a.example/2024/10/29/b'>", "", "", "Nothing else"),
        ("", "", "<p>Last updated: 29 October 2024</p>", "day of a change"),
        (meta(article__modified_time="2024-10-29"), "", "", "day of a change"),
        (
            meta(article__published_time="2024-10-29T23:30:00Z"),
            "",
            "",
            "It is told in universal time",
        ),
        (
            meta(article__published_time="2024-10-29T09:00:00+01:00"),
            "<p>By Jane Doe, 3 May 2021</p>",
            "",
            "The page also gives 3 May 2021 (line above the text).",
        ),
        (
            "<meta name=generator content='MediaWiki 1.43'>"
            + linked_data({**_ARTICLE, "datePublished": "2024-10-29"}),
            "",
            "",
            "An encyclopedia is rewritten",
        ),
        (
            "<link rel=canonical href='https://herald.example/'>",
            "<p>Tuesday, 29 October 2024</p>",
            "",
            "front page",
        ),
    ],
)
def test_a_day_that_may_be_another_is_asked_about(
    head: str, above: str, below: str, doubt: str
) -> None:
    first = _first(read_html(page(head, above, below)))

    assert (first.day, first.trust) == (_DAY, DateTrust.GUESSED)
    assert doubt in first.doubt


def test_day_and_month_that_nothing_tells_apart_are_both_kept() -> None:
    first = _first(read_html(page(meta(publish_date="05/11/2024 07:01:00"))))

    assert (first.day, first.other_day) == (CivilDate(2024, 5, 11), CivilDate(2024, 11, 5))
    assert first.trust is DateTrust.GUESSED


@pytest.mark.parametrize(
    ("above", "language", "address"),
    [
        ("<p>5 November 2024</p>", "en", "a.example"),
        ("<p>Daily Herald</p>", "en-GB", "a.example"),
        ("<p>Daily Herald</p>", "en", "a.co.uk"),
        ("<p>Compare 25/12/2023 with it.</p>", "en", "a.example"),
    ],
)
def test_language_address_and_other_dates_tell_day_and_month_apart(
    above: str, language: str, address: str
) -> None:
    head = meta(publish_date="05/11/2024") + f"<link rel=canonical href='https://{address}/bridge'>"
    first = _first(read_html(page(head, above, language=language)))

    assert (first.day, first.other_day) == (CivilDate(2024, 11, 5), None)


def test_universal_time_is_brought_to_the_day_that_the_page_shows() -> None:
    head = meta(article__published_time="2024-10-30T03:42:00Z")
    first = _first(read_html(page(head, "<p>By Rich Roe on October 29, 2024 11:42 pm</p>")))

    assert (first.day, first.trust) == (_DAY, DateTrust.FOUND)


def test_linked_data_of_other_articles_and_films_dates_nothing() -> None:
    others = [
        {"@type": "NewsArticle", "headline": "Fire at the harbour", "datePublished": "2021-05-03"},
        {"@type": "VideoObject", "name": "Watch the harbour", "uploadDate": "2021-05-03"},
        {"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2020"}]},
    ]
    article = read_html(page(linked_data(*others, {**_ARTICLE, "datePublished": "2024-10-29"})))

    assert _first(article).day == _DAY
    assert _first(article).trust is DateTrust.FOUND
    assert "another article" in article.candidates[1].doubt


def test_dates_of_teasers_comments_and_captions_are_guesses_at_most() -> None:
    below = (
        "<div class='related-stories'><time datetime='2021-05-03' class='published'>x</time></div>"
        "<section id='comments'><p>Ann wrote on 3 May 2022: I liked the bridge a lot.</p></section>"
    )
    above = "<p>Photo: the bridge in a picture of 1 June 2020</p>"

    found = read_html(page("", above, below)).candidates

    assert all(candidate.origin is DateOrigin.GUESSED for candidate in found)


def test_two_witnesses_outvote_one() -> None:
    head = meta(article__published_time="2024-12-11T14:28:34+01:00") + linked_data(
        {**_ARTICLE, "datePublished": "2024-10-29"}
    )
    first = _first(read_html(page(head, "<p>By Jane Doe, Oct 29, 2024</p>")))

    assert first.day == _DAY
    assert "11 December 2024" in first.doubt


def test_an_update_after_the_publication_is_no_contradiction() -> None:
    head = linked_data({**_ARTICLE, "datePublished": "2024-10-29", "dateModified": "2024-11-20"})
    above = "<p>By Jane Doe. Updated: 20 November 2024</p>"

    assert _first(read_html(page(head, above))).trust is DateTrust.FOUND


@pytest.mark.parametrize(
    "shown",
    [
        "Publié le 29 octobre 2024 à 14h05",
        "Veröffentlicht am 29. Oktober 2024, 14:05 Uhr",
        "Madrid, 29 de octubre de 2024",
        "29.out.2024 às 12h55",
        "2024年10月29日 09:58",
        "입력 2024년 10월 29일",
        "29.10.2024 12:46",
        "2024-10-29 20:52:15 来源：新华网",
    ],
)
def test_days_are_read_in_other_languages(shown: str) -> None:
    assert read_html(page(above=f"<p>{shown}</p>", language="pt")).published == _DAY


def test_a_day_that_only_a_search_finds_is_a_guess() -> None:
    below = "<div class='post-meta'><span>filed under bridges, October 29, 2024</span></div>"
    article = read_html(page(below=below))

    assert article.published == _DAY
    assert _first(article).trust is DateTrust.GUESSED


def test_a_year_alone_dates_no_page() -> None:
    assert read_html(page()).published is None


def test_the_day_of_saving_is_not_that_of_publication() -> None:
    saved = (
        "<!--\n Page saved with SingleFile \n url: https://herald.example/2024/10/29/bridge\n"
        " saved date: Sun Nov 03 2024 10:11:12 GMT+0100 (Central European Standard Time)\n-->"
    )
    article = read_html(page(above="<p>Sunday, 3 December 2024</p>", before=saved))

    assert article.url == "https://herald.example/2024/10/29/bridge"
    assert article.published == _DAY
    later = article.candidates[-1]
    assert later.doubt == "The page was saved before, on 3 November 2024."


def test_a_page_from_an_archive_has_its_own_address() -> None:
    address = "https://web.archive.org/web/20241104101112/https://herald.example/bridge"
    banner = "<div id='wm-ipp-base'>8 captures, 29 Oct 2024 - 4 Nov 2024</div>"
    html = page(f"<link rel='canonical' href='{address}'>").replace("<nav>", f"{banner}<nav>")
    article = read_html(html)

    assert article.url == "https://herald.example/bridge"
    assert article.published is None


def test_a_day_before_the_web_is_doubted() -> None:
    first = _first(read_html(page(meta(article__published_time="1963-10-29"))))

    assert first.doubt == "There was no web yet."
    assert first.origin is DateOrigin.MARKUP


def test_the_tag_that_sites_give_to_all_english_does_not_decide_between_day_and_month() -> None:
    first = _first(read_html(page(above="<p>Posted on 05/03/2019</p>", language="en-US")))

    assert (first.day, first.other_day) == (CivilDate(2019, 5, 3), CivilDate(2019, 3, 5))
    assert first.trust is DateTrust.GUESSED


def test_a_line_of_a_page_without_its_headline_is_asked_about() -> None:
    html = page(above="<p>29 October 2024</p>").replace("<h1>Old Bridge Is Closed</h1>", "")

    first = _first(read_html(html))

    assert (first.day, first.trust) == (_DAY, DateTrust.GUESSED)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("05/03/2019", CivilDate(2019, 5, 3)),
        ("05/03/2019, the fifth; it is 5 March 2019 now", None),
        ("25/03/2019", None),
    ],
)
def test_what_a_search_finds_in_numbers_has_both_readings(
    written: str, other: CivilDate | None
) -> None:
    text = f"<p>The list of the harbour was printed as of {written}, and is hung out there.</p>"
    first = _first(read_html(page().replace("</article>", f"{text}</article>")))

    assert first.origin is DateOrigin.GUESSED
    assert first.day.month == 3
    assert first.other_day == other
