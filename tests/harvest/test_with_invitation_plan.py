"""The invitation plan: rows of those invited, what is said in confidence, the draft."""

from __future__ import annotations

from typing import Any

import pytest

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import result_of, texts_of

METHOD = "invitation-plan"


def _plan(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


@pytest.mark.parametrize(
    ("next_said", "invite_said", "owner", "due"),
    [
        ("@Mari, 12.03.2027", "kiri", "Mari", "2027-03-12"),
        ("", "Kõne, @Jaan, 12.03.2027", "Jaan", "2027-03-12"),
        ("@Mari", "12.03.2027 @Jaan", "Mari", "2027-03-12"),
        ("", "kiri", None, None),
    ],
)
def test_who_invites_by_when_may_stand_where_the_way_is_told(
    next_said: str, invite_said: str, owner: str | None, due: str | None
) -> None:
    fake = _plan()
    fake.write("Vallad", "F1.who@1")
    fake.write(invite_said, "F1.invite@1")
    if next_said:
        fake.write(next_said, "F1.next@1")
    [row] = result_of(fake)["invitations"]
    assert (row["stakeholder"], row["owner"], row["due"]) == ("Vallad", owner, due)
    if owner:
        assert result_of(fake, names="none")["invitations"][0]["owner"] is True


def test_a_name_and_a_day_are_an_action_about_the_stakeholder() -> None:
    fake = _plan()
    fake.write("Vallad", "F1.who@1")
    fake.write("@Mari, 12.03.2027", "F1.next@1")
    assert [action.text for action in fake.summary().actions] == ["Vallad"]


def test_a_name_and_a_day_without_a_stakeholder_are_about_nothing() -> None:
    fake = _plan()
    fake.write("@Mari, 12.03.2027", "F1.next@1")
    assert [action.text for action in fake.summary().actions] == [""]


def test_a_row_without_its_stakeholder_has_a_question_mark_and_a_warning() -> None:
    fake = _plan()
    fake.write("Keel", "F1.barrier@2")
    [row] = result_of(fake)["invitations"]
    assert (row["stakeholder"], row["from"]) == ("?", [])
    [signal] = [one for one in fake.summary().signals if one.code == "unnamed_row"]
    assert (signal.severity, signal.values["n"]) == ("warn", 1)


def test_what_is_said_in_confidence_is_only_counted_unless_it_may_be_shared() -> None:
    fake = _plan()
    fake.write("Ei vastatud", "F2.doubts")
    shared = fake.write("Kokkuvõtet pole", "F2.doubts", tags=("may_share",))
    fake.write("Töö meie kaela", "F2.opposition")
    trust = result_of(fake)["trust"]
    assert (trust["doubts"], trust["opposition"], trust["shared"]) == (2, 1, [shared])
    rules = fake.method.harvest.rules_of
    assert [rules(f"F2.{zone}").store for zone in ("doubts", "opposition", "steps")] == [
        "never",
        "never",
        None,
    ]


@pytest.mark.parametrize(
    ("event", "said", "late"),
    [
        ("2027-04-16", "@Mari, 2.04.2027", False),
        ("2027-04-16", "@Mari, 3.04.2027", True),
        # without an inviting date the day of the session counts
        ("2026-03-16", "@Mari", False),
        ("2026-03-15", "@Mari", True),
        (None, "@Mari, 3.04.2027", False),
    ],
)
def test_an_invitation_needs_two_weeks(event: str | None, said: str, *, late: bool) -> None:
    fake = _plan(event_date=event)
    fake.write("Vallad", "F1.who@1")
    fake.write(said, "F1.next@1")
    assert bool(texts_of(fake, "late_invitation")) is late


def test_a_barrier_without_support_and_a_row_without_an_inviter_stand_out() -> None:
    fake = _plan()
    fake.write("Vallad", "F1.who@1")
    fake.write("Koolid", "F1.who@2")
    fake.write("Aega pole", "F1.barrier@1")
    fake.write("Keel", "F1.barrier@2")
    fake.write("Tõlk", "F1.support@2")
    fake.write("@Mari", "F1.next@1")
    assert texts_of(fake, "barrier_unanswered")[0].endswith("vähendada: Vallad.")
    assert texts_of(fake, "no_inviter") == ["Kutsuja puudub: Koolid."]


def test_the_draft_keeps_what_stands_in_the_brief() -> None:
    fake = _plan(event="Arutelupäev", event_date="2027-04-16", contact="Tiina Rebane")
    fake.write("Raha jagatakse ümber.", "F3.why_now")
    result = result_of(fake)
    assert result["draft"] == ("Raha jagatakse ümber.\n\nArutelupäev, 16.04.2027\n\nTiina Rebane")
    assert result["invitation"]["contact"] == "Tiina Rebane"
    assert texts_of(fake, "no_return")
    fake.write("Vastame kõigile.", "F3.use")
    assert not texts_of(fake, "no_return")
