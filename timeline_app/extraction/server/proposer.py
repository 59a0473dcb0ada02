"""The proposer that asks a language model on this computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from timeline_app.domain import (
    UNWATCHED,
    USUAL,
    Certainty,
    Conventions,
    Factuality,
    Participant,
    Progress,
    Proposal,
    Role,
    TextRange,
    UserError,
)
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.dating import date_by
from timeline_app.extraction.expressions import Resolution, resolve
from timeline_app.extraction.proposer import LOCAL_SERVER, EngineSettings, Tell, untold
from timeline_app.extraction.server.addresses import server_address
from timeline_app.extraction.server.answers import Answer, AnswerError
from timeline_app.extraction.server.client import TIME_OUT, Client, ServerError
from timeline_app.extraction.server.conversation import Conversation
from timeline_app.extraction.server.grounding import Ground, GroundedEvent
from timeline_app.extraction.server.questions import parts_of

_BELIEVED = "“{model}”, a language model on this computer, found this; its words are the article’s."


@dataclass(slots=True)
class _Count:
    """What of the answers was left out."""

    told: int = 0
    events: int = 0
    details: int = 0


class ServerProposer:
    """Asks a server for the events of an article, part by part, and believes what it can check."""

    name = LOCAL_SERVER
    title = "A language model on this computer"

    def __init__(self, settings: EngineSettings, time_out: float = TIME_OUT) -> None:
        leaves = settings.may_leave_computer
        address = server_address(settings.address, may_leave_computer=leaves)
        self._talk = Conversation(Client(address, time_out), settings.model)

    def propose(
        self,
        analysis: Analysis,
        anchor: CivilDate | None,
        *,
        title: str = "",  # noqa: ARG002 - the model reads the text alone
        conventions: Conventions = USUAL,
        progress: Progress = UNWATCHED,
        tell: Tell = untold,
    ) -> list[Proposal]:
        """The events that the model found, in text order, dated by our own reading of their times.

        `tell` hears of parts that were not answered and of events that the article does not have.
        UserError when there is no server, or no part was answered.
        """
        found, count = self._ask(analysis, progress, tell)
        resolutions = resolve(analysis.text, analysis.expressions, anchor, conventions)
        by_range = {each.expression.range: each for each in resolutions}
        model = self._talk.model_used
        if left_out := _left_out(count):
            tell(left_out)
        made = (_proposal(analysis.text, anchor, by_range, event, model) for event in found)
        return sorted(made, key=lambda each: (each.quote_range, each.trigger))

    def _ask(
        self, analysis: Analysis, progress: Progress, tell: Tell
    ) -> tuple[list[GroundedEvent], _Count]:
        """What the model found in every part that it answered for."""
        ground, count = Ground(analysis), _Count()
        found: dict[tuple[TextRange, TextRange], GroundedEvent] = {}
        for part, answer in self._answers(analysis, progress, tell):
            events = [ground.find(event, part) for event in answer.events]
            grounded = [event for event in events if event is not None]
            count.told += len(events) + answer.malformed
            count.events += len(events) - len(grounded) + answer.malformed
            count.details += sum(event.lost for event in grounded)
            for event in grounded:
                found.setdefault((event.sentence, event.trigger), event)
        return [*found.values()], count

    def _answers(
        self, analysis: Analysis, progress: Progress, tell: Tell
    ) -> Iterator[tuple[TextRange, Answer]]:
        """Each part of the article that was answered for; UserError when none was."""
        parts = parts_of(analysis)
        failures: list[UserError] = []
        for number, part in enumerate(parts):
            note = f"Asking the language model ({number + 1} of {len(parts)})"
            try:
                waiting = partial(progress.step, number, len(parts), note)
                yield part, self._talk.ask(part.cut(analysis.text), waiting)
            except AnswerError as failure:
                failures.append(failure)
            except ServerError as failure:
                failures += [failure] * (len(parts) - number)
                break
        if failures and len(failures) == len(parts):
            raise failures[0]
        for sentence in dict.fromkeys(map(str, failures)):
            tell(f"{sentence} So it has not read all of the article.")


def _left_out(count: _Count) -> str:
    if not count.events and not count.details:
        return ""
    events = f"{count.events} of {count.told} events" if count.events else ""
    details = f"{count.details} names or times" if count.details else ""
    what = " and ".join(filter(None, (events, details)))
    return f"Not in the words of the article, so left out of the language model’s answer: {what}."


def _proposal(
    text: str,
    anchor: CivilDate | None,
    resolutions: Mapping[TextRange, Resolution],
    event: GroundedEvent,
    model: str,
) -> Proposal:
    resolution = resolutions.get(event.expression.range) if event.expression else None
    factuality = _factuality(event.answered.factuality, resolution, anchor)
    dating = date_by(text, anchor, event.trigger, resolution, factuality)
    is_certain = dating.certainty is Certainty.CERTAIN
    time = resolution.expression.rule if resolution else "article date"
    return Proposal(
        title=event.answered.title.rstrip("."),
        span=dating.span,
        quote_range=event.sentence,
        trigger=event.trigger,
        expression=resolution.expression.range if resolution else None,
        factuality=factuality,
        certainty=Certainty.PROBABLE if is_certain else dating.certainty,
        rule=f"{LOCAL_SERVER}: {time}",
        reason=dating.reason,
        readings=dating.readings,
        people=event.names_among(event.answered.people),
        organisations=event.names_among(event.answered.organisations),
        places=event.names_among(event.answered.places),
        participants=tuple(_participants(event)),
        why=(_BELIEVED.format(model=model),),
        is_folded=factuality is Factuality.POSSIBLE,
    )


def _participants(event: GroundedEvent) -> Iterable[Participant]:
    return (Participant(name, Role.OTHER, place) for name, place in event.names)


def _factuality(
    answered: Factuality, resolution: Resolution | None, anchor: CivilDate | None
) -> Factuality:
    """What lies ahead of the article has not happened, whatever a model says."""
    if resolution is None or anchor is None:
        return answered
    lies_ahead = resolution.lies_after(anchor)
    return Factuality.PLANNED if lies_ahead and answered is Factuality.HAPPENED else answered
