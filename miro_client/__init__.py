"""A client for Miro's REST API v2 that stands on its own."""
