"""Lists what a tagger got wrong, one error a row, with the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.accuracy.timeml_corpora import Annotated, Timex
from tests.accuracy.timex_scores import Tagger, cleaned, faults, pairs

HEADINGS = "corpus file day fault gold type value tagged type value context".split()
_REACH = 60  # characters shown on either side


def errors(corpus: Iterable[Annotated], tagger: Tagger) -> Iterator[list[str]]:
    """The rows under HEADINGS of all that is missed, spurious, or differs from the gold."""
    for annotated in corpus:
        tagged = cleaned(tagger(annotated.text, annotated.day), annotated.text)
        for marked, ours in pairs(annotated.gold, tagged):
            fault = _fault(annotated.text, marked, ours)
            if fault:
                yield _row(annotated, fault, marked, ours)


def _fault(text: str, marked: Timex | None, ours: Timex | None) -> str:
    if marked and ours:
        return "+".join(faults(text, marked, ours))
    return "missed" if marked else "spurious"


def _row(annotated: Annotated, fault: str, marked: Timex | None, ours: Timex | None) -> list[str]:
    text = annotated.text
    start, end, *_ = marked or ours or (0, 0)
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    cells = [
        annotated.corpus,
        annotated.name,
        annotated.day.isoformat(),
        fault,
        *_cells(text, marked),
        *_cells(text, ours),
        f"{before}[{text[start:end]}]{after}",
    ]
    return [" ".join(cell.split()) for cell in cells]


def _cells(text: str, timex: Timex | None) -> tuple[str, str, str]:
    return (text[timex[0] : timex[1]], timex[2], timex[3]) if timex else ("", "", "")
