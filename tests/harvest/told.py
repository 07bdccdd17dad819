"""What the summary of a board in memory tells."""

from __future__ import annotations

from typing import Any

from tests.harvest.boards import FakeBoard


def result_of(fake: FakeBoard, **options: Any) -> dict[str, Any]:  # noqa: ANN401  # options of a harvest
    """Return the result as it stands in the summary."""
    result: dict[str, Any] = fake.summary(**options).as_data()["result"]
    return result


def texts_of(fake: FakeBoard, code: str) -> list[str]:
    """Return what the signals of a code say."""
    return [signal.text for signal in fake.summary().signals if signal.code == code]


def codes_of(fake: FakeBoard) -> set[str]:
    """Return the codes of what stands out."""
    return {signal.code for signal in fake.summary().signals}
