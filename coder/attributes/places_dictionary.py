"""The project's own places: what GeoNames' towns lack, in both languages (``dictionaries/places/*.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from coder.dictionary import loader
from coder.errors import DictionaryError, Problem
from coder.resources import dictionaries_root

KINDS = frozenset(
    "country region sea province district town base camp crossing airport port river mountain island site road".split()
)
_POINTS = frozenset("town base camp crossing airport port site capital".split())
_SMALL_AREAS = frozenset("district island mountain road".split())
_FIELDS = frozenset("id kind country admin1 names latitude longitude".split())
_LANGUAGES = ("en", "ar")
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One entry. ``country`` is ISO 3166 alpha 3, absent for what lies in several; ``admin1`` names its province."""

    id: str
    kind: str
    country: str
    admin1: str | None
    latitude: float
    longitude: float
    names: Mapping[str, tuple[str, ...]]


def precision_of(kind: str) -> int:
    """ACLED's geo_precision of a kind of place: 1 a point, 2 a small area, 3 a larger one."""
    return 1 if kind in _POINTS else 2 if kind in _SMALL_AREAS else 3


@lru_cache(maxsize=4)
def read_places(folder: Path | None = None) -> tuple[PlaceEntry, ...]:
    """All entries; a ``DictionaryError`` lists every fault at once."""
    root = folder or dictionaries_root() / "places"
    entries: list[PlaceEntry] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in loader.dictionary_files(root) if root.is_dir() else ():
        source = loader.read_source(path, f"places/{path.relative_to(root).as_posix()}")
        problems += source.problems
        for node in source.content if isinstance(source.content, loader.Listing) else ():
            _read_entry(node, source.label, entries, problems, seen)
    if problems:
        raise DictionaryError(problems)
    return tuple(entries)


def _read_entry(
    node: Any, label: str, entries: list[PlaceEntry], problems: list[Problem], seen: dict[str, str]
) -> None:
    if not isinstance(node, loader.Mapping):
        problems.append(Problem(label, 1, "an entry is no mapping", "begin it with '- id: NAME'"))
        return
    found = [Problem(label, line, what, hint) for line, what, hint in _faults(node)]
    name = str(node.get("id", ""))
    if name in seen:
        found.append(Problem(label, node.line, f"the id '{name}' is also in {seen[name]}", "give it another id"))
    if found:
        problems += found
        return
    seen[name] = f"{label}:{node.line}"
    names = {lang: tuple(node.get("names", {}).get(lang, ())) for lang in _LANGUAGES}
    where = float(node["latitude"]), float(node["longitude"])
    entries.append(PlaceEntry(name, node["kind"], node.get("country", ""), node.get("admin1"), *where, names))


def _faults(node: loader.Mapping) -> Iterator[tuple[int, str, str]]:
    for field in node:
        if field not in _FIELDS:
            yield node.lines.get(field, node.line), f"unknown field '{field}'", f"one of: {', '.join(sorted(_FIELDS))}"
    for field in ("id", "kind", "latitude", "longitude"):
        if not isinstance(node.get(field), str):
            yield node.line, f"'{field}' is missing", "every place has an id, a kind and coordinates"
    if node.get("kind") not in KINDS:
        yield node.line, f"unknown kind '{node.get('kind')}'", f"one of: {', '.join(sorted(KINDS))}"
    if "country" in node and not _CODE.fullmatch(str(node["country"])):
        yield node.line, f"'{node['country']}' is no country code", "write its ISO 3166 code of three letters"
    for field, limit in (("latitude", 90), ("longitude", 180)):
        if not _within(node.get(field), limit):
            yield node.line, f"'{node.get(field)}' is no {field}", f"a number of degrees from -{limit} to {limit}"
    names = node.get("names", loader.Mapping(node.line))
    if not isinstance(names, loader.Mapping) or not all(
        lang in _LANGUAGES and isinstance(listed, loader.Listing) for lang, listed in names.items()
    ):
        yield node.line, "'names' is no table of lists", "names: {en: [...], ar: [...]}"


def _within(value: Any, limit: int) -> bool:
    try:
        return abs(float(value)) <= limit
    except (TypeError, ValueError):
        return False
