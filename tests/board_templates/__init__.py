"""Tests of board_templates."""
