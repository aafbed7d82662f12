"""The progress bar of a run, on standard error where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from coder.readers import input_bytes


class RunProgress:
    """Shows how far the input files are read, the rate, the time that remains, and the events so far."""

    def __init__(self, inputs: Sequence[Path]) -> None:
        shown = sys.stderr.isatty()
        total = input_bytes(inputs) if shown else None
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[documents]:,} documents, {task.fields[rate]}/s, {task.fields[events]:,} events"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=not shown,
        )
        self._task = self._progress.add_task("coding", total=total or None, documents=0, events=0, rate="-")
        self._coded, self._started = 0, time.monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def update(self, read: int, documents: int, events: int, new: int) -> None:
        """``read``: bytes of input so far; ``new``: documents that were coded just now, not taken up from before."""
        self._coded += new
        seconds = time.monotonic() - self._started
        rate = f"{self._coded / seconds:,.1f}" if self._coded and seconds else "-"
        self._progress.update(self._task, completed=read, documents=documents, events=events, rate=rate)
