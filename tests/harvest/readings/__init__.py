"""Tests of the readings."""
