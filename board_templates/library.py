# ruff: noqa: PLC0415  # the models of a whole method are heavy, and a list needs none of them
"""The methods there are: those that come with the product and those of further folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from board_templates.catalogue import Entry, entry_of, parsed_entry
from board_templates.errors import FaultyMethod, UnknownMethod
from board_templates.folder import read_folder, shown_name
from board_templates.parsed_cache import BUILT_FOLDER, ParsedCache
from board_templates.plain import Plain
from board_templates.shared_reading import parse_shared, shared_digest, shared_sources
from board_templates.statuses import stated

if TYPE_CHECKING:
    from board_templates.method import Method
    from board_templates.shared_texts import SharedTexts
    from board_templates.statuses import Status

BUILT_IN = Path(__file__).parent / "methods"


class Library:
    """Finds methods by their id; a further folder may replace a method of the product.

    One that has faults replaces nothing: then the product's own stands in, and `faulty` names the
    folder.

    `folders` hold method folders, or are one themselves. `cache_dir` is where parsed methods may
    be kept, `built` where a build of the product left them.
    """

    def __init__(
        self,
        folders: Sequence[Path] = (),
        cache_dir: Path | None = None,
        *,
        built: Path = BUILT_FOLDER,
    ) -> None:
        self._folders = (BUILT_IN, *folders)
        self._cache = ParsedCache([built], cache_dir)
        self._loaded: dict[str, Method] = {}
        self._faulty: dict[str, FaultyMethod] = {}

    @cached_property
    def shared(self) -> SharedTexts:
        """The texts and rules that all methods share."""
        from board_templates.shared_texts import SharedTexts

        return SharedTexts.model_validate(self._shared_values)

    def phases(self, lang: str) -> Mapping[str, str]:
        """Return the names of the phases in a language, in their order."""
        names: dict[str, str] = self._shared_values["texts"][lang]["phases"]
        return MappingProxyType(names)

    @cached_property
    def _shared_values(self) -> dict[str, Plain]:
        sources = shared_sources()
        digest = shared_digest(sources)
        raw = self._cache.get(digest)
        if raw is None:
            raw = parse_shared(sources)
            self._cache.put(digest, raw)
        return {**raw, "digest": digest}

    @cached_property
    def _places(self) -> dict[str, Path]:
        places: dict[str, Path] = {}
        for folder in self._folders:
            for path in sorted(folder.glob("*/method.yaml")) or sorted(folder.glob("method.yaml")):
                places[shown_name(path.parent)] = path.parent
        return places

    @property
    def barren(self) -> tuple[Path, ...]:
        """Return the further folders in which no method lies: they may be misspelt."""
        lies_in = {parent for place in self._places.values() for parent in (place, place.parent)}
        return tuple(folder for folder in self._folders if folder not in lies_in)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all methods that can be used, as `all` orders them."""
        return tuple(entry.id for entry in self.catalogue)

    def folder(self, method_id: str) -> Path:
        """Return where a method lies.

        Raises:
            UnknownMethod: with ids that are much like it.
        """
        place = self._places.get(method_id)
        if place is None:
            from board_templates.brief import near_names

            raise UnknownMethod(method_id, near_names(method_id, list(self._places)))
        return place

    def own_folder(self, method_id: str) -> Path | None:
        """Return where a method of people's own lies; null for one of the product, or for none."""
        place = self._places.get(method_id)
        return None if place is None or place.parent == BUILT_IN else place

    def get(self, method_id: str) -> Method:
        """Return a method.

        Raises:
            UnknownMethod: when there is none of this id.
            FaultyMethod: when its folder can't be used.
        """
        if method_id not in self._loaded:
            self._loaded[method_id] = self._usable(method_id)
        return self._loaded[method_id]

    def stand_in(self, method_id: str) -> FaultyMethod | None:
        """Return what keeps a folder from replacing a method of the product; null for nothing."""
        if method_id in self._places:
            self._entry(method_id)
        stands_in = self._places.get(method_id, BUILT_IN).parent == BUILT_IN
        return self._faulty.get(method_id) if stands_in else None

    def _usable(self, method_id: str) -> Method:
        place, own = self.folder(method_id), BUILT_IN / method_id
        try:
            return self._load(place)
        except FaultyMethod as fault:
            if place == own or not (own / "method.yaml").is_file():
                raise
            self._faulty[method_id] = fault
            self._places[method_id] = own
            return self._load(own)

    def all(self) -> tuple[Method, ...]:
        """Return all methods that can be used, in the order of the catalogue."""
        return tuple(self.get(entry.id) for entry in self.catalogue)

    @cached_property
    def catalogue(self) -> tuple[Entry, ...]:
        """What a list tells of each method that can be used, by phase, then by its place in it.

        One faulty folder doesn't keep the others away: `faulty` names it.
        """
        entries = (self._entry(method_id) for method_id in self._places)
        return tuple(sorted(filter(None, entries), key=lambda entry: entry.place))

    @property
    def faulty(self) -> Mapping[str, FaultyMethod]:
        """What is wrong with the folders that `all` leaves out, by their names."""
        _ = self.catalogue
        return MappingProxyType(self._faulty)

    def status(self, method_id: str) -> Status | None:
        """Return how far a method of people's own has come, as its file says at this moment.

        Raises:
            UnknownMethod: when there is none of this id.
            FaultyMethod: when its folder can't be used.
        """
        status = self.get(method_id).identity.status
        if status is None:
            return None
        try:
            return stated((self.folder(method_id) / "method.yaml").read_text("utf-8")) or status
        except (OSError, UnicodeDecodeError):
            return status

    def statuses(self, lang: str) -> Mapping[str, str]:
        """Return the names of the statuses in a language."""
        names: dict[str, str] = self._shared_values["texts"][lang]["statuses"]
        return MappingProxyType(names)

    def _entry(self, method_id: str) -> Entry | None:
        """Return the entry of a method, nothing for a folder that can't be used."""
        if method_id not in self._loaded:
            raw = self._cache.get(read_folder(self._places[method_id]).digest)
            if raw is not None:
                return parsed_entry(raw)
        try:
            return entry_of(self.get(method_id))
        except FaultyMethod as fault:
            self._faulty[method_id] = fault
            return None

    def _load(self, path: Path) -> Method:
        from board_templates.loading import build, load_with_raw

        folder = read_folder(path)
        raw = self._cache.get(folder.digest)
        if raw is not None:
            return build(raw, folder.digest)
        method, raw = load_with_raw(folder, self.shared)
        self._cache.put(folder.digest, raw)
        return method


def build_cache(target: Path = BUILT_FOLDER) -> tuple[str, ...]:
    """Parse all methods of the product into a folder, as a build does; return their ids.

    The widths of the font go there too.

    Raises:
        FaultyMethod: when one of them can't be used.
    """
    from board_templates.typeface import keep_widths

    keep_widths(target)
    library = Library(cache_dir=target, built=target)
    if library.faulty:
        raise next(iter(library.faulty.values()))
    return (library.shared.digest, *library.ids())
