"""Scripts that run in the environments of other people's clients, never here."""
