"""Random work on a project: memory, file and a plain model agree at every step."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.services.sample_project import day, open_sample
from timeline_app.domain import (
    Article,
    Change,
    Edit,
    Event,
    Evidence,
    Record,
    ReviewStatus,
    Ruling,
    TextRange,
)
from timeline_app.services import review
from timeline_app.services.history import bring_back, event_history
from timeline_app.services.library import Library
from timeline_app.services.project import Counts, Project

_Records = dict[int, Record]
_choices = st.integers(0, 10**6)


class Work(RuleBasedStateMachine):
    """Edits, merging, splitting, bringing back, undo, redo and reopening against plain dicts."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.library: Library = open_sample(self.folder)
        self.records: _Records = {}
        self.done: list[tuple[str, _Records]] = []
        self.undone: list[tuple[str, _Records]] = []

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            shutil.rmtree(self.folder)

    @rule(number=st.integers(1, 28), status=st.sampled_from(ReviewStatus))
    def add(self, number: int, status: ReviewStatus) -> None:
        article = Article(self.library.new_id(), "Title", f"text {number}", ())
        span = day(number) if number % 5 else None
        event = Event(self.library.new_id(), "Event", span, status=status)
        proof = Evidence(
            self.library.new_id(), event.id, article.id, TextRange(number, number + 1), "t"
        )
        self._apply("add", [Edit(None, record) for record in (proof, article, event)])

    @precondition(lambda self: self._events())
    @rule(choice=_choices, number=st.integers(1, 28))
    def move_and_rename(self, choice: int, number: int) -> None:
        event = self._pick(choice)
        moved = replace(event, span=day(number))
        renamed = replace(moved, title=f"Event {number}")
        self._apply("move", [Edit(event, moved), Edit(moved, renamed)])

    @precondition(lambda self: self._events())
    @rule(choice=_choices)
    def delete(self, choice: int) -> None:
        event = self._pick(choice)
        proofs = [
            record
            for record in self.records.values()
            if isinstance(record, Evidence) and record.event_id == event.id
        ]
        self._apply("delete", [Edit(record, None) for record in (event, *proofs)])

    @precondition(lambda self: len(self._events()) > 1)
    @rule(choice=_choices, farther=_choices)
    def merge(self, choice: int, farther: int) -> None:
        one = self._pick(choice)
        other = self._pick(choice + 1 + farther % (len(self._events()) - 1))
        kept_id = review.merge(self.library, one.id, other.id)
        [gone_id] = {one.id, other.id} - {kept_id}
        moved = {
            record.id: replace(record, event_id=kept_id)
            for record in self.records.values()
            if isinstance(record, Evidence) and record.event_id == gone_id
        }
        after = self._follow(kept_id, gone_id, *moved, *self._rulings_on(gone_id))
        assert gone_id not in after
        assert {number: after[number] for number in moved} == moved
        assert all(gone_id not in ruling.subjects for ruling in self._rulings())

    @precondition(lambda self: self._events())
    @rule(choice=_choices)
    def split(self, choice: int) -> None:
        event = self._pick(choice)
        twin_id = review.split(self.library, event.id)
        after = self._follow(*self._new_ids())
        twin = after[twin_id]
        assert isinstance(twin, Event)
        assert (twin.title, twin.status) == (event.title, event.status)

    @precondition(lambda self: self._shared_proofs())
    @rule(choice=_choices)
    def separate(self, choice: int) -> None:
        proofs = self._shared_proofs()
        proof = proofs[choice % len(proofs)]
        alone_id = review.separate(self.library, proof.id)
        after = self._follow(proof.event_id, proof.id, *self._new_ids())
        assert after[proof.id] == replace(proof, event_id=alone_id)
        assert review.is_apart(self.library.project, proof.event_id, alone_id)

    @precondition(lambda self: self._events())
    @rule(choice=_choices, farther=_choices)
    def bring_back(self, choice: int, farther: int) -> None:
        event = self._pick(choice)
        former = [entry.state for entry in event_history(self.library, event.id) if entry.state]
        known = [records.get(event.id) for records in (*self._before(), self.records)]
        assert set(former) == {state for state in known if state is not None}
        state = former[farther % len(former)]
        bring_back(self.library, state)
        if state != event:
            assert self._follow(event.id)[event.id] == state

    @rule()
    def undo(self) -> None:
        assert (self.library.undo() is None) == (not self.done)
        if self.done:
            label, before = self.done.pop()
            self.undone.append((label, self.records))
            self.records = before

    @rule()
    def redo(self) -> None:
        assert (self.library.redo() is None) == (not self.undone)
        if self.undone:
            label, after = self.undone.pop()
            self.done.append((label, self.records))
            self.records = after

    @rule()
    def reopen(self) -> None:
        self.library.close()
        self.library = open_sample(self.folder)

    @invariant()
    def the_project_is_what_the_model_says(self) -> None:
        assert self._held() == self.records
        assert self.library.undo_label == (self.done[-1][0] if self.done else None)
        assert self.library.redo_label == (self.undone[-1][0] if self.undone else None)

    @invariant()
    def what_followed_step_by_step_equals_what_is_built_at_once(self) -> None:
        project, fresh = self.library.project, Project(self.records.values())
        assert project.chronological() == fresh.chronological()
        assert project.counts() == Counts.of(fresh.events.values())
        assert list(project.events) == sorted(project.events)
        for article_id in project.articles:
            assert project.events_of_article(article_id) == fresh.events_of_article(article_id)
            assert project.queue(article_id) == fresh.queue(article_id)
        for event_id in project.events:
            assert project.evidence_of_event(event_id) == fresh.evidence_of_event(event_id)

    def _apply(self, label: str, edits: Sequence[Edit]) -> None:
        before = self.records
        after = dict(before)
        for edit in edits:
            after.pop(edit.record.id, None)
            if edit.after is not None:
                after[edit.record.id] = edit.after
        self.library.apply(Change(label, tuple(edits)))
        if after != before:
            self.done.append((label, before))
            self.undone.clear()
            self.records = after

    def _follow(self, *touched: int) -> _Records:
        """Take over what a service made of some records; all others must be as they were."""
        before, after = self.records, self._held()
        for number in before.keys() | after.keys():
            assert number in touched or before.get(number) == after.get(number)
        self.done.append((self.library.undo_label or "", before))
        self.undone.clear()
        self.records = after
        return after

    def _held(self) -> _Records:
        project = self.library.project
        return {**project.articles, **project.events, **project.evidence, **project.rulings}

    def _new_ids(self) -> frozenset[int]:
        return frozenset(self._held().keys() - self.records.keys())

    def _before(self) -> list[_Records]:
        return [before for _label, before in self.done]

    def _rulings(self) -> list[Ruling]:
        return [record for record in self.records.values() if isinstance(record, Ruling)]

    def _rulings_on(self, event_id: int) -> list[int]:
        return [ruling.id for ruling in self._rulings() if event_id in ruling.subjects]

    def _shared_proofs(self) -> list[Evidence]:
        """Those that are not the only one of their event."""
        proofs = [record for record in self.records.values() if isinstance(record, Evidence)]
        count = Counter(proof.event_id for proof in proofs)
        return [proof for proof in proofs if count[proof.event_id] > 1]

    def _events(self) -> list[Event]:
        return [record for record in self.records.values() if isinstance(record, Event)]

    def _pick(self, choice: int) -> Event:
        events = self._events()
        return events[choice % len(events)]


TestWork = Work.TestCase
TestWork.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
