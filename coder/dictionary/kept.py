"""The entries of dictionary folders, kept between runs: parsing their YAML takes six times as long.

A kept file is of these folders, this schema and these packages, or it is not read. Entries with faults are not kept.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pydantic
from pydantic import TypeAdapter

from coder.cache import cache_folder, prune, read_used, write_atomically
from coder.dictionary.loader import content_hash
from coder.dictionary.schema import ENTRY_TYPES
from coder.dictionary.store import LANGUAGES, LanguageEntries, Store, read_store

_SOURCES = ("kept.py", "loader.py", "schema.py", "store.py")
_TABLES = ("verbs", "operators", "agents", "discards", "issues", "words")
_PATTERN = "entries-*.jsonl"


class KeptEntries(LanguageEntries):
    """The entries of one language, read from JSON when a table is first asked for."""

    def __init__(self, tables: dict[str, str]) -> None:
        """``tables``: the JSON of each table by its name."""
        self._tables = tables

    def __getattr__(self, name: str) -> Any:
        if name not in _TABLES:
            raise AttributeError(name)
        table = _adapter(name).validate_json(self._tables[name])
        setattr(self, name, table)
        return table


def kept_store(base: Path, *, replace: Path | None = None, add: Sequence[Path] = ()) -> Store:
    """What ``read_store`` gives, and the errors that it raises; from the user's cache if that holds these files."""
    try:
        key = _key(base, replace, add)
    except OSError:
        return read_store(base, replace=replace, add=add)
    path = cache_folder() / f"entries-{key}.jsonl"
    found = _read(path)
    if found is None:
        found = read_store(base, replace=replace, add=add)
        with suppress(OSError, ValueError):  # ValueError: text that no JSON can hold
            text = _text(found)
            if key == _key(base, replace, add):  # nobody has edited the files meanwhile
                write_atomically(path, text)
                prune(path, _PATTERN)
    return found


def _key(base: Path, replace: Path | None, add: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{pydantic.VERSION} {platform.python_version()}".encode())
    for name in _SOURCES:
        digest.update(resources.files("coder.dictionary").joinpath(name).read_bytes() + b"\0")
    for role, folder in (("base", base), ("replace", replace), *(("add", f) for f in add)):
        if folder is not None:
            if not folder.is_dir():
                raise NotADirectoryError(folder)
            digest.update(f"{role}\0{folder.name}\0{content_hash([folder])}\0".encode())
    return digest.hexdigest()[:20]


def _text(store: Store) -> str:
    """One line that says what follows, then one line of JSON for each table."""
    lines = [_line("actors", store.actors)]
    lines += [_line(name, getattr(store.languages[lang], name)) for lang in LANGUAGES for name in _TABLES]
    body = "\n".join(lines)
    head = {
        "digest": _digest(body),
        "version": store.version,
        "replaced": store.replaced,
        "removed": store.removed,
    }
    return f"{json.dumps(head, ensure_ascii=False)}\n{body}"


def _line(name: str, table: Any) -> str:
    return _adapter(name).dump_json(table, by_alias=True, exclude_unset=True).decode()


def _read(path: Path) -> Store | None:
    try:
        first, _, body = read_used(path).partition("\n")
        head = json.loads(first)
        if head["digest"] != _digest(body):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    lines = iter(body.split("\n"))
    return Store(
        actors=_adapter("actors").validate_json(next(lines)),
        languages={lang: KeptEntries({name: next(lines) for name in _TABLES}) for lang in LANGUAGES},
        replaced=head["replaced"],
        removed=head["removed"],
        version=head["version"],
    )


def _digest(body: str) -> str:
    return hashlib.blake2b(body.encode(), digest_size=16).hexdigest()


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """Reads and writes a table: entries by id, or words by the name of their list."""
    content: Any = tuple[str, ...] if name == "words" else ENTRY_TYPES[name]
    return TypeAdapter(dict[str, content])
