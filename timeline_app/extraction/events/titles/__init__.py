"""Titles: who does what in a clause, and an event in the words of its source."""
