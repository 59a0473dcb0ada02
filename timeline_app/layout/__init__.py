"""Geometry of the timeline in plain numbers, without Qt."""
