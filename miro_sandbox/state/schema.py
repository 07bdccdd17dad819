"""The tables of the sandbox's file; an item is one row with its content as JSON."""

from __future__ import annotations

TABLES = """
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS boards (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, team INTEGER NOT NULL, owner INTEGER NOT NULL,
  created REAL NOT NULL, modified REAL NOT NULL, body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS visits (
  board TEXT NOT NULL, person INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (board, person)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS members (
  board TEXT NOT NULL, person INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (board, person)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS items (
  board TEXT NOT NULL, id INTEGER NOT NULL, type TEXT NOT NULL, parent INTEGER,
  created REAL NOT NULL, body TEXT NOT NULL, PRIMARY KEY (board, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS items_by_parent ON items (board, parent, id);
CREATE INDEX IF NOT EXISTS items_by_type ON items (board, type, id);
CREATE TABLE IF NOT EXISTS connectors (
  board TEXT NOT NULL, id INTEGER NOT NULL, start_item INTEGER, end_item INTEGER,
  created REAL NOT NULL, body TEXT NOT NULL, PRIMARY KEY (board, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS connectors_by_start ON connectors (board, start_item);
CREATE INDEX IF NOT EXISTS connectors_by_end ON connectors (board, end_item);
CREATE TABLE IF NOT EXISTS tags (
  board TEXT NOT NULL, id INTEGER NOT NULL, title TEXT NOT NULL, colour TEXT NOT NULL,
  PRIMARY KEY (board, id), UNIQUE (board, title)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tagged (
  board TEXT NOT NULL, item INTEGER NOT NULL, tag INTEGER NOT NULL, PRIMARY KEY (board, item, tag)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tagged_by_tag ON tagged (board, tag, item);
CREATE TABLE IF NOT EXISTS grouped (
  board TEXT NOT NULL, id INTEGER NOT NULL, place INTEGER NOT NULL, item INTEGER NOT NULL,
  PRIMARY KEY (board, id, place), UNIQUE (board, item)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
  board TEXT NOT NULL, id INTEGER NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL,
  url TEXT, content BLOB, PRIMARY KEY (board, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS credits (
  person INTEGER NOT NULL, app TEXT NOT NULL, window INTEGER NOT NULL, used INTEGER NOT NULL,
  PRIMARY KEY (person, app)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS codes (
  code TEXT PRIMARY KEY, client TEXT NOT NULL, person INTEGER NOT NULL, redirect_uri TEXT NOT NULL,
  expires REAL NOT NULL, used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS grants (
  access TEXT PRIMARY KEY, refresh TEXT UNIQUE, client TEXT NOT NULL, person INTEGER NOT NULL,
  scopes TEXT NOT NULL, access_expires REAL, refresh_expires REAL
);
"""
