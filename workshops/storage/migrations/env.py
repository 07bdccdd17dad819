"""Runs migrations over the connection that `upgrade` holds."""

from __future__ import annotations

from alembic import context

from workshops.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
