"""The vocabulary of the program: values without I/O."""

from timeline_app.domain.article import Article, TextRange, hash_text
from timeline_app.domain.change import Change, ChangeSet, Edit, Record
from timeline_app.domain.citation import Citation
from timeline_app.domain.contents import Contents
from timeline_app.domain.conventions import (
    USUAL,
    Conventions,
    DayOrder,
    Preferences,
    WeekStart,
)
from timeline_app.domain.errors import Cancelled, DamagedProject, ProjectInUse, UserError
from timeline_app.domain.event import (
    Certainty,
    Event,
    Evidence,
    Factuality,
    Origin,
    Reading,
    ReviewStatus,
)
from timeline_app.domain.participant import Participant, Relation, Role
from timeline_app.domain.progress import UNWATCHED, NoProgress, Progress
from timeline_app.domain.proposal import Grammar, Proposal
from timeline_app.domain.publication_date import DateCandidate, DateOrigin, DateTrust
from timeline_app.domain.ruling import LINKS, MUTUAL, Alias, NameKind, Ruling, RulingKind

__all__ = [
    "LINKS",
    "MUTUAL",
    "UNWATCHED",
    "USUAL",
    "Alias",
    "Article",
    "Cancelled",
    "Certainty",
    "Change",
    "ChangeSet",
    "Citation",
    "Contents",
    "Conventions",
    "DamagedProject",
    "DateCandidate",
    "DateOrigin",
    "DateTrust",
    "DayOrder",
    "Edit",
    "Event",
    "Evidence",
    "Factuality",
    "Grammar",
    "NameKind",
    "NoProgress",
    "Origin",
    "Participant",
    "Preferences",
    "Progress",
    "ProjectInUse",
    "Proposal",
    "Reading",
    "Record",
    "Relation",
    "ReviewStatus",
    "Role",
    "Ruling",
    "RulingKind",
    "TextRange",
    "UserError",
    "WeekStart",
    "hash_text",
]
