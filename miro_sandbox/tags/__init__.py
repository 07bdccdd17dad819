"""Tags of a board and on its items."""
