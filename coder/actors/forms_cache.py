"""The forms of dictionary phrases, kept between runs: working them out takes longer than all other loading."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

from coder import languages
from coder.actors.index import Forms
from coder.cache import cache_folder, prune, read_used, write_atomically

_PACKAGES = ("spacy", "camel-tools")
_SEPARATOR = "\t"


class FormsCache:
    """Forms by phrase and kind. The file is of these dictionaries, this code and these packages, or it is not read."""

    def __init__(self, lang: str, forms: Forms, *dependencies: str) -> None:
        """``dependencies``: what else decides the forms, such as the dictionaries' version and the lexicon."""
        self._forms, self._lang = forms, lang
        self.path = cache_folder() / f"forms-{lang}-{_key(lang, dependencies)}.json"
        self._known = _read(self.path)
        self._complete = True

    def __call__(self, phrase: str, kind: Any) -> frozenset[tuple[str, ...]]:
        """All sequences of token norms that the phrase takes."""
        key = f"{kind}{_SEPARATOR}{phrase}"
        found = self._known.get(key)
        if found is None:
            self._complete = False
            found = self._known[key] = sorted(self._forms(phrase, kind))
        return frozenset(map(tuple, found))

    def save(self) -> None:
        """Keep what was worked out; where nothing can be written, the next run works it out again."""
        if self._complete:
            return
        with suppress(OSError):
            write_atomically(self.path, json.dumps(self._known, ensure_ascii=False))
            prune(self.path, f"forms-{self._lang}-*.json")


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(read_used(path))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _key(lang: str, dependencies: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for part in (lang, platform.python_version(), *map(_version, _PACKAGES), *dependencies):
        digest.update(part.encode() + b"\0")
    for source in _sources():
        digest.update(source.read_bytes() + b"\0")
    return digest.hexdigest()[:20]


def _sources() -> Iterator[Path]:
    """The code and the word lists of the language modules: a changed rule makes other forms."""
    root = Path(languages.__file__).parent
    yield from sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".pyc")


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
