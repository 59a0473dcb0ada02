"""Work in a worker thread, seen from the main thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.domain import Progress, UserError
from timeline_app.ui.jobs import JobRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.close()


def test_the_result_arrives_in_the_main_thread(runner: JobRunner, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    job = runner.run("Adding", lambda _: threads.append(threading.current_thread()) or 41 + 1)
    arrived: list[threading.Thread] = []
    job.finished.connect(lambda _: arrived.append(threading.current_thread()))
    with qtbot.waitSignal(job.finished) as result:
        pass
    assert result.args == [42]
    assert threads[0] is not threading.main_thread()
    assert arrived == [threading.main_thread()]


def test_an_error_arrives_as_a_value(runner: JobRunner, qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> None:
        raise UserError("The file is gone.")

    with qtbot.waitSignal(runner.run("Reading", fail).failed) as result:
        pass
    assert str(result.args[0]) == "The file is gone."


def test_steps_are_reported(runner: JobRunner, qtbot: QtBot) -> None:
    job = runner.run("Reading", lambda progress: progress.step(3, 12, "Reading 4 of 12"))
    with qtbot.waitSignal(job.progressed) as step:
        pass
    assert step.args == [3, 12, "Reading 4 of 12"]


def test_a_cancelled_job_stops_at_its_next_step(runner: JobRunner, qtbot: QtBot) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        assert goes_on.wait(10)
        progress.step(1, 2)

    job = runner.run("Working", work)
    assert begun.wait(10)
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        goes_on.set()


def test_jobs_run_one_after_the_other(runner: JobRunner, qtbot: QtBot) -> None:
    order: list[int] = []
    jobs = [runner.run(str(i), lambda _, i=i: order.append(i)) for i in range(5)]
    with qtbot.waitSignal(jobs[-1].ended):
        pass
    assert order == [0, 1, 2, 3, 4]
    assert runner.jobs == ()


def test_closing_waits_for_the_worker() -> None:
    runner = JobRunner()
    done = threading.Event()
    runner.run("Working", lambda _: done.set())
    runner.close()
    assert runner.is_closed
    assert done.is_set() or runner.jobs == ()
