"""Boards, who may see them, and their members."""
