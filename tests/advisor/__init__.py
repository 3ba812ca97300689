"""Judging: laws against brute force, and single rules."""
