"""Where things lie: which planned part an item of the board is, and which zone holds a point."""
