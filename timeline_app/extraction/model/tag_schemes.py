"""Parts of speech of pipelines that give only one of two schemes, put into the other."""

from __future__ import annotations

# Penn Treebank tags by their first letters; the longest that fits counts.
_UNIVERSAL = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ",
    "MD": "AUX", "NN": "NOUN", "NNP": "PROPN", "PDT": "DET", "POS": "PART", "PRP": "PRON",
    "PRP$": "PRON", "RB": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ", "VB": "VERB",
    "WDT": "DET", "WP": "PRON", "WRB": "ADV", "$": "SYM", "#": "SYM", "LS": "X", "SYM": "SYM",
}  # fmt: skip
_PENN = {
    "ADJ": "JJ", "ADP": "IN", "ADV": "RB", "CCONJ": "CC", "DET": "DT", "INTJ": "UH", "NOUN": "NN",
    "NUM": "CD", "PART": "RP", "PRON": "PRP", "PROPN": "NNP", "SCONJ": "IN", "SYM": "SYM",
}  # fmt: skip
_MODALS = frozenset("can could may might must shall should will would ought".split())
_MARKS = frozenset(".,:;!?-–—\"'“”‘’()[]{}…")


def universal_tag(penn: str) -> str:
    """The universal part of speech of a tag of the Penn Treebank."""
    for length in range(len(penn), 0, -1):
        if tag := _UNIVERSAL.get(penn[:length]):
            return tag
    return "PUNCT" if penn and penn[0] in _MARKS.union("`-H") else "X"


def penn_tag(universal: str, features: str, lemma: str) -> str:
    """The tag of the Penn Treebank for a universal one with its features."""
    has = frozenset(features.split("|"))
    if universal in ("VERB", "AUX"):
        return "MD" if universal == "AUX" and lemma in _MODALS else _verb_tag(has)
    tag = _PENN.get(universal, ".")
    if universal in ("NOUN", "PROPN"):
        return tag + "S" * ("Number=Plur" in has)
    if universal == "PRON" and "Poss=Yes" in has:
        return "PRP$"
    if universal == "PART" and lemma == "to":
        return "TO"
    degree = {"Degree=Cmp": "R", "Degree=Sup": "S"}
    return tag + next((degree[each] for each in has if each in degree), "")


def _verb_tag(has: frozenset[str]) -> str:
    if "VerbForm=Ger" in has or {"VerbForm=Part", "Tense=Pres"} <= has:
        return "VBG"
    if "VerbForm=Part" in has:
        return "VBN"
    if "Tense=Past" in has:
        return "VBD"
    if "Tense=Pres" in has:
        return "VBZ" if {"Number=Sing", "Person=3"} <= has else "VBP"
    return "VB"
