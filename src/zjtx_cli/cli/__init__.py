"""The doors: options in, exit codes out."""
