"""Articles come from files, pasted text and pasted pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.bundles import samples
from timeline_app.domain import DateOrigin, UserError, hash_text
from timeline_app.domain.time import CivilDate
from timeline_app.resources import seeds_path
from timeline_app.services.reading import (
    find_proposals,
    read_articles,
    read_document,
    read_pasted_html,
    read_pasted_text,
)


def test_an_article_file_gives_title_date_and_text() -> None:
    [article] = read_articles(seeds_path("000_621c974184a7e2e5.txt"))
    assert article.title == "North Korea Joins Russia in Ukraine: What’s Next?"
    assert article.published == CivilDate(2024, 10, 29)
    assert article.date_origin is DateOrigin.DATELINE
    assert article.content_hash == hash_text(article.text)
    assert article.id == 0
    assert article.added_at == ""
    assert not article.is_date_confirmed


def test_pasted_text_and_pasted_pages_are_articles() -> None:
    text = read_pasted_text("The summit\n\nPutin held a summit on 3 October 2024.")
    assert "Putin held a summit" in text.text
    page = read_pasted_html("<h1>The summit</h1><p>Putin held a summit on 3 October 2024.</p>")
    assert "Putin held a summit" in page.text


def test_a_project_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "mine.timeline"
    path.touch()
    with pytest.raises(UserError, match="is a project, not an article"):
        read_articles(path)


def test_proposals_lie_in_the_text_and_are_dated_from_the_article() -> None:
    [article] = read_articles(seeds_path("000_621c974184a7e2e5.txt"))
    proposals = find_proposals(article)
    assert proposals
    starts = [proposal.quote_range.start for proposal in proposals]
    assert starts == sorted(starts)
    for proposal in proposals:
        assert proposal.quote_range.cut(article.text).strip()


def test_what_is_said_of_one_article_of_a_file_stays_with_it(tmp_path: Path) -> None:
    bundle = samples.nexis_uni().replace("October 30, 2024 Tuesday", "October 2024")
    (tmp_path / "bundle.txt").write_text(bundle, encoding="utf-8")
    (tmp_path / "alone.txt").write_bytes(b"Kazan, October 29, 2024\n\nPutin met\x00 Xi.\n")
    told: list[str] = []

    many = read_document(tmp_path / "bundle.txt", told.append)
    one = read_document(tmp_path / "alone.txt")

    sentence = "“October 2024” is no full date, so no day of publication was taken."
    assert many.notes == ((), (sentence,), ())
    assert told == ["“bundle.txt” holds 3 articles from Nexis Uni.", sentence]
    [notes] = one.notes
    assert notes[0].startswith("1 character")
