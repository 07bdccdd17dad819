"""Turns a method and a brief into a plan: what will be on the board, and where."""

from board_templates.layout.planning import make_plan

__all__ = ["make_plan"]
