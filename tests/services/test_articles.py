"""What is known about an article can be corrected."""

from __future__ import annotations

import pytest

from timeline_app.domain import ChangeSet, UserError
from timeline_app.services.articles import set_article_details
from timeline_app.services.library import Library


def test_details_are_corrected_in_one_step(library: Library, article_id: int) -> None:
    before = library.project.articles[article_id]
    touched = set_article_details(
        library, article_id, title=" New\ntitle ", source="The paper", url="https://example.org/a"
    )
    article = library.project.articles[article_id]
    assert touched == ChangeSet(articles=frozenset({article_id}))
    assert (article.title, article.source) == ("New title", "The paper")
    assert article.url == "https://example.org/a"
    assert article.place == before.place
    assert library.undo_label == "edit “The summit”"
    library.undo()
    assert library.project.articles[article_id] == before


def test_details_other_than_the_title_can_be_emptied(library: Library, article_id: int) -> None:
    set_article_details(library, article_id, source="", author="Somebody")
    assert library.project.articles[article_id].source == ""
    assert library.project.articles[article_id].author == "Somebody"


def test_an_article_needs_a_title(library: Library, article_id: int) -> None:
    with pytest.raises(UserError, match="at least one word"):
        set_article_details(library, article_id, title="  ")


def test_saying_nothing_new_is_no_step(library: Library, article_id: int) -> None:
    assert set_article_details(library, article_id, title="The summit") == ChangeSet()
