"""`miro-board` at work: `miro_board.py ADDRESS make|make-sliced|read-sliced …`.

Runs in an environment of its own, isolated, since its modules are called `miro_client` and
`server`. It calls Miro's own address and offers no other: the constant that holds it is set to the
stand-in's before anything is sent. Says on stdout how many seconds it took, and how many items
it read.
"""

from __future__ import annotations

import json
import sys
import time

import miro_client


def main(address: str, what: str, given: str) -> None:
    """Do it and tell."""
    miro_client.API_BASE = f"{address}/v2"
    client = miro_client.MiroClient("sandbox-me")
    began = time.perf_counter()
    if what.startswith("make"):
        count = make(client, int(given), what)
    else:
        count = len(client.list_items(given))
    told = {"seconds": time.perf_counter() - began, "items": count}
    sys.stdout.write(json.dumps(told) + "\n")


def make(client: miro_client.MiroClient, notes: int, what: str) -> int:
    """Make a board (by its raw call, since it offers none), a frame and notes in it."""
    board = client._request("POST", "/boards", json={"name": "Bench"})["id"]
    frame = client.create_frame(board, "Raam", width=1000, height=800)["id"]
    if what == "make":
        for number in range(notes):
            x = 100.0 + number % 800
            client.create_sticky_note(
                board, f"Mõte {number}", x=x, y=100.0, width=160, parent_id=frame
            )
        return notes
    every = [
        {
            "type": "sticky_note",
            "data": {"content": f"Mõte {number}"},
            "position": {"x": 100.0 + number % 800, "y": 100.0},
            "geometry": {"width": 160},
            "parent": {"id": frame},
        }
        for number in range(notes)
    ]
    return len(client.create_items(board, every))


if __name__ == "__main__":
    main(*sys.argv[1:4])
