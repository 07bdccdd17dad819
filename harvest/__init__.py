"""From what lies on a board to a structured summary: pure reading, no I/O."""
