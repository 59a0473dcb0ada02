"""Finds events that several articles tell of, to be merged by the researcher."""
