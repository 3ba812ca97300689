"""Telling: what is said, in which order, and that no format can say it otherwise."""
