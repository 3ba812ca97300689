"""Tests: a mirror of src, and cases/ with whole files."""
