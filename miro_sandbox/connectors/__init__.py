"""Connectors between items."""
