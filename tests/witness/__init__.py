"""Miro's own clients bear witness: what they do on Miro, they do on the sandbox."""
