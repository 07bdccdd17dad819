"""Migrations give the very tables that the code speaks of."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from tests.workshops.storage.records import account, job, workshop
from workshops.storage.database import Database
from workshops.storage.store import open_store
from workshops.storage.tables import METADATA
from workshops.storage.upgrade import HEAD, MIGRATIONS, revision, upgrade


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_an_empty_database_becomes_what_the_tables_say(address: str) -> None:
    database = Database(address)
    assert revision(database) is None
    upgrade(database)
    assert revision(database) == HEAD
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    database.close()


def test_what_an_older_release_kept_survives_and_goes_back(address: str) -> None:
    store = open_store(address)
    store.accounts.ensure(account())
    store.workshops.add(workshop(), job())
    moved_to(store.database, "0001")
    assert "due_at" not in columns(store.database, "jobs")
    assert "retold" not in columns(store.database, "summaries")
    assert not {"opened", "invited"} & columns(store.database, "workshops")
    upgrade(store.database)
    assert store.jobs.get("j-1") == job()
    assert "due_at" in columns(store.database, "jobs")
    assert "retold" in columns(store.database, "summaries")
    assert store.workshops.get(workshop().id) == workshop()
    store.close()


def test_of_boards_made_before_no_address_is_kept_that_was_used(address: str) -> None:
    store = open_store(address)
    store.accounts.ensure(account())
    store.workshops.add(workshop(1, state="ready"), None)
    store.workshops.add(workshop(2, state="unfinished"), None)
    moved_to(store.database, "0003")
    upgrade(store.database)
    made, unfinished = (store.workshops.get(workshop(number).id) for number in (1, 2))
    assert made is not None
    assert unfinished is not None
    assert (made.invite, made.invited, made.opened) == ((), None, ())
    assert unfinished.invite == ("mari@example.org",)
    store.close()


def columns(database: Database, table: str) -> set[str]:
    return {column["name"] for column in inspect(database.engine).get_columns(table)}


def moved_to(database: Database, older: str) -> None:
    """Take the tables back to what an older release had."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, older)


def test_upgrading_again_changes_nothing(address: str) -> None:
    database = Database(address)
    upgrade(database)
    before = set(inspect(database.engine).get_table_names())
    upgrade(database)
    assert set(inspect(database.engine).get_table_names()) == before
    database.close()


def test_sqlite_keeps_foreign_keys_and_a_write_ahead_log(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'deep' / 'store.sqlite'}")
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000
    database.close()
