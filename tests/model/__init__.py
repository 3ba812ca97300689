"""The words of the adviser."""
