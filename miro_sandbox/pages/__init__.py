"""The board page: a board drawn for the browser."""

from __future__ import annotations

from miro_sandbox.pages.routes import make_board_pages

__all__ = ["make_board_pages"]
