"""What stands out reads the same whether a board is harvested in a language or told in it later."""

from __future__ import annotations

from functools import cache

import pytest

from board_templates.method import Lang
from harvest.reports import ReportContext, get_report
from harvest.reports.signals import signals_in
from harvest.summary import Signal, Summary
from tests.harvest.boards import LIBRARY, SHARED, board
from tests.harvest.comparing import yaml_of
from tests.harvest.performing import Performance

LANGS: tuple[Lang, ...] = ("et", "en")


@cache
def _performed(method: str, lang: Lang) -> Performance:
    return Performance(LIBRARY, method, lang, yaml_of(LIBRARY.folder(method) / "example.yaml"))


def _told(performance: Performance, summary: Summary, lang: Lang) -> tuple[Signal, ...]:
    plan = performance.plan if performance.plan.lang == lang else performance.twin
    method = performance.method
    return signals_in(summary, ReportContext(shared=SHARED, lang=lang, method=method, plan=plan))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("method", LIBRARY.ids())
def test_a_summary_told_in_the_other_language_says_what_a_harvest_in_it_says(
    method: str, lang: Lang
) -> None:
    performance = _performed(method, lang)
    harvested = {said: performance.summary(lang=said) for said in LANGS}
    for summary in harvested.values():
        for then in LANGS:
            assert _told(performance, summary, then) == harvested[then].signals


@pytest.mark.parametrize(
    ("method", "text"),
    [
        (
            "consensus-board",
            "A precondition is not met: “Everyone bound by the decision is present or",
        ),
        ("engagement-plan", "No owner in the stage “Information and effects”."),
        ("focused-conversation", "Few answers on the level “Reactions”."),
        ("group-climate", "Low rating: “Hard issues can be raised here.”"),
        ("world-cafe", "Only one person wrote in “Host's summary (Table "),
    ],
)
def test_the_boards_own_words_follow_the_language_of_the_report(method: str, text: str) -> None:
    performance = _performed(method, "et")
    assert any(one.text.startswith(text) for one in performance.summary(lang="en").signals)


def test_a_frame_with_too_many_dots_is_called_in_the_language_of_the_report() -> None:
    fake, twin = board("consensus-board"), board("consensus-board", "en").plan
    for point in ("F3.support", "F3.block"):
        fake.dot(point, times=10)
    context = ReportContext(shared=SHARED, lang="en", method=fake.method, plan=twin)
    summary = fake.summary()
    told = get_report("markdown").make(summary, context).decode()
    assert "given out: 15. Counted by the planned number of participants." in told
    [signal] = [one for one in fake.summary(lang="en", twins=(twin,)).signals if _votes(one)]
    assert signal.values["frame"] == "3. First round"
    assert signal in signals_in(summary, context)


def _votes(signal: Signal) -> bool:
    return signal.code == "overvote"


def test_what_participants_wrote_is_told_as_they_wrote_it() -> None:
    performance = _performed("stakeholder-map", "et")
    texts = [signal.text for signal in performance.summary(lang="en").signals]
    assert any("Kohalikud taksojuhid" in text for text in texts)


def test_a_signal_that_the_method_no_longer_knows_stays_as_it_was() -> None:
    performance = _performed("stakeholder-map", "et")
    summary = performance.summary()
    old = Signal(code="gone_since", severity="warn", zone=None, values={}, text="Nii see oli.")
    older = summary.model_copy(update={"signals": (old,)})
    assert _told(performance, older, "en") == (old,)
