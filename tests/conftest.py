"""What holds for the whole run of the tests."""

from __future__ import annotations

pytest_plugins = ["tests.openapi.plugin"]
