"""The user's cache: where it is, and files in it that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

_MONTH = 30 * 24 * 3600


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


def prune(keep: Path, pattern: str) -> None:
    """Remove files of the pattern beside ``keep`` that nobody has used for a month."""
    for old in keep.parent.glob(pattern):
        with suppress(OSError):
            if old != keep and time.time() - old.stat().st_atime > _MONTH:
                old.unlink()
