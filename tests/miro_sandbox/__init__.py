"""Tests of miro_sandbox."""
