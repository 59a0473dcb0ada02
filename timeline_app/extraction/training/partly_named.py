"""Texts in which some names are marked: those that take part in events, or that a pronoun may mean.

A capital letter elsewhere says nothing: such words are left open, so that they teach nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from timeline_app.extraction.gazetteer import demonyms, name_words
from timeline_app.extraction.language import word_classes
from timeline_app.extraction.shallow.vocabulary import is_common
from timeline_app.extraction.training.corpora import corpora_path
from timeline_app.extraction.training.texts import Name, NamedSentence, written_blanks

_ECB_KINDS = {
    "HUMAN_PART_PER": "PER",
    "HUMAN_PART_ORG": "ORG",
    "HUMAN_PART_MET": "ORG",
    "HUMAN_PART_GPE": "LOC",
    "LOC_GEO": "LOC",
}
_INSIDE = frozenset({"of", "the", "and", "for", "&", "de", "al", "bin", "-", "."})
_WORD = re.compile(r"[A-Z]\.|['’]s\b|\w+(?:['’](?!s\b)\w+)*|\S")


def partly_named() -> Iterator[NamedSentence]:
    """ECB+ and the development part of GAP."""
    for path in sorted(corpora_path("ecb-plus", "annotated").rglob("*.xml")):
        yield from _ecb_sentences(path)
    yield from _gap_texts()


def _ecb_sentences(path: Path) -> Iterator[NamedSentence]:
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus on this computer
    sentences: dict[str, list[str]] = {}
    places: dict[str, tuple[str, int]] = {}
    for token in root.iter("token"):
        words = sentences.setdefault(token.get("sentence", ""), [])
        places[token.get("t_id", "")] = token.get("sentence", ""), len(words)
        words.append(token.text or "")
    names: dict[str, list[Name]] = {}
    for markable in root.iterfind("Markables/*"):
        inside = [places[anchor.get("t_id", "")] for anchor in markable.iterfind("token_anchor")]
        if inside and markable.tag in _ECB_KINDS:
            number = inside[0][0]
            indices = [index for _, index in inside]
            name = _name_within(sentences[number], indices, _ECB_KINDS[markable.tag])
            names.setdefault(number, []).extend([name] if name else [])
    for number, found in names.items():
        words = sentences[number]
        yield _partly(path.parent.name, words, tuple(written_blanks(words)), found)


def _name_within(words: Sequence[str], indices: Sequence[int], kind: str) -> Name | None:
    """The capitalised words of a mention: of "the actress Lindsay Lohan" the last two."""
    runs: list[list[int]] = [[]]
    for index in indices:
        if _is_capital(words, index) or (runs[-1] and words[index].lower() in _INSIDE):
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    run = max(runs, key=len)
    while run and words[run[-1]].lower() in _INSIDE:
        run.pop()
    is_doubtful = len(run) == 1 and (run == [0] or is_common(words[run[0]].lower()))
    if not run or is_doubtful or run[-1] - run[0] != len(run) - 1:
        return None
    return Name(run[0], run[-1] + 1, kind)


def _is_capital(words: Sequence[str], index: int) -> bool:
    word = words[index]
    lower = word.lower()
    return (
        word[:1].isupper()
        and not word.endswith(("'s", "’s"))  # this corpus leaves them in one word
        and word not in demonyms()
        and lower not in name_words("title")
        and not any(lower in members for members in word_classes("function_words.txt").values())
    )


def _gap_texts() -> Iterator[NamedSentence]:
    path = corpora_path("gap", "gap-development.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["Text"]
            matches = list(_WORD.finditer(text))
            words = [match.group() for match in matches]
            blanks = tuple(text[m.end() : m.end() + 1].isspace() for m in matches)
            found = []
            for name in "AB":
                start = int(row[f"{name}-offset"])
                end = start + len(row[name])
                inside = [i for i, m in enumerate(matches) if start <= m.start() < end]
                if inside:
                    found.append(Name(inside[0], inside[-1] + 1, "PER"))
            yield _partly(row["ID"], words, blanks, found)


def _partly(
    document: str, words: Sequence[str], blanks: tuple[bool, ...], names: Sequence[Name]
) -> NamedSentence:
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    inside = {index for name in kept for index in range(name.start, name.end)}
    unknown = [
        index for index, word in enumerate(words) if word[:1].isupper() and index not in inside
    ]
    near = {index for i in unknown for index in (i - 1, i + 1) if 0 <= index < len(words)}
    small = {index for index in near - inside if words[index].lower() in _INSIDE}
    return NamedSentence(
        document, tuple(words), blanks, tuple(sorted(kept)), tuple(sorted({*unknown, *small}))
    )
