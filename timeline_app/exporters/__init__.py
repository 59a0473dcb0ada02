"""Turns accepted events into what is published."""
