"""Tags: the coarse word classes that clauses are built from."""

from __future__ import annotations

from enum import Enum, auto


class Tag(Enum):
    """What a token is in its sentence."""

    DETERMINER = auto()
    POSSESSIVE = auto()
    PRONOUN = auto()
    NOUN = auto()
    NAME = auto()
    NUMBER = auto()
    ADJECTIVE = auto()
    ADVERB = auto()
    PREPOSITION = auto()
    TO = auto()  # before an infinitive
    CONJUNCTION = auto()
    SUBORDINATOR = auto()
    WH = auto()
    THAT = auto()
    MODAL = auto()
    BE = auto()
    HAVE = auto()
    DO = auto()
    NOT = auto()
    BASE = auto()  # infinitive, after "to", a modal or "do"
    FINITE = auto()  # a full verb in the past or present tense
    PARTICIPLE = auto()
    ING = auto()
    GENITIVE = auto()  # the clitic of "Russia’s"
    TIME = auto()  # part of a time expression that stands apart from its neighbours
    MARK = auto()


NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})
AUXILIARY = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO})
VERB = frozenset({Tag.BASE, Tag.FINITE, Tag.PARTICIPLE, Tag.ING})
BOUNDARY = frozenset({Tag.SUBORDINATOR, Tag.WH, Tag.THAT})
