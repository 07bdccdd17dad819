"""Turns a method and a brief into a plan: what will be on the board, and where."""

from board_templates.layout.planning import make_plan, plan_from_footer

__all__ = ["make_plan", "plan_from_footer"]
