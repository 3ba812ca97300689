"""Checks that need programs of the system, run by .ci/run and not by pytest."""
