"""Events from parsed sentences: who did what, when, said by whom, and whether it happened."""
