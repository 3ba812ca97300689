"""Files: what is refused, where, and by which rule."""
