"""Events that several articles tell of: offered, merged, and kept apart."""
