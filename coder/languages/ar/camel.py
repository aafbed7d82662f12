"""Imports camel-tools' analyser without network, home folder and the parts that it does not use."""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import util
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from coder.cache import cache_folder, write_atomically
from coder.errors import ModelError
from coder.languages.english.runtime import is_own_process

_CATALOGUE = {"version": "1.6.0", "packages": {}, "components": {}}
_DATA = "camel_tools.data"
_CHARSETS = "camel_tools.utils.charsets"
_LOCK = threading.Lock()
# Planes 4 to 13 of Unicode hold no characters, 15 and 16 none that are letters, marks, numbers, punctuation or symbols.
_CHARACTERS = (range(0x40000), range(0xE0000, 0xF0000))


def user_folder() -> Path:
    """Where camel-tools keeps the data that the user has downloaded."""
    folder = os.environ.get("CAMELTOOLS_DATA")
    return Path(folder).expanduser() if folder else Path.home() / ".camel_tools"


def import_camel_tools() -> Any:
    """camel-tools' modules ``analyzer`` and ``database``; ``ModelError`` where it is not installed."""
    with _LOCK:
        if "camel_tools.morphology.analyzer" not in sys.modules:
            try:
                _import_charsets()
                with _without_data() if is_own_process() else _with_catalogue():
                    importlib.import_module("camel_tools.morphology.analyzer")
            except ImportError as error:
                raise ModelError(f"camel-tools cannot be imported: {error}", hint="pip install camel-tools") from error
        from camel_tools.morphology import analyzer, database
    return analyzer, database


def _import_charsets() -> None:
    """Import camel-tools' sets of characters, which sorts all 1,114,112 code points, by those that can be in one.

    The module finds our ``range`` in place of Python's; the sets are the same, in 40 % of the time.
    """
    spec = util.find_spec(_CHARSETS)
    if _CHARSETS in sys.modules or spec is None or spec.loader is None:
        return
    module = util.module_from_spec(spec)
    vars(module)["range"] = _characters
    spec.loader.exec_module(module)
    del vars(module)["range"]
    sys.modules[_CHARSETS] = module
    vars(sys.modules["camel_tools.utils"])["charsets"] = module


def _characters(*limits: int) -> Iterable[int]:
    return chain(*_CHARACTERS) if limits == (sys.maxunicode + 1,) else range(*limits)


@contextmanager
def _without_data() -> Iterator[None]:
    """In a process of our own: without camel-tools' module for downloads, of which its analyser takes a default only.

    It brings ``requests`` and its like, a tenth of the start.
    """
    if _DATA in sys.modules:
        yield
        return
    absent = ModuleType(_DATA)
    vars(absent)["CATALOGUE"] = None
    sys.modules[_DATA] = absent
    try:
        yield
    finally:
        del sys.modules[_DATA]


@contextmanager
def _with_catalogue() -> Iterator[None]:
    """In a process of others, who may use that module.

    It downloads a catalogue when none is there, and creates ``~/.camel_tools``: unless the user has one, it is given
    an empty catalogue in our cache, and for the time of the import that folder as home.
    """
    if (user_folder() / "catalogue.json").exists():
        yield
        return
    folder = cache_folder() / "camel_tools"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "catalogue.json").exists():
        write_atomically(folder / "catalogue.json", json.dumps(_CATALOGUE))
    os.environ["CAMELTOOLS_DATA"] = str(folder)
    home = {name: os.environ.get(name) for name in ("HOME", "USERPROFILE")}
    os.environ.update(dict.fromkeys(home, str(folder)))
    try:
        yield
    finally:
        for name, value in home.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
