"""Finds articles that are in the project already: the same text, or nearly so.

A wire copy is told by its runs of five words. Of a new article's runs, the share that stands in one
article of the project says how much of it is known. A quarter of the runs, chosen by their hash and
so the same in every text, is kept in sorted arrays to find candidates; the best of these are then
compared run by run.

Source of the method: A. Z. Broder, "On the resemblance and containment of documents", 1997
(shingles, and samples of them by the remainder of their hash).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain import UNWATCHED, Article, Progress
from timeline_app.domain.word_runs import runs_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from timeline_app.domain.word_runs import Hashes

    Owners = NDArray[np.int64]

# numpy loads inside the functions that need it: the window does not wait for it.

WIRE_COPY = 0.85
"""The least share of known runs at which an article counts as a copy."""
_LEAST_RUNS = 20  # a text of fewer is too short to be told from a stock phrase
_KEPT_OF = 4  # one run in so many is kept
_COMPARED = 3
_LEAST_SHARED = 0.5  # of the kept runs, by which a text of 85 % is never missed in practice


@dataclass(frozen=True, slots=True)
class Copy:
    """An article of the project that a new one repeats; `share` is what of it is known, 0 to 1."""

    article_id: int
    share: float

    @property
    def is_same_text(self) -> bool:
        """Whether not a letter differs."""
        return self.share == 1.0


@dataclass(frozen=True, slots=True)
class Sketches:
    """The kept runs of some articles: hashes in ascending order, each with its article's id."""

    hashes: Hashes
    owners: Owners
    article_ids: frozenset[int]


def sketch(articles: Iterable[Article], progress: Progress = UNWATCHED) -> Sketches:
    """The sketches of articles; fit for a worker thread. 10,000 take one or two seconds."""
    import numpy as np

    hashes, owners, ids = [np.empty(0, np.uint64)], [np.empty(0, np.int64)], set[int]()
    articles = list(articles)
    for done, article in enumerate(articles):
        progress.step(done, len(articles), "Looking for copies")
        kept = _sampled(runs_of(article.text))
        hashes.append(kept)
        owners.append(np.full(len(kept), article.id, np.int64))
        ids.add(article.id)
    return _sorted(np.concatenate(hashes), np.concatenate(owners), frozenset(ids))


class CopyFinder:
    """Knows the articles of one project by their sketches.

    Sketches are kept in a few sorted pieces, each at least twice as long as the next, so that
    taking one more article costs little at any size.
    """

    def __init__(self) -> None:
        self._pieces: list[Sketches] = []
        self._known: set[int] = set()

    def unknown(self, articles: Mapping[int, Article]) -> list[Article]:
        """Those of a project's articles that were not taken yet."""
        return [articles[article_id] for article_id in articles.keys() - self._known]

    def take(self, sketches: Sketches) -> None:
        """Know some more articles."""
        self._known |= sketches.article_ids
        self._pieces.append(sketches)
        while len(self._pieces) > 1 and _is_due(*self._pieces[-2:]):
            self._pieces.append(_merged(self._pieces.pop(), self._pieces.pop()))

    def find(self, article: Article, articles: Mapping[int, Article]) -> Copy | None:
        """The article among `articles` that one nearly repeats, the closest; None without one."""
        import numpy as np

        runs = np.unique(runs_of(article.text))
        if len(runs) < _LEAST_RUNS:
            return None
        compared = (each for each in self._likeliest(_sampled(runs)) if each in articles)
        copies = [Copy(each, _share(runs, articles[each])) for each in compared]
        best = max(copies, key=lambda copy: copy.share, default=None)
        return best if best is not None and best.share >= WIRE_COPY else None

    def _likeliest(self, runs: Hashes) -> list[int]:
        """The articles that share most of the kept runs, the likeliest first."""
        import numpy as np

        owners = [_owners_of(runs, piece) for piece in self._pieces]
        if not owners:
            return []
        ids, counts = np.unique(np.concatenate(owners), return_counts=True)
        order = np.argsort(-counts, kind="stable")[:_COMPARED]
        likely = order[counts[order] >= _LEAST_SHARED * len(runs)]
        return [int(article_id) for article_id in ids[likely]]


def _sampled(runs: Hashes) -> Hashes:
    import numpy as np

    return np.unique(runs[runs % np.uint64(_KEPT_OF) == 0])


def _share(runs: Hashes, article: Article) -> float:
    """How many of the different `runs` stand in an article, 0 to 1; 1 only for the same text."""
    import numpy as np

    known = np.isin(runs, runs_of(article.text)).sum()
    return min(float(known) / len(runs), 0.999)


def _owners_of(runs: Hashes, piece: Sketches) -> Owners:
    """The articles of a piece that have any of the runs, once for each."""
    import numpy as np

    first = np.searchsorted(piece.hashes, runs, "left")
    last = np.searchsorted(piece.hashes, runs, "right")
    found = [piece.owners[a:b] for a, b in zip(first, last, strict=True) if b > a]
    return np.concatenate(found) if found else np.empty(0, np.int64)


def _is_due(older: Sketches, newer: Sketches) -> bool:
    return len(older.hashes) < 2 * len(newer.hashes)


def _merged(one: Sketches, other: Sketches) -> Sketches:
    import numpy as np

    return _sorted(
        np.concatenate((one.hashes, other.hashes)),
        np.concatenate((one.owners, other.owners)),
        one.article_ids | other.article_ids,
    )


def _sorted(hashes: Hashes, owners: Owners, article_ids: frozenset[int]) -> Sketches:
    import numpy as np

    order = np.argsort(hashes, kind="stable")  # runs that are sorted already are merged
    return Sketches(hashes[order], owners[order], article_ids)
