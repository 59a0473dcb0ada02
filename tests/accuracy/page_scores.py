"""How well saved web pages are read: `python -m tests.accuracy.page_scores`.

The pages and their main texts are Readability's; headline, authors and day of each were looked up
by hand for this project. A third of the pages is never looked at while rules are written. With
`--set-floors` what is reached becomes the floors.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import click
from lxml.html import fromstring

from tests.accuracy.timeml_corpora import corpora_folder
from timeline_app.documents import ReadArticle, read_html
from timeline_app.documents.encoding import decode
from timeline_app.domain import DateTrust, UserError

Part = Literal["rest", "held-out"]

GOLD = Path(__file__).with_name("page_gold.json")
FLOORS = Path(__file__).with_name("page_floors.json")
PARTS: tuple[Part, ...] = ("rest", "held-out")
MEASURES = ("text F1", "title", "author", "day", "green", "green wrong")
_FOLDER = "readability-pages"
_HELD_OUT_SHARE = 3
_RUN = 4  # words in a row that are compared
_QUOTES = str.maketrans(dict.fromkeys('“”„«»‘’"', "'"))


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page, and what a person found on it; None where nobody looked."""

    name: str
    html: str
    text: str
    title: str | None = None
    author: str | None = None
    days: tuple[str, ...] | None = None  # empty: it has none; several: each is right


@dataclass(slots=True)
class Tally:
    """Counts over pages: how often a measure was right, and out of how many."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def count(self, measure: str, share: float) -> None:
        """Add one page, on which a measure was right by a share of it."""
        self.right[measure] += share
        self.of[measure] += 1

    def percent(self, measure: str) -> float:
        """How often a measure was right, to one decimal."""
        return round(100 * self.right[measure] / self.of[measure], 1) if self.of[measure] else 0.0


def pages_folder() -> Path:
    """Where the pages lie, if they are there."""
    return corpora_folder() / _FOLDER


def is_held_out(name: str) -> bool:
    """Whether a page is in the third that no rule is written after."""
    digest = hashlib.sha256(f"R/{name}".encode()).hexdigest()
    return int(digest, 16) % _HELD_OUT_SHARE == 0


def read_pages(folder: Path, part: Part) -> Iterator[Page]:
    """The pages of a part, with what is known of each."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for path in sorted(folder.glob("*/source.html")):
        name = path.parent.name
        if is_held_out(name) == (part == "held-out"):
            known = gold.get(name, {})
            days = known.get("days")
            yield Page(
                name,
                decode(path.read_bytes()).text,
                _text_of((path.parent / "expected.html").read_text(encoding="utf-8")),
                known.get("title"),
                known.get("author"),
                None if days is None else tuple(days),
            )


def score(pages: Sequence[Page]) -> Mapping[str, float]:
    """Percentages by measure: `green` is the share of days that are shown as sure."""
    tally = Tally()
    for page in pages:
        try:
            article = read_html(page.html, page.name)
        except UserError:
            continue
        _count(tally, page, article)
    return {measure: tally.percent(measure) for measure in MEASURES}


def fingerprint(folder: Path) -> str:
    """Tells editions of the pages apart."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*/*.html")):
        digest.update(path.parent.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def read_floors() -> dict[str, object]:
    """What was reached, by part, and the fingerprint of the pages."""
    kept: dict[str, object] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return kept


def table(folder: Path) -> Iterator[str]:
    """A line for each part, or one that says that there are no pages."""
    if not folder.is_dir():
        yield f"{_FOLDER}: skipped, there is no such corpus in {folder.parent}"
        return
    yield f"{_FOLDER:24}" + "".join(f"{measure:>13}" for measure in MEASURES) + "  pages/CPU-s"
    for part in PARTS:
        pages = list(read_pages(folder, part))
        start = time.process_time()
        reached = score(pages)
        speed = len(pages) / (time.process_time() - start)
        numbers = "".join(f"{reached[measure]:13.1f}" for measure in MEASURES)
        yield f"{part:24}{numbers}{speed:13.1f}"


def _count(tally: Tally, page: Page, article: ReadArticle) -> None:
    tally.count("text F1", _f1(article.text, page.text))
    if page.title is not None:
        tally.count("title", _same(article.title, page.title))
    if page.author is not None:
        tally.count("author", _same(article.author, page.author))
    if page.days is None:
        return
    is_right = article.published is not None and _iso(article) in page.days
    is_green = bool(article.candidates) and article.candidates[0].trust is DateTrust.FOUND
    if page.days:
        tally.count("day", is_right)
        tally.count("green", is_green)
    if is_green:
        tally.count("green wrong", not is_right)


def _iso(article: ReadArticle) -> str:
    day = article.published
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if day else ""


def _same(first: str, second: str) -> bool:
    one, other = (" ".join(text.translate(_QUOTES).casefold().split()) for text in (first, second))
    return one == other


def _f1(found: str, expected: str) -> float:
    """How many runs of words two texts share, out of those of both."""
    ours, theirs = _runs(found), _runs(expected)
    whole = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / whole if whole else 1.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - _RUN + 1)) if words else ()
    return Counter(tuple(words[start : start + _RUN]) for start in starts)


def _text_of(html: str) -> str:
    return " ".join(fromstring(html).itertext()) if html.strip() else ""


@click.command()
@click.option("--set-floors", is_flag=True, help="Keep what is reached as the floors.")
def main(*, set_floors: bool) -> None:
    """Print how well pages are read, or keep it."""
    folder = pages_folder()
    if set_floors:
        scores = {part: score(list(read_pages(folder, part))) for part in PARTS}
        floors = {"fingerprint": fingerprint(folder), "scores": scores}
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        return
    for line in table(folder):
        click.echo(line)


if __name__ == "__main__":
    main()
