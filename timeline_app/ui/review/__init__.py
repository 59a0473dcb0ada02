"""The review: reading an article, and deciding on every event proposed from it."""
