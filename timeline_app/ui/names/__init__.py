"""The people, places and organisations of a project, and what they are called."""
