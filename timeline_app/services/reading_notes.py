"""What a reader said about an article that it did not read quite as it stands.

The sentences are kept with the project and not with the article: they tell of a file, no step of
work changes them, and there is nothing to undo.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.services.library import Library


def keep_reading_notes(library: Library, article_id: int, sentences: Sequence[str]) -> None:
    """Keep the sentences about an article that was just added; none leave no trace."""
    if sentences:
        library.write_setting(_key(article_id), list(sentences))


def reading_notes(library: Library, article_id: int) -> tuple[str, ...]:
    """The sentences about an article; none for one that was read without a doubt."""
    kept = library.read_setting(_key(article_id), ())
    return tuple(map(str, kept)) if isinstance(kept, list) else ()


def _key(article_id: int) -> str:
    return f"reading_notes.{article_id}"
