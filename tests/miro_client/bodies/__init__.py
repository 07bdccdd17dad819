"""Tests of the bodies."""
