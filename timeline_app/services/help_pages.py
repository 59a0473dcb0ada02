"""The pages of the help, and how they are searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from timeline_app.domain import UserError
from timeline_app.resources import resource_path
from timeline_app.services.finding import folded

_NAME = re.compile(r"\d\d-([a-z-]+)\.md")
_MARKUP = re.compile(r"\]\([a-z-]+\)|[`*\[|]+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A heading, "" before the first, and what stands below it as plain words."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page: `id` is what other pages link to, `text` its Markdown, the title left out."""

    id: str
    title: str
    text: str

    @property
    def sections(self) -> tuple[HelpSection, ...]:
        """Its sections, in order."""
        first, *others = re.split(r"^## ", self.text, flags=re.MULTILINE)
        headed = (part.partition("\n") for part in others)
        return (
            HelpSection("", _plain(first)),
            *(HelpSection(heading.strip(), _plain(words)) for heading, _, words in headed),
        )


@dataclass(frozen=True, slots=True)
class HelpHit:
    """A section that has what was looked for."""

    page: HelpPage
    heading: str

    @property
    def title(self) -> str:
        """The page, and the section in it."""
        return f"{self.page.title} › {self.heading}" if self.heading else self.page.title


def read_help() -> tuple[HelpPage, ...]:
    """All pages in the order of their files. Raises UserError when the program has lost them."""
    folder = resource_path("help")
    files = sorted(folder.glob("*.md")) if folder.is_dir() else []
    pages = tuple(
        _page(found[1], path.read_text(encoding="utf-8"))
        for path in files
        if (found := _NAME.fullmatch(path.name))
    )
    if not pages:
        raise UserError("The pages of the help are missing. Install the program anew.")
    return pages


def find_help(pages: Sequence[HelpPage], text: str, limit: int) -> list[HelpHit]:
    """At most `limit` sections in which each word typed begins a word.

    Those come first that have the words in their titles, then those of few words.
    """
    wanted = _WORD.findall(folded(text))
    if not wanted:
        return []
    ranked = sorted(_ranked(pages, wanted), key=itemgetter(0))
    return [hit for _rank, hit in ranked[:limit]]


def _page(page_id: str, markdown: str) -> HelpPage:
    title, _, text = markdown.partition("\n")
    return HelpPage(page_id, title.removeprefix("# ").strip(), text.strip())


def _plain(markdown: str) -> str:
    return " ".join(_MARKUP.sub(" ", markdown).split())


def _ranked(
    pages: Sequence[HelpPage], wanted: Sequence[str]
) -> Iterator[tuple[tuple[int, int], HelpHit]]:
    """Every section that has the words, with its rank, the lowest the best."""
    for page in pages:
        for section in page.sections:
            hit = HelpHit(page, section.heading)
            titles, words = _words(hit.title), _words(section.words)
            missing = [word for word in wanted if not _begins(word, titles)]
            if all(_begins(word, words) for word in missing):
                yield (len(missing), len(words)), hit


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _begins(word: str, words: Sequence[str]) -> bool:
    return any(each.startswith(word) for each in words)
