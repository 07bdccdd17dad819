"""Brings a database's tables up to date by the migrations of this folder."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from workshops.storage.database import Database

HEAD = "0004"
MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_302_114  # any number, so long as every process asks for the same


def revision(database: Database) -> str | None:
    """Return the migration a database stands at, null when it is empty."""
    with database.engine.connect() as connection:
        return _revision(connection)


def upgrade(database: Database) -> None:
    """Run the migrations that are missing; two processes that start at once do it once."""
    if revision(database) == HEAD:
        return  # the usual case, without loading Alembic
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        if _revision(connection) != HEAD:
            _run(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  # loaded only when there is something to migrate
    from alembic.config import Config  # noqa: PLC0415  # as above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
