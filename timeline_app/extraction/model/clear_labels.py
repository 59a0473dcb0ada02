"""Trees in the labels of ClearNLP, which most English pipelines of spaCy give, made universal.

ClearNLP (Choi and Palmer 2012, "Guidelines for the Clear Style Constituent to Dependency
Conversion") hangs nouns on their prepositions, predicates on "be" and joined words in a chain.
Universal Dependencies hang the small words on the others: https://universaldependencies.org/u/dep/.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# What only changes its name. What is not here has the same one.
_RELATIONS = {
    "ROOT": "root", "acomp": "xcomp", "advcl": "advcl", "attr": "xcomp", "auxpass": "aux:pass",
    "complm": "mark", "csubjpass": "csubj:pass", "dative": "iobj", "dobj": "obj",
    "hmod": "compound", "hyph": "punct", "infmod": "acl", "intj": "discourse", "meta": "dep",
    "neg": "advmod", "nn": "compound", "npadvmod": "obl:unmarked", "nsubjpass": "nsubj:pass",
    "num": "nummod", "number": "nummod", "oprd": "xcomp", "partmod": "acl", "pcomp": "xcomp",
    "pobj": "obl", "poss": "nmod:poss", "possessive": "case", "preconj": "cc:preconj",
    "predet": "det:predet", "prep": "advmod", "prt": "compound:prt", "quantmod": "advmod",
    "rcmod": "acl:relcl", "relcl": "acl:relcl",
}  # fmt: skip
_ONLY_CLEAR = frozenset(
    "dobj pobj prep nsubjpass auxpass attr relcl agent acomp pcomp prt npadvmod".split()
)
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_OBJECTS = ("pobj", "pcomp")
_PREDICATES = ("attr", "acomp")
_AUXILIARIES = frozenset({"aux", "auxpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


def is_clear(labels: Iterable[str]) -> bool:
    """Whether labels of relations are those of ClearNLP."""
    return any(label in _ONLY_CLEAR for label in labels)


def universal(
    heads: Sequence[int], relations: Sequence[str], lemmas: Sequence[str], tags: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations in the manner of Universal Dependencies.

    `heads` are indices, a root's its own; `tags` are universal parts of speech. Takes linear time.
    """
    tree = _Tree(heads, [*map(_relation_of_to, relations, tags, lemmas)], tags)
    order = tree.downwards()
    for word in reversed(order):
        if tree.relations[word] in _PREPOSITIONS:
            tree.lift_object(word)
        elif lemmas[word] == "be" and tree.relations[word] not in _AUXILIARIES:
            tree.lift_predicate(word)
    for word in order:
        tree.hang_on_next(word)
    for word in order:
        tree.hang_on_first(word)
    return tree.heads, [_RELATIONS.get(each, each) for each in tree.relations]


def _relation_of_to(relation: str, tag: str, lemma: str) -> str:
    """Before a verb "to" is a mark, and no auxiliary."""
    return "mark" if relation == "aux" and tag == "PART" and lemma == "to" else relation


class _Tree:
    """A tree whose words can be hung elsewhere."""

    def __init__(self, heads: Sequence[int], relations: Sequence[str], tags: Sequence[str]) -> None:
        self.heads, self.relations, self._tags = list(heads), list(relations), tags
        self._children: list[dict[int, None]] = [{} for _ in heads]
        for word, head in enumerate(heads):
            if head != word:
                self._children[head][word] = None

    def downwards(self) -> list[int]:
        """All words, each behind its head."""
        order = [word for word, head in enumerate(self.heads) if head == word]
        for word in order:
            order.extend(self._children[word])
        return order

    def lift_object(self, word: int) -> None:
        """Put the object of a preposition in its place, and the preposition below it."""
        inner = self._first_child(word, _OBJECTS)
        if inner is None:
            return
        is_clause = self.relations[inner] == "pcomp"
        relation = self._relation_of_object(word, is_clause=is_clause)
        self._put_in_place(inner, word, relation, "mark" if is_clause else "case")

    def lift_predicate(self, word: int) -> None:
        """Put what somebody is in the place of "is"; "there is" keeps it as a subject."""
        predicate = self._first_child(word, _PREDICATES)
        if predicate is None:
            return
        if self._first_child(word, ("expl",)) is not None:
            self.relations[predicate] = "nsubj"
        else:
            self._put_in_place(predicate, word, self.relations[word], "cop")

    def hang_on_first(self, word: int) -> None:
        """Hang a joined word on the first of those that are joined."""
        head = self.heads[word]
        if self.relations[word] == self.relations[head] == "conj":
            self._hang(word, self.heads[head], "conj")

    def hang_on_next(self, word: int) -> None:
        """Hang "and" on the joined word that comes next."""
        if self.relations[word] != "cc":
            return
        joined = (
            other
            for other in self._children[self.heads[word]]
            if other > word and self.relations[other] == "conj"
        )
        if (following := min(joined, default=None)) is not None:
            self._hang(word, following, "cc")

    def _relation_of_object(self, preposition: int, *, is_clause: bool) -> str:
        head = self.heads[preposition]
        is_nominal = self._tags[head] in _NOMINAL
        if self.relations[head] in _PREPOSITIONS:
            return "pcomp" if is_clause else "pobj"  # "out of": the outer one is lifted next
        if is_clause:
            return "acl" if is_nominal else "advcl"
        if self.relations[preposition] == "agent":
            return "obl:agent"
        return "nmod" if is_nominal else "obl"

    def _put_in_place(self, inner: int, word: int, relation: str, below: str) -> None:
        """Hang a word where its head hangs, with the head and all its other children below it."""
        head = self.heads[word]
        self._hang(inner, inner if head == word else head, relation)
        for child in [*self._children[word]]:
            self._hang(child, inner, self.relations[child])
        self._hang(word, inner, below)

    def _hang(self, word: int, head: int, relation: str) -> None:
        self._children[self.heads[word]].pop(word, None)
        self.heads[word], self.relations[word] = head, relation
        if head != word:
            self._children[head][word] = None

    def _first_child(self, word: int, relations: Sequence[str]) -> int | None:
        children = (each for each in self._children[word] if self.relations[each] in relations)
        return min(children, default=None)
