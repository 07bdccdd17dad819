"""The real clock."""

from __future__ import annotations

from datetime import UTC, datetime

import time_machine

from miro_client.clocks import SystemClock


def test_it_tells_epoch_seconds() -> None:
    with time_machine.travel(datetime(2026, 5, 20, tzinfo=UTC), tick=False):
        assert SystemClock().now() == datetime(2026, 5, 20, tzinfo=UTC).timestamp()
