"""What the client sends: frozen, and only the fields that are set go out."""
