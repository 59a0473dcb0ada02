"""Times: which time expression dates which event."""
