"""Files and folders that appear complete or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Collection
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def partial_path(path: Path) -> Path:
    """Where a file or folder is built before it takes its name: beside it, hidden."""
    return path.with_name(f".{path.name}.partial")


def replaced_path(path: Path) -> Path:
    """Where an old folder waits for its removal."""
    return path.with_name(f".{path.name}.replaced")


def remove(path: Path) -> None:
    """Delete a file or a folder with everything in it, if it exists."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step, where the system can (Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def recover(folder: Path) -> None:
    """Put the old folder back after a run that was killed between the two renames of ``swap_in``."""
    old = replaced_path(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    remove(old)


def swap_in(built: Path, folder: Path, ours: Collection[str]) -> None:
    """Put the folder ``built`` in the place of ``folder``. What else lay in the old one than ``ours`` moves along."""
    old = replaced_path(folder)
    for path in built.iterdir():
        on_disk(path)
    if not folder.exists():
        built.rename(folder)
        return
    for entry in sorted(folder.iterdir()):
        if entry.name not in ours:
            _bring_along(entry, built / entry.name)
    if _exchange(built, folder):
        built.rename(old)
    else:
        folder.rename(old)
        built.rename(folder)
    remove(old)


def on_disk(path: Path) -> None:
    """Wait until a file is on the disk, so that not even a power cut leaves half of it under its final name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _bring_along(source: Path, target: Path) -> None:
    """Copy, not move, so that the old folder stays whole until the swap."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)
