"""Tests of what is drawn and written for readers of the repository."""
