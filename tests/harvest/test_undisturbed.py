"""The search for garbage rests during a harvest, and never longer."""

from __future__ import annotations

import gc
from contextlib import ExitStack

import pytest

from harvest.undisturbed import undisturbed


def test_it_rests_until_the_last_of_several_is_done() -> None:
    assert gc.isenabled()
    with undisturbed():
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="failed"), undisturbed():
        raise ValueError("failed")
    assert gc.isenabled()


def test_what_was_off_before_stays_off() -> None:
    with ExitStack() as after:
        after.callback(gc.enable)
        gc.disable()
        with undisturbed():
            pass
        assert not gc.isenabled()
