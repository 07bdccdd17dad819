"""Facilitation methods as data: loading, checking, laying out and previewing boards."""
