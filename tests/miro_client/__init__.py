"""Tests of miro_client."""
