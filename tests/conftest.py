"""What holds for the whole run of the tests."""

from __future__ import annotations

from hypothesis import settings

pytest_plugins = ["tests.openapi.plugin"]

# A property says what is true, never how fast: a busy machine must not make it fail.
settings.register_profile("koosloome", deadline=None)
settings.load_profile("koosloome")
