"""A local server that behaves like Miro's REST API v2; it imports nothing of the product."""
