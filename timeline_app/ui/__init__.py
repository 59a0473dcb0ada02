"""The window: panels, models, actions and theme."""
