"""What tells whom a pronoun stands for: where the two stand in the text and in their trees."""

from __future__ import annotations

from math import log1p

from timeline_app.extraction.gazetteer import name_words
from timeline_app.extraction.model.parsed import ParsedWord
from timeline_app.extraction.model.pronoun_places import (
    CLAUSES,
    GENDERS,
    Node,
    Place,
    PronounText,
    words_at,
)

_ROLES = ("nsubj", "obj", "obl", "nmod", "conj", "appos")
_BEFORE = ("and", ",", "(", "by", "with", "to", "for", "of")  # the word before a name
_BEHIND = (",", "'s", "(", "and")
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")
_NEAR = 4  # words


def pronoun_features(text: PronounText, name: Place) -> list[float]:
    """The features of a pronoun and one of the names of its text."""
    return [
        *_distance(text, name),
        *_of_pronoun(text),
        *_of_name(text, name),
        *_pair(text, name),
        *_path(text, name),
        *_beside(text, name),
        *_between(text, name),
        *_pronouns_between(text, name),
        *_standing(text, name),
        *_among_subjects(text, name),
        *_gender(text, name),
    ]


def _distance(text: PronounText, name: Place) -> list[float]:
    first, second = sorted((text.pronoun, name))
    between = [other for other in text.names if first < other < second and other != name]
    words = second.first - first.last
    if first.sentence != second.sentence:
        passed = text.sentences[first.sentence : second.sentence]
        words += sum(len(each.words) for each in passed)
    return [
        float(text.pronoun.sentence - name.sentence),
        log1p(max(words, 0)),
        float(name > text.pronoun),
        float(len(between)),
        float(len({text.called[other] for other in between})),
    ]


def _of_pronoun(text: PronounText) -> list[float]:
    node = text.of_pronoun
    words = text.sentences[text.pronoun.sentence].words
    return [
        *_roles(node),
        float(text.form in ("he", "she")),
        float(text.form == "him" or (text.form == "her" and not node.is_possessive)),
        float(node.role == "nsubj" and text.pronoun.first <= 1),
        _clause(words, node),
    ]


def _of_name(text: PronounText, name: Place) -> list[float]:
    node = text.nodes[name]
    words = text.sentences[name.sentence].words
    clause = _clause(words, node)
    return [
        *_roles(node),
        float(node.role == "nsubj" and clause == 0),
        float(words[node.word].relation == "nsubj:pass"),
        float(name.sentence == 0),
        float(name.last - name.first),
        clause,
    ]


def _roles(node: Node) -> list[float]:
    roles = [float(node.role == role) for role in _ROLES]
    return [*roles, float(node.is_possessive), float(node.depth)]


def _clause(words: tuple[ParsedWord, ...], node: Node) -> float:
    """The kind of clause that a word is in, 0 for the main clause; -1 outside any."""
    role = words[node.clause].main_relation
    return float(CLAUSES.index(role)) if role in CLAUSES else -1.0


def _pair(text: PronounText, name: Place) -> list[float]:
    pronoun, named = text.of_pronoun, text.nodes[name]
    together = text.pronoun.sentence == name.sentence
    same_verb = together and pronoun.verb == named.verb
    return [
        float(pronoun.role == named.role),
        float(same_verb),
        float(same_verb and not pronoun.is_possessive),
        float(together and named.verb in pronoun.above),
        float(together and pronoun.verb in named.above),
        float(named.role == "nsubj" and text.pronoun.sentence - name.sentence == 1),
        float(named.depth - pronoun.depth),
        float(any(_is_said_of(text, other) for other in text.names_alike(name))),
        float(any(_shares_verb(text, other) for other in text.names_alike(name))),
    ]


def _is_said_of(text: PronounText, name: Place) -> bool:
    """Whether a name lies in the clause whose subject the pronoun is: "He said Putin left"."""
    pronoun = text.of_pronoun
    is_behind = name.sentence == text.pronoun.sentence and name > text.pronoun
    return (
        is_behind
        and pronoun.role == "nsubj"
        and set(pronoun.above[1:2]) <= {*text.nodes[name].above}
    )


def _shares_verb(text: PronounText, name: Place) -> bool:
    """Whether both are arguments of one verb: "Putin met him"."""
    pronoun, named = text.of_pronoun, text.nodes[name]
    are_together = name.sentence == text.pronoun.sentence and not pronoun.is_possessive
    return are_together and pronoun.above[1:2] == named.above[1:2] and named.role in _ARGUMENTS


