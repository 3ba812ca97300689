"""The words of the adviser: frozen values without files, printing, clock or chance."""
