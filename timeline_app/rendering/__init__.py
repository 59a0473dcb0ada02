"""Paints display lists on screen and paper."""
