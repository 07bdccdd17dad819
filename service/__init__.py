"""The web service: pages and JSON API."""
