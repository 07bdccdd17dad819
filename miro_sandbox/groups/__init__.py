"""Groups of items."""
