"""Method cards: how people add methods of their own without writing a folder by hand."""
