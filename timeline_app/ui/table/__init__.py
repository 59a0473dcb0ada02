"""The table: every event as a row, sorted, filtered and edited in place."""
