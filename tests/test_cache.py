"""Files of the cache: the newest few of a kind stay."""

from __future__ import annotations

import os
import time
from pathlib import Path

from coder.cache import KEPT, prune, read_used, write_atomically


def write_aged(path: Path, hours: float) -> Path:
    write_atomically(path, "x")
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def test_only_the_files_used_last_stay(tmp_path: Path) -> None:
    old = [write_aged(tmp_path / f"forms-en-{n}.json", 10 + n) for n in range(2 * KEPT)]
    others = [write_aged(tmp_path / name, 1000) for name in ("forms-ar-1.json", "ar-1.db")]
    assert read_used(old[-1]) == "x"
    new = write_aged(tmp_path / "forms-en-new.json", 5000)
    prune(new, "forms-en-*.json")
    assert set(tmp_path.iterdir()) == {new, old[-1], *old[: KEPT - 2], *others}


def test_what_a_killed_process_left_goes_after_an_hour(tmp_path: Path) -> None:
    new = write_aged(tmp_path / "forms-en-new.json", 0)
    left = write_aged(tmp_path / "forms-en-1.json.abc.tmp", 2)
    writing = write_aged(tmp_path / "forms-en-2.json.abc.tmp", 0)
    prune(new, "forms-en-*.json")
    assert not left.exists()
    assert writing.exists()
