"""Miro's published document as a witness: every exchange of a test run is held against it."""
