"""Tests of what the sandbox remembers."""
