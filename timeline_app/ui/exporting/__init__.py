"""What the window asks before it writes files for others."""
