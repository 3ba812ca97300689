"""Helping those who write playbooks: checks across files and scenario tests."""
