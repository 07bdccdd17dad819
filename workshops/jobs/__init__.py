"""Jobs: the row is the truth, the queue only names it."""
