"""Reads foreign files in processes that may write nothing, ask nobody and use only so much."""

from timeline_app.services.workers.bulk import read_all
from timeline_app.services.workers.limits import WorkerLimits
from timeline_app.services.workers.pool import ReadingPool
from timeline_app.services.workers.worker import READING_PROCESS

__all__ = ["READING_PROCESS", "ReadingPool", "WorkerLimits", "read_all"]
