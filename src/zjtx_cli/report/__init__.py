"""Telling: one composed document, rendered to many formats."""
