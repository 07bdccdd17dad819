"""Migrations of the tables, run by `upgrade`."""
