"""Trees in the labels of ClearNLP become those of Universal Dependencies."""

from __future__ import annotations

import pytest

from timeline_app.extraction.model.clear_labels import is_clear, universal

# Sentences as "form/lemma/tag/head/relation", heads counted from 1, 0 for the root; the first in
# ClearNLP's way, the second in the universal one with head and relation alone.
_SENTENCES = {
    "prepositions hang on their objects": (
        (
            "Putin/Putin/PROPN/2/nsubj met/meet/VERB/0/ROOT leaders/leader/NOUN/2/dobj "
            "from/from/ADP/3/prep China/China/PROPN/4/pobj in/in/ADP/2/prep "
            "Kazan/Kazan/PROPN/6/pobj"
        ),
        "2/nsubj 0/root 2/obj 5/case 3/nmod 7/case 2/obl",
    ),
    "passives and agents": (
        (
            "It/it/PRON/3/nsubjpass was/be/AUX/3/auxpass signed/sign/VERB/0/ROOT by/by/ADP/3/agent "
            "Xi/Xi/PROPN/4/pobj yesterday/yesterday/NOUN/3/npadvmod"
        ),
        "3/nsubj:pass 3/aux:pass 0/root 5/case 3/obl:agent 3/obl:unmarked",
    ),
    "what somebody is governs": (
        (
            "He/he/PRON/3/nsubj has/have/AUX/3/aux been/be/AUX/0/ROOT "
            "president/president/NOUN/3/attr since/since/SCONJ/3/prep 2012/2012/NUM/5/pobj "
            "././PUNCT/3/punct"
        ),
        "4/nsubj 4/aux 4/cop 0/root 6/case 4/obl 4/punct",
    ),
    "there is": (
        "There/there/PRON/2/expl was/be/VERB/0/ROOT panic/panic/NOUN/2/attr",
        "2/expl 0/root 2/nsubj",
    ),
    "joined words hang on the first": (
        (
            "Ann/Ann/PROPN/6/nsubj ,/,/PUNCT/1/punct Bob/Bob/PROPN/1/conj and/and/CCONJ/3/cc "
            "Cid/Cid/PROPN/3/conj left/leave/VERB/0/ROOT"
        ),
        "6/nsubj 1/punct 1/conj 5/cc 1/conj 0/root",
    ),
    "prepositions in a row": (
        "came/come/VERB/0/ROOT out/out/ADP/1/prep of/of/ADP/2/prep town/town/NOUN/3/pobj",
        "0/root 4/case 4/case 1/obl",
    ),
    "a clause behind a preposition": (
        "left/leave/VERB/0/ROOT without/without/ADP/1/prep paying/pay/VERB/2/pcomp",
        "0/root 3/mark 1/advcl",
    ),
    "relative clauses, owners and particles": (
        (
            "his/his/PRON/2/poss man/man/NOUN/0/ROOT who/who/PRON/4/nsubj gave/give/VERB/2/relcl "
            "up/up/ADP/4/prt"
        ),
        "2/nmod:poss 0/root 4/nsubj 2/acl:relcl 4/compound:prt",
    ),
    "to do": (
        "plans/plan/VERB/0/ROOT to/to/PART/3/aux go/go/VERB/1/xcomp",
        "0/root 3/mark 1/xcomp",
    ),
    "a preposition alone": (
        "came/come/VERB/0/ROOT in/in/ADP/1/prep",
        "0/root 1/advmod",
    ),
}


@pytest.mark.parametrize("name", _SENTENCES)
def test_sentences(name: str) -> None:
    clear, expected = _SENTENCES[name]
    rows = [row.rsplit("/", 4) for row in clear.split()]
    heads = [int(row[3]) - 1 if row[3] != "0" else number for number, row in enumerate(rows)]
    found = universal(heads, [r[4] for r in rows], [r[1] for r in rows], [r[2] for r in rows])
    shown = [
        f"{0 if head == number else head + 1}/{relation}"
        for number, (head, relation) in enumerate(zip(*found, strict=True))
    ]
    assert " ".join(shown) == expected


def test_labels_tell_their_scheme() -> None:
    assert is_clear({"ROOT", "nsubj", "dobj", "punct"})
    assert not is_clear({"ROOT", "nsubj", "obj", "obl", "case"})


def test_a_sentence_of_any_length_stays_a_tree() -> None:
    size = 20_000
    heads = [0, *range(size - 1)]
    relations = ["ROOT", *["prep", "pobj", "conj"] * size][:size]
    found, _ = universal(heads, relations, ["be"] * size, ["NOUN"] * size)
    depth: dict[int, int] = {}
    for start in range(size):
        word, path = start, list[int]()
        while word not in depth and found[word] != word:
            path.append(word)
            word = found[word]
        depth.setdefault(word, 0)
        for each in reversed(path):
            depth[each] = depth[found[each]] + 1
    assert len(depth) == size
