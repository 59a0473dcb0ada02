"""Timeline App: turn articles into a timeline whose every date can be traced to its source."""

__version__ = "0.1.0"
