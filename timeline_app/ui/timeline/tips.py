"""What is said about an event under the pointer."""

from __future__ import annotations

from timeline_app.domain.event import Event, ReviewStatus
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout import Hit, Part
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.widgets import plain_tool_tip

_LONGEST_QUOTE = 200
_LISTED = 8


class EventTips:
    """Makes tool tips for what a timeline is hit at. Article text is never read as markup."""

    def __init__(self, model: ProjectModel) -> None:
        self._model = model

    def of_hit(self, hit: Hit | None) -> str:
        """The tool tip for a hit; "" when there is nothing to tell."""
        if hit is None or not self._model.is_open:
            return ""
        return plain_tool_tip(self._words(hit))

    def _words(self, hit: Hit) -> str:
        project = self._model.library.project
        if hit.part is Part.CLUSTER:
            titles = [project.events[i].title for i in hit.ids if i in project.events]
            rest = len(titles) - _LISTED
            more = [f"and {rest} more"] if rest > 0 else []
            return "\n".join([f"{len(titles)} events", *titles[:_LISTED], *more])
        if hit.id is None:
            return ""
        if hit.part is Part.ARTICLE and hit.id in project.articles:
            number = project.number_of_article(hit.id)
            return f"Article {number}: {project.articles[hit.id].title}"
        event = project.events.get(hit.id)
        return "" if event is None or hit.part is Part.ARTICLE else self._event_words(event)

    def _event_words(self, event: Event) -> str:
        when = span_in_words(event.span) if event.span is not None else "no date yet"
        state = " (proposal)" if event.status is ReviewStatus.PROPOSED else ""
        lines = [event.title, when + state]
        evidence = self._model.library.project.evidence_of_event(event.id)
        if evidence:
            quote = evidence[0].quote
            shortened = quote[:_LONGEST_QUOTE] + ("…" if len(quote) > _LONGEST_QUOTE else "")
            lines.append(f"“{shortened}”")
        if len(evidence) > 1:
            lines.append(f"{len(evidence)} quotes")
        return "\n".join(lines)
