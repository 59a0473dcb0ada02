"""Bundles of newspaper databases: each article with what the database tells of it, and no more."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.bundles import formats, samples
from timeline_app.documents import FileBytes, ReadArticle, ReadFile, read_content, read_file
from timeline_app.domain import DateOrigin
from timeline_app.domain.time import CivilDate
from timeline_app.resources import seeds_path

_TEXTS = {
    "nexis": samples.nexis_uni,
    "nexis without a cover": lambda: samples.nexis_uni(cover=""),
    "lexis": samples.lexis_nexis,
    "factiva": samples.factiva,
    "factiva fields": samples.factiva_fields,
    "factiva fields set off by one blank": lambda: samples.factiva_fields(gap=" "),
    "factiva fields on lines of their own": lambda: samples.factiva_fields(gap="\n"),
    "europresse": samples.europresse,
    "proquest": samples.proquest,
}
_PAGES = {
    "europresse": samples.europresse_page,
    "factiva": samples.factiva_page,
    "factiva fields": samples.factiva_fields_page,
}


def _read(folder: Path, text: str, name: str = "bundle.txt") -> ReadFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def _body(article: ReadArticle) -> tuple[str, ...]:
    return tuple(" ".join(part.cut(article.text).split()) for part in article.body)


def _check(article: ReadArticle, story: samples.Story) -> None:
    assert article.title == story.title
    assert _body(article) == story.paragraphs
    assert article.source == story.source
    assert article.published == CivilDate(2024, 10, story.day)
    assert article.date_origin is DateOrigin.RECORD
    assert article.author == story.author
    assert str(story.day) in article.candidates[0].written


@pytest.mark.parametrize("make", _TEXTS.values(), ids=_TEXTS)
def test_each_article_of_a_text_is_read(tmp_path: Path, make: Callable[[], str]) -> None:
    articles = _read(tmp_path, make()).articles

    assert len(articles) == len(samples.STORIES)
    for article, story in zip(articles, samples.STORIES, strict=True):
        _check(article, story)
        assert article.citation is not None
        assert article.citation.page == story.page
        assert article.citation.container_title == story.source


@pytest.mark.parametrize("make", _PAGES.values(), ids=_PAGES)
def test_each_article_of_a_page_is_read(tmp_path: Path, make: Callable[[], str]) -> None:
    read = _read(tmp_path, make(), "bundle.html")

    assert len(read.articles) == len(samples.STORIES)
    for article, story in zip(read.articles, samples.STORIES, strict=True):
        _check(article, story)
    [warning] = read.warnings
    assert warning.startswith("“bundle.html” holds 3 articles from ")


# With paragraphs as long as those of newspapers: the gaps between lines tell them apart in print.
_LONG = tuple(
    story._replace(paragraphs=tuple(" ".join([paragraph] * 5) for paragraph in story.paragraphs))
    for story in samples.STORIES
)


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.docx", formats.as_docx), ("a.rtf", formats.as_rtf), ("a.pdf", formats.as_pdf)],
)
@pytest.mark.parametrize(
    "text",
    [
        samples.nexis_uni(_LONG, cover=""),
        samples.factiva(_LONG),
        samples.europresse(_LONG),
        samples.proquest(_LONG),
    ],
    ids=["nexis", "factiva", "europresse", "proquest"],
)
def test_each_article_is_read_in_every_format(
    name: str, write: Callable[[str], bytes], text: str
) -> None:
    articles = read_content(FileBytes(name, write(text))).articles

    assert len(articles) == len(_LONG)
    for article, story in zip(articles, _LONG, strict=True):
        _check(article, story)


def test_the_fields_of_factiva_are_read_in_a_table_of_word() -> None:
    data = formats.as_docx_table(samples.factiva_fields())

    articles = read_content(FileBytes("a.docx", data)).articles

    for article, story in zip(articles, samples.STORIES, strict=True):
        _check(article, story)


def test_what_the_database_adds_lies_outside_the_body(tmp_path: Path) -> None:
    article = _read(tmp_path, samples.nexis_uni()).articles[0]

    assert article.text.startswith(samples.BRIDGE.title)
    assert "Load-Date" in article.text
    body = "\n".join(_body(article))
    for furniture in ("Load-Date", "Length:", "Copyright", "Photo", "Search Terms"):
        assert furniture not in body


def test_section_language_place_and_address_are_read(tmp_path: Path) -> None:
    story = samples.FERRY._replace(
        paragraphs=("KYIV, Oct 30 (Meridian) - " + samples.FERRY.paragraphs[0],)
    )
    [article] = _read(tmp_path, samples.proquest((story,))).articles

    assert article.language == "en"
    assert article.url == "https://www.proquest.com/docview/30"
    assert article.place == "KYIV"
    assert article.citation is not None
    assert (article.citation.kind, article.citation.section) == ("article-newspaper", "World News")
    assert _body(article) == samples.FERRY.paragraphs[:1]


def test_where_else_an_article_was_printed_is_no_part_of_it(tmp_path: Path) -> None:
    listed = "<p>Aussi paru dans</p><span>30 octobre 2024 - Evening Post (site web)</span>"
    page = samples.europresse_page().replace("</header>", f"</header><div>{listed}</div>")

    articles = _read(tmp_path, page, "bundle.html").articles

    for article, story in zip(articles, samples.STORIES, strict=True):
        _check(article, story)


def test_labels_may_be_german(tmp_path: Path) -> None:
    text = samples.nexis_uni().replace("End of Document", "Ende des Dokuments")
    text = text.replace("Length:", "Länge:").replace("Byline:", "Autor:")
    text = text.replace("October 30, 2024 Tuesday", "Mittwoch 30. Oktober 2024")

    articles = _read(tmp_path, text.replace("Section:", "Rubrik:")).articles

    assert [article.title for article in articles] == [story.title for story in samples.STORIES]
    assert articles[1].published == CivilDate(2024, 10, 30)
    assert articles[1].author == "John Smith"


def test_a_month_alone_is_no_day_of_publication(tmp_path: Path) -> None:
    text = samples.nexis_uni().replace("October 30, 2024 Tuesday", "October 2024")

    article = _read(tmp_path, text).articles[1]

    assert article.title == samples.FERRY.title
    assert (article.published, article.date_origin) == (None, DateOrigin.NOT_FOUND)
    assert article.warnings == (
        "“October 2024” is no full date, so no day of publication was taken.",
    )


def test_copies_of_one_agencys_text_are_folded_and_their_outlets_named(tmp_path: Path) -> None:
    words = " ".join(samples.BRIDGE.paragraphs)
    copy = samples.BRIDGE._replace(
        title="Piers failing",
        source="Evening Post",
        day=30,
        paragraphs=(words.replace("hurt", "harmed"),),
    )
    stories = (copy, samples.FERRY, samples.BRIDGE)

    read = _read(tmp_path, samples.factiva(stories))

    assert [article.title for article in read.articles] == [
        samples.FERRY.title,
        samples.BRIDGE.title,
    ]
    told = "also printed, nearly word for word, by Evening Post, Wed 30 Oct 2024"
    assert read.articles[1].warnings == (f"This text was {told}.",)
    assert any(told in warning for warning in read.warnings)
    assert any("3 articles from Factiva" in warning for warning in read.warnings)


def test_of_copies_the_one_that_nothing_was_cut_from_is_kept(tmp_path: Path) -> None:
    longer = samples.BRIDGE._replace(
        title="All of it",
        day=30,
        paragraphs=(*samples.BRIDGE.paragraphs, *samples.FERRY.paragraphs),
    )
    short = samples.BRIDGE._replace(paragraphs=(*samples.BRIDGE.paragraphs,))

    read = _read(tmp_path, samples.nexis_uni((short, longer), cover=""))

    assert [article.title for article in read.articles] == ["All of it"]
    assert "The Harbour Herald (London), Tue 29 Oct 2024" in read.articles[0].warnings[0]


def test_a_long_text_below_the_last_article_is_not_lost(tmp_path: Path) -> None:
    rest = "\n\n".join(
        f"The article that was cut off goes on here, sentence {n}." for n in range(60)
    )

    articles = _read(tmp_path, f"{samples.nexis_uni()}\n{rest}").articles

    assert len(articles) == 4
    assert "sentence 59" in articles[-1].text


def test_a_column_that_comes_again_next_month_is_no_copy(tmp_path: Path) -> None:
    text = samples.factiva((samples.BRIDGE, samples.BRIDGE._replace(day=30)))
    later = text.replace("30 October 2024", "30 November 2024")

    assert len(_read(tmp_path, later).articles) == 2


def test_fewer_articles_than_the_cover_promises_are_told_of(tmp_path: Path) -> None:
    text = samples.nexis_uni(samples.STORIES[:2])

    assert "Its cover speaks of 3 articles; 2 were found." in _read(tmp_path, text).warnings


def test_a_piece_in_another_layout_is_kept_with_a_warning(tmp_path: Path) -> None:
    stories = tuple(samples.BRIDGE._replace(title=f"Bridge {n}", day=10 + n) for n in range(9))
    text = samples.nexis_uni(stories, cover="")
    damaged = text.replace("Bridge 4\n", "No head at all, only this sentence stands here.\n")
    start = damaged.index("No head at all")
    lost_head = damaged[:start] + "No head at all.\n" + damaged[damaged.index("Body", start) + 4 :]

    articles = _read(tmp_path, lost_head).articles

    kept = [article for article in articles if "No head at all" in article.text]
    assert len(kept) == 1
    assert any("not laid out as its other articles" in warning for warning in kept[0].warnings)


@pytest.mark.parametrize(
    "trap",
    [
        "End of Document",
        "1 of 10 DOCUMENTS",
        "Document HARBHE0020241029ekat001kx",
        "HD Radio is on the air",
        "news·20241029·HH·012329",
        "_" * 60,
        "Body\n\nLength: 453 words",
        "512 words\n29 October 2024\nReuters",
        "Full text: here\n\n" + "_" * 60,
        "Copyright 2024 Harbour Newspapers",
        "Load-Date: November 1, 2024",
    ],
)
def test_an_ordinary_article_is_never_split(tmp_path: Path, trap: str) -> None:
    article = "\n\n".join(
        ("Old bridge is closed", "London, 29 October 2024", *samples.BRIDGE.paragraphs)
    )
    text = f"{article}\n\n{trap}\n\n{samples.FERRY.paragraphs[0]}\n"

    [read] = _read(tmp_path, text).articles

    assert read.text == text
    assert read.title == "Old bridge is closed"
    assert read.published == CivilDate(2024, 10, 29)


@pytest.mark.parametrize(
    "article", sorted(seeds_path().glob("**/*.txt")), ids=lambda path: path.name
)
def test_the_sample_articles_are_not_split(article: Path) -> None:
    assert len(read_file(article).articles) == 1


def test_a_bundle_of_a_thousand_articles_is_read_within_seconds(tmp_path: Path) -> None:
    stories = tuple(
        samples.BRIDGE._replace(
            title=f"Bridge {number} is closed",
            paragraphs=tuple(
                " ".join(
                    f"word{number}x{word}" for word in range(paragraph * 60, paragraph * 60 + 60)
                )
                + "."
                for paragraph in range(5)
            ),
        )
        for number in range(1_000)
    )
    path = tmp_path / "large.txt"
    path.write_text(samples.factiva(stories), encoding="utf-8")
    started = time.process_time()

    articles = read_file(path).articles

    assert len(articles) == 1_000
    assert time.process_time() - started < 8


@pytest.mark.parametrize("edition", ["Scotland", "First Edition\nIreland", ""])
def test_the_name_of_an_edition_is_no_part_of_the_headline(edition: str) -> None:
    text = re.sub(r" +Edition 1;\n +Scotland", edition, samples.lexis_nexis())
    titles = [story.title for story in samples.STORIES]
    for name, data in (("a.txt", text.encode()), ("a.docx", formats.as_docx(text))):
        read = read_content(FileBytes(name, data))
        assert [article.title for article in read.articles] == titles
