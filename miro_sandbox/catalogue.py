"""Every operation the sandbox answers."""

from __future__ import annotations

from miro_sandbox.boards import members
from miro_sandbox.boards import routes as boards
from miro_sandbox.connectors import routes as connectors
from miro_sandbox.groups import routes as groups
from miro_sandbox.items import bulk, files, kind_routes
from miro_sandbox.items import routes as items
from miro_sandbox.oauth import context
from miro_sandbox.tags import routes as tags

OPERATIONS = (
    *boards.OPERATIONS,
    *members.OPERATIONS,
    *items.OPERATIONS,
    *bulk.OPERATIONS,
    *kind_routes.OPERATIONS,
    *files.OPERATIONS,
    *connectors.OPERATIONS,
    *tags.OPERATIONS,
    *groups.OPERATIONS,
    *context.OPERATIONS,
)