def _path(text: PronounText, name: Place) -> list[float]:
    """How far each is below what is above both, and which clause holds which."""
    if text.pronoun.sentence != name.sentence:
        return [-1.0] * 5
    pronoun, named = text.of_pronoun.above, text.nodes[name].above
    common = next((word for word in pronoun if word in named), -1)
    steps = (pronoun.index(common), named.index(common)) if common >= 0 else (-1, -1)
    clause_of_pronoun, clause_of_name = text.of_pronoun.clause, text.nodes[name].clause
    return [
        *map(float, steps),
        float(clause_of_pronoun == clause_of_name),
        float(clause_of_pronoun in named),
        float(clause_of_name in pronoun),
    ]


def _beside(text: PronounText, name: Place) -> list[float]:
    """What stands next to a name in the text, and next to it in the tree."""
    sentence = text.sentences[name.sentence]
    words = sentence.words
    node = text.nodes[name]
    before = words[name.first - 1].lower if name.first else ""
    behind = words[name.last].lower.replace("’", "'") if name.last < len(words) else ""
    above = words[words[node.word].head].lower
    people = name_words("male_noun") | name_words("female_noun")
    return [
        *(float(before == word) for word in _BEFORE),
        *(float(behind == word) for word in _BEHIND),
        float(not before),
        float(before in people),
        float(before in name_words("title")),
        float(above in people),
        float(any(w.lower in GENDERS for w in words[max(0, name.first - _NEAR) : name.first])),
        float(sentence.has_child(node.word, "conj")),
        float(sentence.has_child(node.word, "appos", "acl")),
    ]


def _between(text: PronounText, name: Place) -> list[float]:
    """What stands between the two in one sentence."""
    first, second = sorted((text.pronoun, name))
    if first.sentence != second.sentence:
        return [-1.0] * 5
    words = text.sentences[first.sentence].words[first.last : second.first]
    return [
        float(sum(word.form == "," for word in words)),
        float(sum(word.upos == "VERB" for word in words)),
        float(any(word.upos == "SCONJ" for word in words)),
        float(any(word.lower == "and" for word in words)),
        float(any(word.form in ('"', "“", "”") for word in words)),
    ]


def _pronouns_between(text: PronounText, name: Place) -> list[float]:
    """The other pronouns of its gender before the pronoun, and where they stand to the name."""
    first, second = sorted((text.pronoun, name))
    behind = [each.sentence - name.sentence for each in text.alike if each > name]
    last = text.alike[-1] if text.alike else None
    is_subject = False
    if last is not None:
        word = text.sentences[last.sentence].words[last.first]
        is_subject = word.main_relation == "nsubj"
    return [
        float(sum(first < each < second for each in text.alike)),
        float(text.pronoun.sentence - last.sentence) if last else -1.0,
        float(is_subject),
        float(last is not None and last > name),
        float(min(behind, default=-1)),
    ]


def _standing(text: PronounText, name: Place) -> list[float]:
    """How much the text is about the name."""
    called = text.called[name]
    alike = text.names_alike(name)
    before = [other for other in alike if other < text.pronoun]
    nearest = max((each for each in text.names if each < text.pronoun), default=name)
    count = text.counts[called]
    return [
        float(count),
        float(len(before)),
        float(text.called[text.names[0]] == called),
        float(nearest == name),
        float(not any(e.sentence == name.sentence and e < name for e in text.names)),
        float(sum(text.nodes[other].role == "nsubj" for other in alike)),
        float(text.pronoun.sentence - max((o.sentence for o in before), default=name.sentence)),
        count / len(text.names),
        float(sum(other.sentence == text.pronoun.sentence for other in alike)),
        float(sum(other > text.pronoun for other in alike)),
        float(sum(other > count for other in text.counts.values())),
        float(len(text.counts)),
    ]


def _among_subjects(text: PronounText, name: Place) -> list[float]:
    """Whether the name is the last of its role, or a subject near the pronoun."""
    called = text.called[name]
    before = [each for each in text.names if each < text.pronoun]
    subjects = [each for each in before if text.nodes[each].role == "nsubj"]
    parallel = [each for each in before if text.nodes[each].role == text.of_pronoun.role]
    here = [each for each in subjects if each.sentence == text.pronoun.sentence]
    there = [each for each in subjects if each.sentence == text.pronoun.sentence - 1]
    return [
        float(any(text.called[each] == called for each in ends))
        for ends in (subjects[-1:], parallel[-1:], here[:1], here[-1:], there[:1])
    ] + [float(len(here)), float(len(there))]


def _gender(text: PronounText, name: Place) -> list[float]:
    rivals = {
        text.called[other] for other in text.names if other < text.pronoun and text.fit(other) > 0
    }
    is_full = any(len(words_at(text.sentences, other)) > 1 for other in text.names_alike(name))
    return [
        text.fit(name),
        float(len(rivals - {text.called[name]})),
        float(text.gender == "f"),
        float(is_full),
    ]
