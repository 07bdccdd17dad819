"""Methods are found by existing, in the order of phases, and kept parsed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from board_templates import library as library_module
from board_templates import loading
from board_templates.catalogue import entry_of
from board_templates.errors import FaultyMethod, UnknownMethod
from board_templates.library import Library, build_cache
from board_templates.phases import PHASES
from tests.board_templates.method_folders import changed, write_method


def test_methods_come_by_phase_then_catalogue(tmp_path: Path) -> None:
    write_method(tmp_path)
    methods = Library([tmp_path]).all()
    places = [(PHASES.index(method.phase), method.identity.order) for method in methods]
    assert places == sorted(places)
    assert {"tiny", "stakeholder-map"} <= {method.id for method in methods}
    assert Library([tmp_path]).ids() == tuple(method.id for method in methods)


def test_a_misspelt_method_gets_near_ones() -> None:
    with pytest.raises(UnknownMethod) as caught:
        Library().get("stakeholders-map")
    assert caught.value.near[0] == "stakeholder-map"
    assert "stakeholder-map" in str(caught.value)


def test_a_further_folder_may_replace_a_method(tmp_path: Path) -> None:
    write_method(tmp_path / "one")
    write_method(tmp_path / "two", changed("method.yaml", "version: 3", "version: 4"))
    assert Library([tmp_path / "one", tmp_path / "two"]).get("tiny").version == 4


def test_one_faulty_folder_does_not_keep_the_others_away(tmp_path: Path) -> None:
    write_method(tmp_path)
    broken = write_method(tmp_path / "other", changed("method.yaml", "version: 3", "version: many"))
    library = Library([tmp_path, tmp_path / "other"])
    assert "stakeholder-map" in library.ids()
    assert "tiny" not in library.ids()
    assert {name: fault.folder for name, fault in library.faulty.items()} == {"tiny": broken}
    assert "method.yaml" in str(library.faulty["tiny"])
    with pytest.raises(FaultyMethod):
        library.get("tiny")


def test_the_catalogue_says_what_the_methods_say(tmp_path: Path) -> None:
    write_method(tmp_path)  # parsed by nobody before
    library = Library([tmp_path])
    assert library.catalogue == tuple(entry_of(method) for method in library.all())
    assert "tiny" in library.ids()


def test_the_catalogue_comes_in_the_order_of_phases_and_places() -> None:
    entries = Library().catalogue
    assert [entry.place for entry in entries] == sorted(entry.place for entry in entries)
    assert list(Library().phases("et")) == list(PHASES)


def test_every_method_of_the_product_can_be_used() -> None:
    assert dict(Library().faulty) == {}


def test_a_build_takes_no_faulty_method(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_method(tmp_path / "methods", changed("method.yaml", "version: 3", "version: many"))
    monkeypatch.setattr(library_module, "BUILT_IN", tmp_path / "methods")
    with pytest.raises(FaultyMethod):
        build_cache(tmp_path / "built")


def test_a_kept_method_is_the_same(tmp_path: Path) -> None:
    write_method(tmp_path / "methods")
    fresh = Library([tmp_path / "methods"], tmp_path / "cache").get("tiny")
    kept = Library([tmp_path / "methods"], tmp_path / "cache").get("tiny")
    assert kept == fresh
    assert (tmp_path / "cache" / f"{fresh.digest}.json").is_file()


def test_a_kept_method_needs_no_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_method(tmp_path / "methods")
    Library([tmp_path / "methods"], tmp_path / "cache").get("tiny")

    def refuse(*_: object) -> None:
        raise AssertionError("YAML was read")

    monkeypatch.setattr(loading, "load_with_raw", refuse)
    monkeypatch.setattr(library_module, "parse_shared", refuse)
    library = Library([tmp_path / "methods"], tmp_path / "cache")
    assert library.get("tiny").id == "tiny"


def test_a_changed_folder_is_read_anew(tmp_path: Path) -> None:
    write_method(tmp_path / "methods")
    Library([tmp_path / "methods"], tmp_path / "cache").get("tiny")
    write_method(tmp_path / "methods", changed("method.yaml", "version: 3", "version: 4"))
    assert Library([tmp_path / "methods"], tmp_path / "cache").get("tiny").version == 4


def test_a_broken_cache_is_as_good_as_none(tmp_path: Path) -> None:
    write_method(tmp_path / "methods")
    digest = Library([tmp_path / "methods"], tmp_path / "cache").get("tiny").digest
    (tmp_path / "cache" / f"{digest}.json").write_text("{", encoding="utf-8")
    assert Library([tmp_path / "methods"], tmp_path / "cache").get("tiny").digest == digest


def test_a_build_leaves_every_method_parsed(tmp_path: Path) -> None:
    digest, *ids = build_cache(tmp_path)
    kept = {path.stem for path in tmp_path.glob("*.json")}
    assert digest in kept
    assert {Library().get(method_id).digest for method_id in ids} <= kept
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*.json"))


def test_a_faulty_folder_replaces_no_method_of_the_product(tmp_path: Path) -> None:
    (tmp_path / "six-hats").mkdir()
    (tmp_path / "six-hats" / "method.yaml").write_text("id: six-hats\n")
    asked, listed = Library([tmp_path]), Library([tmp_path])
    assert asked.get("six-hats") == Library().get("six-hats")
    assert listed.ids() == Library().ids()
    for library in (asked, listed):
        assert library.folder("six-hats") == Library().folder("six-hats")
        fault = library.stand_in("six-hats")
        assert fault is not None
        assert fault.folder == tmp_path / "six-hats"
        assert library.faulty == {"six-hats": fault}


def test_nothing_stands_in_for_a_sound_folder_or_for_none(tmp_path: Path) -> None:
    write_method(tmp_path)
    broken = write_method(tmp_path / "other", changed("method.yaml", "version: 3", "version: many"))
    library = Library([broken.parent])
    assert [library.stand_in(name) for name in ("six-hats", "tiny", "none")] == [None] * 3
    assert Library([tmp_path]).stand_in("tiny") is None
