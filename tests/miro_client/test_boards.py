"""Calls about boards."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from miro_client.bodies.boards import BoardBody
from miro_client.errors import InvalidArgument, OutcomeUnknown
from tests.miro_client.bodies_of_miro import BOARD as BOARD_BODY
from tests.miro_client.bodies_of_miro import offset_list
from tests.miro_client.every_call import BOARD_BODY as TO_SEND
from tests.miro_client.world import BOARD, BOARD_PATH, refusal, reply, world


def test_create_sends_what_is_set_and_reads_the_board() -> None:
    here = world(reply(BOARD_BODY, 201))
    board = here.client.boards.create(TO_SEND)
    assert here.wire.urls == ["POST /v2/boards"]
    assert here.wire.sent() == {
        "name": "Retro 14",
        "description": "· kl-12345678",
        "policy": {
            "sharingPolicy": {"access": "private"},
            "permissionsPolicy": {"copyAccess": "anyone"},
        },
    }
    assert board.id == BOARD
    assert board.view_link == "https://miro.com/app/board/uXjVAAAAAAA="
    assert board.created_at == datetime(2026, 5, 20, 6, 38, 21, tzinfo=UTC)
    assert board.owner is not None
    assert board.owner.name == "Ada Example"
    assert board.current_user_membership is not None
    assert board.current_user_membership.role == "owner"


def test_copy_names_the_source_in_the_query_and_is_never_repeated() -> None:
    here = world(reply(BOARD_BODY, 201))
    here.client.boards.copy(BOARD, BoardBody(name="Copy"))
    assert here.wire.urls == ["PUT /v2/boards?copy_from=uXjVAAAAAAA%3D"]
    assert here.seen[0].credits == 2000
    broken = world(refusal(500))
    with pytest.raises(OutcomeUnknown):
        broken.client.boards.copy(BOARD)
    assert len(broken.wire.requests) == 1


def test_get_update_delete() -> None:
    here = world(reply(BOARD_BODY), reply(BOARD_BODY, 202), reply(None, 204))
    here.client.boards.get(BOARD)
    here.client.boards.update(BOARD, BoardBody(team_id="7"))
    here.client.boards.delete(BOARD)
    assert here.wire.urls == [f"{verb} {BOARD_PATH}" for verb in ("GET", "PATCH", "DELETE")]
    assert here.wire.sent(1) == {"teamId": "7"}
    assert [facts.credits for facts in here.seen] == [50, 100, 500]


def test_a_page_asks_with_its_filters() -> None:
    here = world(reply(offset_list(BOARD_BODY)))
    page = here.client.boards.page(team_id="7", sort="last_created", limit=10, offset=20)
    assert here.wire.urls == ["GET /v2/boards?team_id=7&sort=last_created&limit=10&offset=20"]
    assert (page.total, page.data[0].name) == (1, "Retro 14")


def test_all_filters_reach_every_page() -> None:
    here = world(reply(offset_list()))
    assert list(here.client.boards.iterate(query="re tro", owner="1", project_id="2")) == []
    assert here.wire.urls == ["GET /v2/boards?project_id=2&query=re+tro&owner=1&limit=50&offset=0"]


def test_a_limit_of_zero_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="1 to 50"):
        world(reply()).client.boards.page(limit=0)
