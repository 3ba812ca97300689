"""Judging: pure functions from a pack and answers to an advice."""
