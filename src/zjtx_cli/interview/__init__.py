"""Asking: the flow of questions, and the prompts of the terminal."""
