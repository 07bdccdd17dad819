"""Tests of the facilitator's pack."""
