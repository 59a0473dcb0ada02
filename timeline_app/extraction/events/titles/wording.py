"""Wording: words of a sentence put together again, with the blanks and clitics mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord

_TIGHT = frozenset(",.;:!?)]%") | {"'s", "’s", "'", "’"}
_OPENING = ("(", "[", "$", "£", "€")
_QUOTES = frozenset('"“”«»') | {"``", "''"}
_SMALL = frozenset({"DET", "PRON", "ADP", "VERB", "AUX", "ADV"})  # but at the start of a sentence
_CLITICS = {
    "n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'re": "are", "’re": "are",
    "'ve": "have", "’ve": "have", "'m": "am", "’m": "am", "wo": "will", "ca": "can",
    "sha": "shall",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; one that `sticks` has no blank before it."""

    text: str
    sticks: bool = False


def joined(pieces: Iterable[Piece]) -> str:
    """The pieces as one text."""
    text = ""
    for piece in pieces:
        if piece.text:
            is_suffix = piece.text[0] == "-" and piece.text[1:2].isalpha()
            is_tight = piece.sticks or is_suffix or piece.text in _TIGHT
            is_tight = is_tight or not text or text.endswith(_OPENING)
            text += piece.text if is_tight else " " + piece.text
    return text


def pieces_of(
    sentence: ParsedSentence, words: Sequence[int], replaced: Mapping[int, str]
) -> Iterator[Piece]:
    """The words as pieces. `replaced` are written otherwise, or left out where that is empty."""
    before = -2
    for index in words:
        word = sentence.words[index]
        if index in replaced:
            yield Piece(replaced[index])
        elif word.form not in _QUOTES:
            form = spelled_out(word)
            if index == 0 and word.upos in _SMALL and not _is_shouted(form):
                form = form.lower()
            yield Piece(form, before == index - 1 and _touches(sentence, index))
        before = index


def spelled_out(word: ParsedWord) -> str:
    """A word as it stands alone: "not" for "n't", "has" for the "’s" of "he’s gone"."""
    if word.upos in ("AUX", "VERB", "PART", "ADV"):
        if word.lower in ("'s", "’s") and word.upos != "PART":
            return "has" if word.lemma == "have" else "is"
        if word.lower in ("'d", "’d"):
            return "had" if word.lemma == "have" else "would"
        return _CLITICS.get(word.lower, word.form)
    return word.form


def _is_shouted(form: str) -> bool:
    """Whether a word is set in capitals, as those around it will be."""
    return len(form) > 1 and form.isupper()


def _touches(sentence: ParsedSentence, index: int) -> bool:
    word, before = sentence.words[index], sentence.words[index - 1]
    return before.range.end == word.range.start and spelled_out(word) == word.form
