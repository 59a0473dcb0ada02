"""Links between events: made in a dialog, shown where an event is shown."""
