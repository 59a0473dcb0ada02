"""The review's words for where a date comes from, and for articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from timeline_app.domain import Article, DateOrigin, DateTrust, Event, Evidence, Role
from timeline_app.domain.time.wording import date_in_words

_ORIGINS = {
    DateOrigin.DATELINE: "found in the dateline",
    DateOrigin.MARKUP: "found in the page’s markup",
    DateOrigin.RECORD: "found in its record",
    DateOrigin.ADDRESS: "read from its address",
    DateOrigin.PROPERTIES: "found in the file’s properties",
    DateOrigin.GUESSED: "guessed from other dates in the file",
    DateOrigin.TYPED: "typed by you",
    DateOrigin.NOT_FOUND: "not found, so relative dates stay open",
}
_COUNTED = "counted from "
_OF_ARTICLE = ", the article's date"
AS_WRITTEN = "as written"


@dataclass(frozen=True, slots=True)
class DateSource:
    """Where a date comes from: words of the article, and what they were counted from.

    `base` is "" when nothing was counted. `detail` stands in brackets behind it, or alone.
    """

    words: str
    base: str
    detail: str


def date_source(event: Event, evidence: Evidence | None, article: Article | None) -> DateSource:
    """Where the date of an event comes from."""
    if evidence is None or article is None:
        return DateSource("", "", "typed by you")
    stretch = evidence.expression or evidence.trigger
    words = " ".join(stretch.cut(article.text).split()) if stretch is not None else ""
    if event.is_date_edited:
        return DateSource(words, "", "date typed by you")
    _, counted, base = evidence.reason.partition(_COUNTED)
    if counted and base.endswith(_OF_ARTICLE):
        return DateSource(words, base.removesuffix(_OF_ARTICLE), "article")
    if counted:
        return DateSource(words, base, "")
    if evidence.expression is None and article.published is not None:
        return DateSource(words, date_in_words(article.published), "article")
    return DateSource(words, "", _after_quote(evidence.reason))


def _after_quote(reason: str) -> str:
    """A reason without the words it begins by quoting."""
    _, found, rest = reason.partition("”")
    return rest.lstrip(" :") if found else reason


def follows_article(event: Event, evidence: Evidence) -> bool:
    """Whether the date of an event is counted from the article's date, or waits for it."""
    return not event.is_date_edited and not evidence.reason.endswith(AS_WRITTEN)


def said_by(evidence: Evidence) -> str:
    """Who tells of the event: "said by Mark Rutte"; "" where it is the article itself."""
    return f"said by {evidence.source}" if evidence.source else ""


def stand_ins(evidence: Evidence, article: Article) -> list[str]:
    """What pronouns and the like stand for in the quote: “He” = Vladimir Putin."""
    found = []
    for participant in evidence.participants:
        words = " ".join(participant.range.cut(article.text).split())
        one, other = words.casefold(), participant.name.casefold()
        is_name = one in other or other in one
        if not is_name and participant.range.overlaps(evidence.quote_range):
            found.append(f"“{words}” = {participant.name}")
    return list(dict.fromkeys(found))


def reasons_in_words(evidence: Evidence | None) -> str:
    """Why an event is proposed as it is, in short sentences; "" where nothing is told of it."""
    if evidence is None or not (evidence.why or evidence.participants):
        return ""
    roles = (("Acting", Role.AGENT), ("Affected", Role.PATIENT))
    players = [_players(words, evidence, role) for words, role in roles]
    return " ".join(filter(None, (*dict.fromkeys(evidence.why), *players)))


def _players(words: str, evidence: Evidence, role: Role) -> str:
    names = dict.fromkeys(each.name for each in evidence.participants if each.role is role)
    return f"{words}: {', '.join(names)}." if names else ""


def origin_in_words(article: Article) -> str:
    """How the date of an article was found, and what it asks while nobody has agreed to it."""
    words, taken = _ORIGINS[article.date_origin], article.taken
    if taken is None or article.date_origin is DateOrigin.TYPED:
        return words
    if article.is_date_confirmed:
        return f"{words}, confirmed"
    if taken.other_day is not None:
        return f"“{taken.written}”: which day?" if taken.written else "Which day?"
    if taken.doubt:
        return f"{words}. {taken.doubt.rstrip('.')}: is it right?"
    return f"{words}: is it right?" if taken.trust is DateTrust.GUESSED else words


def added_in_words(added_at: str, now: datetime, zone: tzinfo | None = None) -> str:
    """When an article was added, on the clock of this computer: "added today 14:20"."""
    try:
        moment = datetime.fromisoformat(added_at)
    except ValueError:
        return ""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return f"added today {local:%H:%M}"
    return f"added {local.day} {local:%b %Y}"


def characters_in_words(count: int) -> str:
    """The length of a text, with thin spaces between thousands."""
    return f"{count:,}".replace(",", "\u2009") + " characters"
