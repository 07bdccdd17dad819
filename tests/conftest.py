"""What holds for the whole run of the tests."""

from __future__ import annotations

from hypothesis import settings

pytest_plugins = ["tests.openapi.plugin"]

# A property says what is true, never how fast: a busy machine must not make it fail. The default
# run draws the same examples each time, so that it fails for what was changed, not for what was
# drawn; the full run (`make test-full`) draws anew, and what it finds becomes a test of its own.
settings.register_profile("koosloome", deadline=None, derandomize=True)
settings.register_profile("anew", deadline=None, print_blob=True)
settings.load_profile("koosloome")
