"""The user's cache: where it is, and files in it that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

KEPT = 6  # files of a kind; each set of dictionaries, model and version has its own
_HOUR = 3600


@cache
def cache_folder() -> Path:
    """A folder for compiled data that can be written: the user's cache, else a temporary folder of this process."""
    for folder in (
        Path(platformdirs.user_cache_dir("event-coder")),
        Path(tempfile.gettempdir()) / f"event-coder-{os.getuid() if hasattr(os, 'getuid') else 'user'}",
    ):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError:
            continue
    return Path(tempfile.mkdtemp(prefix="event-coder-"))


def write_atomically(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` so that other processes see either no file or the whole one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_used(path: Path) -> str:
    """The text of a file of the cache, which is noted as used now; ``OSError`` where it cannot be read."""
    text = path.read_text(encoding="utf-8")
    note_use(path)
    return text


def note_use(path: Path) -> None:
    """Note that a file of the cache is used now, so that it is among the last to be removed."""
    with suppress(OSError):
        os.utime(path)


def prune(keep: Path, pattern: str) -> None:
    """Remove files of the pattern beside ``keep``, all but those used last; and what killed processes left of them."""
    others = [(_used(p), p) for p in keep.parent.glob(pattern) if p != keep]
    stale = [p for _, p in sorted(others, reverse=True)[KEPT - 1 :]]
    stale += [p for p in keep.parent.glob(f"{pattern}.*.tmp") if 0 < _used(p) < time.time() - _HOUR]
    for path in stale:
        with suppress(OSError):
            path.unlink()


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has just removed it
        return 0.0
