"""The only room that opens files and reads YAML; what comes from outside is checked here once."""
